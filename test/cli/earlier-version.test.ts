import { readFileSync } from "node:fs";
import path from "node:path";
import { readOurs } from "../../src/core/ours/read-ours";
import { planClean } from "../../src/core/plan/clean";
import { planReview } from "../../src/core/plan/plan-review";
import { NO_OPTIONS, review } from "../../src/core/review";
import { a1, isInside, parseA1, type Rect } from "../../src/core/workbook/address";
import { parseReference } from "../../src/core/workbook/sheet-area";
import type { CellScalar, CellSnapshot, SheetSnapshot, WorkbookSnapshot } from "../../src/core/workbook/snapshot";
import type { WritePlan } from "../../src/core/workbook/write-plan";
import { createXlsxHost, type XlsxHost } from "../../src/host/xlsx/xlsx-host";
import { findingsInWords } from "../../src/app/worded-review";
import { builtInPack } from "../../src/core/rules/packs/index";
import { withCells } from "../support/edit-sheet";
import { INPUTS_2018, REFERENCE, REFERENCE_INPUTS, run, TABLE_2018 } from "./memory-terminal";

const PROJECT = "test/workbooks/project-2020-unexplained-deductions.xlsx";

/** A workbook that version 0.1.0 wrote (test/workbooks/v0.1.0/README.md), and the unit's own from which it was made. */
interface Written {
  readonly original: string;
  readonly made: "score" | "fill-blank" | "prepare";
  /** The options that the written workbook is read and continued with. */
  readonly options: readonly string[];
  /** What the original must be told besides, since in the written workbook the sheet 规则 says it. */
  readonly told?: readonly string[];
  /** Findings about the unit's cells that filling a blank or asking for 评价要点 settles or raises: code and cell. */
  readonly settled?: readonly string[];
  readonly raised?: readonly string[];
  /** Cells that version 0.1.0 changed when it was run on the workbook once more with these options. */
  readonly rerun: readonly string[];
}

/** Our columns beside each table: 满分 where the marks stand in names, 扣分原因 where the table has no such column. */
const COLUMNS: Readonly<Record<string, readonly string[]>> = {
  [REFERENCE]: ["满分", "计算值", "复算分", "差异", "核验结论", "扣分原因", "核对指标"],
  [TABLE_2018]: ["计算值", "复算分", "差异", "核验结论", "扣分原因", "核对指标"],
  [PROJECT]: ["计算值", "复算分", "差异", "核验结论", "核对指标"],
};

const HUNAN = ["--pack", "department-hunan"];
const HESHAN = ["--inputs", REFERENCE_INPUTS];
const TABLE = ["--inputs", INPUTS_2018, ...HUNAN];
const EVIDENCE = ["D3", "D4", "D17", "D18", "D19", "D21"].map((cell) => `evidence-missing ${cell}`);

/** Two answer-missing, which version 0.1.0 did not know: a row each at the end of 核验记录. */
const newRows = (first: number): readonly string[] =>
  [0, 1].flatMap((row) => Array.from("ABCDEFGHIM").map((column) => `核验记录!${column}${first + row}`));

/**
 * department-hunan binds a standard to its mark now (FRAMEWORKS.md, Corrections): 预算调整率, “三公经费”控制率,
 * 管理制度健全性 and 资金使用合规性 have two marks here and no standard any more, so what they computed and asked goes.
 */
const UNBOUND = [9, 14, 16, 17].flatMap((row) => ["I", "J"].map((column) => `自评指标计分表!${column}${row}`));

/** 自评合计 counts the funding block's score now (SPEC P6). */
const TYPED_TOTAL = "核验记录!C6";

/**
 * A score-mismatch says by whose standard (SPEC M4) and what has the same cause (SPEC F9): its words, not the values to
 * which a waiver is sealed. The two findings that follow from it are told as gone.
 */
const REWORDED = [21, 24, 27, 30].flatMap((row) => [
  `核验记录!F${row}`,
  `核验记录!H${row + 1}`,
  `核验记录!H${row + 2}`,
]);

/** A deduction without words says that the target was met (SPEC F9), which is no finding beside it any more. */
const MET = [20, 22, 24, 26].flatMap((row) => [`核验记录!F${row}`, `核验记录!H${row + 1}`]);

