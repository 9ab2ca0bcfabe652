import process from "node:process";
import { measureFaults, type FaultClass } from "./measure";
import { measureFormulaFaults } from "./measure-formulas";

// npm run faults [-- TABLES [SEED]]: one JSON object per line on stdout, the same as a table on stderr.
const [tables = "400", seed = "2026"] = process.argv.slice(2);
const measured = measureFaults(Number(tables), Number(seed));
const formulas = measureFormulaFaults(Number(tables), Number(seed));
const { falseErrors, falseCodes } = measured;
const classes = [...measured.classes, ...formulas.classes];

for (const one of classes) process.stdout.write(`${JSON.stringify(one)}\n`);
process.stdout.write(
  `${JSON.stringify({ tables: measured.tables, seed: Number(seed), cleanTablesWithErrors: falseErrors, codes: falseCodes, cleanAnnexesSuspected: formulas.falseErrors })}\n`,
);

const percent = ({ recall }: FaultClass): string => `${(recall * 100).toFixed(1)} %`;
const row = (cells: readonly string[]): string =>
  `${(cells[0] ?? "").padEnd(24)}${cells
    .slice(1)
    .map((cell) => cell.padStart(14))
    .join("")}\n`;
process.stderr.write(row(["fault", "planted", "found", "recall", "false alarms"]));
for (const one of classes) {
  const { fault, planted, found, falseAlarms } = one;
  process.stderr.write(row([fault, String(planted), String(found), percent(one), String(falseAlarms)]));
}
process.stderr.write(`clean tables with an error: ${falseErrors} of ${measured.tables}\n`);
process.stderr.write(`clean annexes with a suspicion: ${formulas.falseErrors} of ${formulas.tables}\n`);
