import { pushAll } from "../../../workbook/long-lists";
import * as v from "valibot";
import { compact } from "../../../model/text";
import { fail, succeed, type Result } from "../../../model/result";
import type { CellAddress } from "../../../workbook/address";
import { SheetView } from "../../../workbook/sheet-view";
import type { SheetSnapshot, WorkbookSnapshot } from "../../../workbook/snapshot";
import { PACK_SCHEMA, type PackFile } from "../schema";
import { repeatedIds } from "../read-pack";
import { wordIssue } from "../word-issue";
import { plainText, readField, type SheetProblem } from "./cell-values";
import { FACTS, labelsOf, SECTIONS, type Field, type Section } from "./fields";
import { headersIn, type SheetHeader } from "./sheet-header";
import { PackBuilder } from "./pack-builder";

export interface SheetPack {
  /** As the sheets say it; what it extends is not yet taken over. */
  readonly pack: PackFile;
  /** The cell in which an indicator's standard or definition stands, by path: "indicators.3.standard". */
  readonly cells: ReadonlyMap<string, CellAddress>;
  /** Columns and rows of which nothing was taken: "评分标准!G1 备注". */
  readonly unused: readonly { readonly at: CellAddress; readonly text: string }[];
}

/**
 * Reads a pack from a workbook (SPEC M23): lists by their headers wherever they stand, facts in pairs of a label and what
 * stands right of it. Every fault is named with its cell; nothing is guessed.
 */
export function readPackSheets(book: WorkbookSnapshot, fileName = ""): Result<SheetPack, readonly SheetProblem[]> {
  const builder = new PackBuilder();
  const unused: { at: CellAddress; text: string }[] = [];
  let listed = false;
  for (const sheet of book.sheets) {
    const view = new SheetView(sheet);
    const headers = headersIn(sheet, view);
    listed ||= headers.some(({ section }) => section.key === "indicators");
    readFacts(sheet, view, headers[0]?.row ?? Infinity, builder, unused);
    headers.forEach((header, i) => {
      readRows(sheet, view, header, headers[i + 1]?.row ?? Infinity, builder);
      pushAll(unused, header.unknown);
    });
  }
  if (!listed) return fail([NO_LIST]);
  if (builder.problems.length > 0) return fail(builder.problems);
  const built = builder.build(fileName);
  const parsed = v.safeParse(PACK_SCHEMA, built);
  if (!parsed.success) return fail(parsed.issues.map((issue) => located(issue, builder)));
  const repeated = repeatedIds(parsed.output).map((path): SheetProblem => ({
    at: builder.cellAt(path.map(String)),
    zh: "这个编号用了两次",
    en: "this id is used twice",
  }));
  if (repeated.length > 0) return fail(repeated);
  return succeed({ pack: parsed.output, cells: builder.cells, unused });
}

const NO_LIST: SheetProblem = {
  at: null,
  zh: "没有找到评分标准表：表头应有“指标”，以及“评分标准”或“计算公式”",
  en: "no list of standards was found: its header has 指标, and 评分标准 or 计算公式",
};

/** Above the lists: a label and its value; a single text above all is the pack's title. */
function readFacts(
  { name: sheet, used }: SheetSnapshot,
  view: SheetView,
  end: number,
  builder: PackBuilder,
  unused: { at: CellAddress; text: string }[],
): void {
  for (let row = used?.top ?? 0; row < Math.min(end, (used?.bottom ?? -1) + 1); row++) {
    const filled: number[] = [];
    for (let column = used?.left ?? 0; column <= (used?.right ?? -1); column++)
      if (view.value(row, column) !== null) filled.push(column);
    const [first, second] = filled;
    if (first === undefined) continue;
    const at = { sheet, row, column: first };
    const label = view.value(row, first);
    const text = typeof label === "string" ? compact(label).replace(/:$/, "") : "";
    const field = FACTS.find((one) => labelsOf(one).includes(text));
    if (field && second !== undefined) builder.fact(field, view.value(row, second), { sheet, row, column: second });
    else if (second === undefined && !field && text !== "") builder.title(plainText(label).trim(), at);
    else if (text !== "项目") unused.push({ at, text: plainText(label) });
  }
}

function readRows(
  { name: sheet, used }: SheetSnapshot,
  view: SheetView,
  { section, row: top, columns }: SheetHeader,
  end: number,
  builder: PackBuilder,
): void {
  for (let row = top + 1; row < Math.min(end, (used?.bottom ?? -1) + 1); row++) {
    const entry = new Map<Field, { readonly value: unknown; readonly at: CellAddress }>();
    for (const [field, column] of columns) {
      // A cell merged over several rows is said of each of them where it names, and once where it scores.
      const cell = SAID_OF_ALL.has(field.key) ? view.shown(row, column) : view.value(row, column);
      const at = { sheet, row, column };
      const read = readField(field, cell);
      if (!read.ok) builder.problems.push({ at, ...read.why });
      else if (read.value !== undefined) entry.set(field, { value: read.value, at });
    }
    const own = [...entry].some(([{ key }]) => !SAID_OF_ALL.has(key));
    if (own || [...entry].some(([{ key }, { at }]) => SAID_OF_ALL.has(key) && view.value(at.row, at.column) !== null))
      builder.entry(section, entry, { sheet, row, column: firstColumn(columns) });
  }
}

const SAID_OF_ALL: ReadonlySet<string> = new Set(["names", "under", "clause", "of"]);

const firstColumn = (columns: ReadonlyMap<Field, number>): number => [...columns.values()][0] ?? 0;

function located(issue: v.BaseIssue<unknown>, builder: PackBuilder): SheetProblem {
  const path = (issue.path ?? []).map(({ key }) => String(key));
  const words = wordIssue(issue);
  const name = labelAt(path);
  return {
    at: builder.cellAt(path),
    zh: name === null ? words.zh : `${name}：${words.zh}`,
    en: name === null ? words.en : `${name}: ${words.en}`,
  };
}

/** What people call the place in the sheet. */
function labelAt(path: readonly string[]): string | null {
  const joined = path.join(".");
  const fact = FACTS.find(({ key }) => joined === key || key.startsWith(`${joined}.`) || joined.startsWith(`${key}.`));
  if (fact) return fact.label;
  const keyOf = (section: Section): string => (section.key === "levels" ? "tiers" : section.key);
  const section = SECTIONS.find((one) => keyOf(one) === path[0]);
  // The mark of a standard bound to it stands under 分值.
  const key = path.includes("standards") && path.at(-1) === "fullMark" ? "mark" : (path.at(-1) ?? "");
  const field = section?.fields.find((one) => one.key === key || one.key.endsWith(`.${key}`));
  return field?.label ?? joined;
}