const WRITTEN: readonly Written[] = [
  { original: REFERENCE, made: "score", options: HESHAN, rerun: [] },
  { original: REFERENCE, made: "fill-blank", options: [...HESHAN, ...HUNAN], rerun: [...UNBOUND, "基础数据!F33", "基础数据!F34", "基础数据!F35", "基础数据!F36", "核验记录!H26", ...newRows(50)] },
  { original: REFERENCE, made: "prepare", options: [], told: HUNAN, raised: EVIDENCE, rerun: [...UNBOUND, "基础数据!F40", "基础数据!F41", "基础数据!F42", "基础数据!F48", "核验记录!H27", ...newRows(57)] },
  { original: TABLE_2018, made: "score", options: TABLE, rerun: [] },
  // In what prepare made, a score that waits for an input waits by its formula: the input speaks (SPEC F9).
  // 预算控制率 computes to 0 of 8: it is filled, and now lacks a reason.
  { original: TABLE_2018, made: "fill-blank", options: TABLE, settled: ["score-missing I6"], raised: ["justification-missing I6"], rerun: [] },
  { original: TABLE_2018, made: "prepare", options: [], told: HUNAN, settled: ["score-missing I6"], rerun: ["核验记录!F23", "核验记录!H25"] },
  { original: PROJECT, made: "score", options: [], rerun: [...MET, TYPED_TOTAL] },
  { original: PROJECT, made: "fill-blank", options: ["--pack", "project"], settled: ["score-missing I13"], rerun: [...REWORDED, TYPED_TOTAL] },
  { original: PROJECT, made: "prepare", options: [], told: ["--pack", "project"], settled: ["score-missing I13"], rerun: [...REWORDED, TYPED_TOTAL] },
]; // prettier-ignore

const nameOf = ({ original, made }: Written): string => `${path.basename(original, ".xlsx")}.${made}`;
const fileOf = (written: Written): string => `test/workbooks/v0.1.0/${nameOf(written)}.xlsx`;
const bytesOf = (file: string): Uint8Array => new Uint8Array(readFileSync(path.resolve(__dirname, "../..", file)));

async function read(host: XlsxHost): Promise<WorkbookSnapshot> {
  const result = await host.read();
  if (!result.ok) throw new Error(JSON.stringify(result.failure));
  return result.value;
}
const snapshotOf = (bytes: Uint8Array | undefined): Promise<WorkbookSnapshot> =>
  read(createXlsxHost(bytes ?? new Uint8Array()));

interface Said {
  readonly contentHash: string;
  readonly tables: readonly {
    readonly sheet: string;
    readonly range: string;
    readonly indicators: readonly unknown[];
  }[];
  readonly findings: readonly {
    readonly code: string;
    readonly cell: string | null;
    readonly fingerprint: string;
    readonly data: Readonly<Record<string, unknown>>;
  }[];
}

async function check(file: string, options: readonly string[]): Promise<Said> {
  const { out, err } = await run(["check", file, ...options, "--format", "json"]);
  expect(err).toBe("");
  return JSON.parse(out) as Said;
}

/** Whether the table has a column for reasons is the one thing that our columns change in a finding about the unit's cells. */
const factsOf = ({ findings }: Said, but: readonly string[] = []): readonly string[] =>
  findings
    .filter(({ code, cell }) => !but.includes(`${code} ${String(cell)}`))
    .map(({ code, cell, fingerprint, data }) =>
      [code, cell, fingerprint, JSON.stringify({ ...data, noColumn: null, also: undefined })].join(" "),
    )
    .sort();

const codesOf = ({ findings }: Said): readonly string[] => findings.map(({ code, cell }) => `${code} ${String(cell)}`);

/** The first text of a column of ours. */
const headerOf = ({ cells }: SheetSnapshot, { top, bottom, left }: Rect): unknown =>
  cells.find(({ row, column }) => column === left && row >= top && row <= bottom)?.value;

const cellsOf = ({ cells }: SheetSnapshot): ReadonlyMap<string, CellSnapshot> =>
  new Map(cells.map((cell) => [a1(cell), cell]));

