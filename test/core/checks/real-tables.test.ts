import { readFileSync } from "node:fs";
import path from "node:path";
import { runChecks } from "../../../src/core/checks";
import { justify } from "../../../src/core/checks/justification/judge";
import type { Finding } from "../../../src/core/findings/finding";
import { groupFindings } from "../../../src/core/findings/groups";
import { wordFindings } from "../../../src/core/findings/word";
import { a1 } from "../../../src/core/workbook/address";
import type { CellScalar, WorkbookSnapshot } from "../../../src/core/workbook/snapshot";
import { readTables } from "../../../src/core/table/read-tables";
import { createXlsxHost } from "../../../src/host/xlsx/xlsx-host";
import { NO_LEDGER, reviewOf, SETTINGS } from "../../support/review-builder";

const FOLDER = path.join(__dirname, "../../workbooks");

async function bookAt(name: string): Promise<WorkbookSnapshot> {
  const read = await createXlsxHost(new Uint8Array(readFileSync(path.join(FOLDER, `${name}.xlsx`)))).read();
  if (!read.ok) throw new Error(JSON.stringify(read.failure));
  return read.value;
}

function check(book: WorkbookSnapshot): readonly Finding[] {
  const { tables, baseData } = readTables(book);
  const reviews = tables.map((table) => reviewOf(table));
  return runChecks({
    book,
    tables: reviews,
    baseData,
    quantities: [],
    settings: SETTINGS,
    pack: null,
    ledger: NO_LEDGER,
  });
}

const said = (findings: readonly Finding[]): readonly string[] =>
  findings.map((one) => `${one.code} ${one.at ? a1(one.at) : ""}`);

/** The workbook with other values in some cells: { D31: 94 }. */
const withCells = (book: WorkbookSnapshot, changes: Readonly<Record<string, CellScalar>>): WorkbookSnapshot => ({
  ...book,
  sheets: book.sheets.map((sheet, index) => ({
    ...sheet,
    cells:
      index > 0
        ? sheet.cells
        : [
            ...sheet.cells.filter((cell) => !(a1(cell) in changes)),
            ...Object.entries(changes).flatMap(([at, value]) => {
              const [, letter = "A", row = "1"] = /^([A-Z])(\d+)$/.exec(at) ?? [];
              return value === null ? [] : [{ row: Number(row) - 1, column: letter.charCodeAt(0) - 65, value }];
            }),
          ].sort((a, b) => a.row - b.row || a.column - b.column),
  })),
});

describe("the seven real tables", () => {
  const SEVEN = ["D23", "D24", "D25", "D26", "D27", "D28", "D29"];

  it("the reference table: seven deductions of one mark without a reason, one group, and nothing else", async () => {
    const book = await bookAt("heshan-2021-self-evaluation");
    const findings = check(book);
    expect(said(findings)).toEqual(SEVEN.map((at) => `justification-missing ${at}`));
    const groups = groupFindings(wordFindings(findings, "zh"), "zh");
    expect(groups.map((group) => group.heading)).toEqual(["本表无扣分原因栏: 7 项 7 分"]);
    const [table] = readTables(book).tables;
    const statuses = table ? justify(table, SETTINGS) : [];
    expect(statuses.filter((status) => status === "missing")).toHaveLength(7);
    expect(statuses.filter((status) => status === "notRequired")).toHaveLength(21);
  });

  it.each<[string, readonly string[]]>([
    ["department-2018-with-base-data", ["justification-missing I4", "level-mark-mismatch B5", "score-missing I6"]],
    ["department-standards-printed", ["level-mark-mismatch A6", "level-mark-mismatch B10"]],
    [
      "project-2022-total-row-zero",
      [
        "funding-total-mismatch B3",
        "funding-total-mismatch C3",
        "funding-total-mismatch D3",
        "justification-missing G3",
      ],
    ],
    [
      "project-2020-unexplained-deductions",
      [
        ...["I9", "I10", "I11", "I12"].flatMap((at) => [
          `justification-missing ${at}`,
          `target-met-but-deducted ${at}`,
        ]),
        "score-missing I13",
      ],
    ],
    ["project-2020-unscored", []],
  ])("%s", async (name, expected) => {
    expect(said(check(await bookAt(name)))).toEqual(expected);
  });

  it("the empty template: every score is missing, as one group, and no error", async () => {
    const findings = check(await bookAt("department-template-empty"));
    expect(new Set(findings.map((one) => `${one.code} ${one.group ?? ""}`)).size).toBe(1);
    expect(findings[0]?.code).toBe("score-missing");
    expect(findings).toHaveLength(28);
  });
});

describe("faults planted in the reference table are found where they are", () => {
  it.each<[string, Record<string, CellScalar>, readonly string[]]>([
    ["the total off by one", { D31: 94 }, ["total-mismatch D31"]],
    ["the total's digits transposed", { D31: 39 }, ["total-mismatch D31"]],
    ["a score above its mark", { D3: 5, D31: 96 }, ["score-over-full D3"]],
    ["a score a hundred times too large", { D5: 500 }, ["score-over-full D5", "total-mismatch D31"]],
    [
      "a score with the wrong sign",
      { D5: -5 },
      ["score-negative D5", "justification-missing D5", "total-mismatch D31"],
    ],
    ["a score typed as text", { D5: "5" }, ["number-as-text D5"]],
    ["a score in words", { D5: "优" }, ["score-not-a-number D5", "total-mismatch D31"]],
    ["a score deleted", { D5: null }, ["score-missing D5", "total-mismatch D31"]],
    [
      "an indicator's mark changed",
      { C5: "在职人员\n控制率\n（6分）" },
      ["level-mark-mismatch A3", "level-mark-mismatch B5", "justification-missing D5"],
    ],
    ["a part's mark changed", { A3: "投入（25分）" }, ["level-mark-mismatch A3"]],
    ["an error value as score", { D5: { error: "#REF!" } }, ["error-value D5", "total-mismatch D31"]],
  ])("%s", async (_what, changes, expected) => {
    const book = withCells(await bookAt("heshan-2021-self-evaluation"), changes);
    const found = said(check(book)).filter((one) => !SEVEN_MISSING.has(one));
    expect([...found].sort()).toEqual([...expected].sort());
  });

  const SEVEN_MISSING = new Set([23, 24, 25, 26, 27, 28, 29].map((row) => `justification-missing D${row}`));
});
