import { readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import process from "node:process";
import { readBook } from "../../src/host/xlsx/read/read-book";
import { compareBook, type Compared } from "./compare";
import { KNOWN_DIFFERENCES } from "./known-differences";

// PINGHE_CORPUS=dir npm run agreement: every formula of a folder of workbooks against the value that Excel stored.
// Differences with a known cause are told with it; any other one ends it with status 1.
// One line a function (agree, differ, not recalculated), then each difference by name and each reason with its count.

interface Tally {
  agrees: number;
  differs: number;
  notRecalculated: number;
}

const folder = process.env.PINGHE_CORPUS;
if (!folder) {
  process.stderr.write("PINGHE_CORPUS=<folder of .xlsx files> npm run agreement\n");
  process.exit(2);
}

const byFunction = new Map<string, Tally>();
const reasons = new Map<string, number>();
const differences: string[] = [];
const total: Tally = { agrees: 0, differs: 0, notRecalculated: 0 };
const unread: string[] = [];

for (const file of workbooksIn(folder)) {
  const name = path.relative(folder, file);
  try {
    for (const one of compareBook(readBook(new Uint8Array(readFileSync(file))).snapshot)) take(name, one);
  } catch (error) {
    unread.push(`${name}: ${error instanceof Error ? error.message : String(error)}`);
  }
}
report();

function take(file: string, one: Compared): void {
  total[one.kind] += 1;
  for (const fn of one.functions.length > 0 ? one.functions : ["(operators)"]) {
    const tally = byFunction.get(fn) ?? { agrees: 0, differs: 0, notRecalculated: 0 };
    tally[one.kind] += 1;
    byFunction.set(fn, tally);
  }
  if (one.kind === "differs") {
    const name = path.basename(file);
    const cause = KNOWN_DIFFERENCES.get(`${name} ${one.at}`) ?? KNOWN_DIFFERENCES.get(name);
    if (cause === undefined) process.exitCode = 1;
    differences.push(`${file} ${one.at} ${one.formula}: stored ${one.stored}, recalculated ${one.calculated} (${cause ?? "cause not known"})`); // prettier-ignore
  } else if (one.kind === "notRecalculated") {
    const reason = one.reason.replace(/ \(at .*\)$/, "").replace(/^(link to another workbook|structured reference|circular reference): .*/, "$1"); // prettier-ignore
    reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
  }
}

function report(): void {
  const line = (text: string): boolean => process.stdout.write(`${text}\n`);
  line("function\tagrees\tdiffers\tnot recalculated");
  for (const [fn, { agrees, differs, notRecalculated }] of [...byFunction].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    line(`${fn}\t${agrees}\t${differs}\t${notRecalculated}`);
  }
  line(`\nall\t${total.agrees}\t${total.differs}\t${total.notRecalculated}`);
  line(`\ndifferences: ${differences.length}`);
  for (const difference of differences) line(difference);
  line("\nnot recalculated:");
  for (const [reason, count] of [...reasons].toSorted((a, b) => b[1] - a[1])) line(`${count}\t${reason}`);
  if (unread.length > 0) line(`\nunreadable:\n${unread.join("\n")}`);
}

function workbooksIn(dir: string): readonly string[] {
  return readdirSync(dir)
    .toSorted()
    .flatMap((entry) => {
      const full = path.join(dir, entry);
      if (statSync(full).isDirectory()) return workbooksIn(full);
      return /\.xls[xm]$/i.test(entry) && !entry.startsWith("~$") ? [full] : [];
    });
}