/**
 * Addresses of all cells whose content is another. The pack that was named is kept in a sheet 规则 since (SPEC M17), and a
 * live formula of ours may be worded anew: it says what this version means by it, and nobody has typed there.
 */
function changedCells(before: WorkbookSnapshot, after: WorkbookSnapshot, named: boolean): readonly string[] {
  const sheets = before.sheets.map(({ name }) => name);
  const added = named && !sheets.includes("规则") ? ["规则"] : [];
  expect(after.sheets.map(({ name }) => name)).toEqual([...sheets, ...added]);
  const { ownership } = readOurs(before);
  const isNew = newSince(before, after);
  return before.sheets.flatMap((sheet, index) => {
    const [was, is] = [cellsOf(sheet), cellsOf(after.sheets[index] ?? sheet)];
    const all = new Set([...was.keys(), ...is.keys()]);
    const says = (cell: CellSnapshot | undefined): unknown => cell?.formula ?? wordedAnew(cell?.value);
    const isLive = (cell: CellSnapshot | undefined): boolean =>
      cell?.formula !== undefined && ownership.isOurCell(sheet.name, cell);
    return [...all]
      .filter((at) => says(was.get(at)) !== says(is.get(at)) && !(isLive(was.get(at)) && isLive(is.get(at))))
      .filter((at) => !isNew(sheet.name, at))
      .map((at) => `${sheet.name}!${at}`);
  });
}

const SEAL_STATUS = /(?<=^[0-9a-f]+:[0-9a-f:]*[0-9a-f]):+(?:live|settled)[:0-9a-f]*$/;

/**
 * The record words what is missing by the one word that there is for it since (SPEC U15), and its seals tell the status
 * (SPEC P15), the round and the hash of what was said in earlier ones (SPEC P49).
 */
const wordedAnew = (value: unknown): unknown =>
  typeof value === "string" ? value.replaceAll("缺少数据", "缺数据").replaceAll("未说明扣分原因", "缺扣分原因").replace(SEAL_STATUS, "") : value; // prettier-ignore

/** Cells that this version adds where 0.1.0 had none: columns and blocks under names of their own, the counts by state, the earlier rounds. */
function newSince(before: WorkbookSnapshot, after: WorkbookSnapshot): (sheet: string, at: string) => boolean {
  const known = new Set(before.names.map(({ name }) => name));
  const areas = after.names.flatMap(({ name, refersTo }) =>
    name.startsWith("_pinghe.") && !known.has(name) ? parseReference(refersTo) : [],
  );
  // 历轮记录 stands right of the list's hidden column M (SPEC P49).
  const counts = (sheet: string, at: string): boolean => sheet === "核验记录" && /^(?:F4|N\d+)$/.test(at);
  return (sheet, at) => {
    const cell = parseA1(at);
    return (
      counts(sheet, at) || areas.some((area) => area.sheet === sheet && cell !== null && isInside(cell, area.rect))
    );
  };
}

/** Without the order in which rules for different cells, and names, are listed, which means nothing. */
function unordered(book: WorkbookSnapshot): WorkbookSnapshot {
  const sorted = <T>(list: readonly T[]): readonly T[] =>
    [...list].sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
  const sheets = book.sheets.map((sheet) => ({
    ...sheet,
    validations: sorted(sheet.validations),
    conditionalFormats: sorted(sheet.conditionalFormats),
  }));
  return { ...book, sheets, names: sorted(book.names) };
}

describe.each(WRITTEN.map((written) => [nameOf(written), written] as const))("version 0.1.0: %s", (_, written) => {
  const { original, options, told = [], settled = [], raised = [] } = written;
  const file = fileOf(written);

  it("[R18] is read as the unit's own workbook: the same tables, the same findings about the unit's cells", async () => {
    const before = await check(original, [...options, ...told]);
    const after = await check(file, options);
    const shape = ({ tables }: Said): unknown => tables.map(({ sheet, range, indicators }) => [sheet, range, indicators.length]); // prettier-ignore
    expect(shape(after)).toEqual(shape(before));
    expect(factsOf(after, raised)).toEqual(factsOf(before, settled));
    expect(codesOf(before)).toEqual(expect.arrayContaining([...settled]));
    expect(codesOf(after)).toEqual(expect.arrayContaining([...raised]));
    if (written.made === "score") expect(after.contentHash).toBe(before.contentHash);
  });

  it("[R18] what it added is known as ours", async () => {
    const book = await snapshotOf(bytesOf(file));
    const own = await snapshotOf(bytesOf(original));
    const { ownership } = readOurs(book);
    const units = new Set(own.sheets.map(({ name }) => name));
    for (const sheet of book.sheets) {
      expect([sheet.name, ownership.isOurSheet(sheet.name)]).toEqual([sheet.name, !units.has(sheet.name)]);
    }
    const headers = book.sheets.flatMap((sheet) =>
      ownership.ourRanges(sheet.name).map((area) => headerOf(sheet, area)),
    );
    expect(new Set(headers)).toEqual(new Set(COLUMNS[original]));
    expect(headers).toHaveLength(COLUMNS[original]?.length ?? 0);
  });

  it("[P2] is continued in place: once more changes what 0.1.0 itself changed, and then nothing", async () => {
    const fill = written.made === "fill-blank" ? ["--fill-blank"] : [];
    const again = await run(["score", file, ...options, ...fill, "-o", "again.xlsx"]);
    const third = await run(["score", "again.xlsx", ...options, ...fill, "-o", "third.xlsx"], again.files);
    const bytes = again.files.get("again.xlsx");
    expect(changedCells(await snapshotOf(bytesOf(file)), await snapshotOf(bytes), options.includes("--pack"))).toEqual(
      written.rerun,
    );
    expect(Buffer.compare(bytes ?? Buffer.of(1), third.files.get("third.xlsx") ?? Buffer.of(2))).toBe(0);
  });

  it("[P13] cleaned, it is the unit's own workbook, cell for cell", async () => {
    const cleaned = await run(["clean", file, "-o", "clean.xlsx"]);
    expect(cleaned.status).toBe(0);
    expect(await snapshotOf(cleaned.files.get("clean.xlsx"))).toEqual(await snapshotOf(bytesOf(original)));
  });

  it.each<[string, (book: WorkbookSnapshot) => WritePlan]>([
    ["cleaning", planClean],
    ["a review in English without inputs", (book) => planReview(book, review(book, NO_OPTIONS), { lang: "en" }).plan],
  ])("[P4] %s is undone: the workbook is read as before", async (_plan, planOf) => {
    const host = createXlsxHost(bytesOf(file));
    const before = await read(host);
    const plan = planOf(before);
    expect(plan.steps).not.toEqual([]);
    const done = await host.write(plan);
    if (!done.ok) throw new Error(JSON.stringify(done.failure));
    expect(await read(host)).not.toEqual(before);
    const undone = await host.write(done.value.inverse);
    if (!undone.ok) throw new Error(JSON.stringify(undone.failure));
    expect(unordered(await snapshotOf(host.bytes()))).toEqual(unordered(before));
  });
});

describe("[P11] a waiver that was given under version 0.1.0", () => {
  const SCORE = "I9";
  const RECORD = "核验记录"; // rows 21, 24, 27 and 30 are the four mismatches
  const waived = async (change: Readonly<Record<string, CellScalar>> = {}) => {
    const book = await snapshotOf(bytesOf("test/workbooks/v0.1.0/project-2020-unexplained-deductions.fill-blank.xlsx"));
    const given = withCells(book, RECORD, new Map<string, CellScalar>([["J21", "豁免"], ["L21", "主管部门已批复"]])); // prettier-ignore
    const changed = withCells(given, "评分表", new Map(Object.entries(change)));
    const options = { ...NO_OPTIONS, pack: builtInPack("project") };
    return findingsInWords(changed, review(changed, options).findings, "zh")
      .filter(({ finding: { at } }) => at && a1(at) === SCORE)
      .map(({ finding: { code }, waived: is }) => `${code}${is ? " waived" : ""}`);
  };

  it("holds, and what followed from it stands again", async () => {
    expect(await waived()).toEqual(["score-mismatch waived", "justification-missing"]);
  });

  it("lapses when the score is another", async () => {
    expect(await waived({ I9: 8 })).toEqual(["score-mismatch"]);
  });
});
