import { compact, nameKey } from "../model/text";
import type { ScoringTable } from "../model/scoring-table";
import { readOurs } from "../ours/read-ours";
import type { CellSnapshot, SheetSnapshot, WorkbookSnapshot } from "../workbook/snapshot";
import { append } from "../workbook/lists-by-key";
import { cellsByRow, SheetView } from "../workbook/sheet-view";
import type { CellAddress } from "../workbook/address";
import { pushAll } from "../workbook/long-lists";

/** A standard that is printed away from its row and names its indicator; `text` is all that its cell prints. */
export interface NamedStandard {
  readonly name: string;
  /** Names of the levels above it, where the list has them; empty otherwise. */
  readonly levels: readonly string[];
  readonly standard: string;
  readonly text: string;
  readonly at: CellAddress;
}

const STANDARD =
  /^(?:(?:评分|评价|计分|考核|考评|打分|赋分|扣分|得分|评定)(?:标准|细则|办法|方法|方式|规则|说明|依据)|得分计算(?:方法|方式|公式)|评分标准及(?:办法|依据)|标准|细则)$/;
const NAME = /^(?:[三四末]级|具体|考核|评价|绩效|考评|评分)?(?:指标|项目|内容)(?:名称|内容)?$/;
const LEVEL = /^[一二三]级指标(?:名称)?$|^指标类[型别]$|^类别$/;

interface Header {
  readonly name: number;
  readonly levels: readonly number[];
  readonly standard: number;
}

export type StandardsByName = ReadonlyMap<string, readonly NamedStandard[]>;

export function standardsByName(standards: readonly NamedStandard[]): StandardsByName {
  const byName = new Map<string, NamedStandard[]>();
  for (const one of standards) append(byName, nameKey(one.name), one);
  return byName;
}

/**
 * The lists of a workbook that speak for a table: on sheets where nothing is scored, and on the table's own sheet outside of
 * all tables. Each sheet is read once, however many tables ask.
 */
export class StandardLists {
  private readonly book: WorkbookSnapshot;
  private readonly tables: readonly ScoringTable[];
  private readonly scoring: ReadonlySet<string>;
  private readonly bySheet = new Map<string, StandardsByName>();

  constructor(book: WorkbookSnapshot, tables: readonly ScoringTable[]) {
    const scored = tables.filter((one) => one.columns.some(({ role }) => role === "score" || role === "actual"));
    this.book = book;
    this.tables = tables;
    this.scoring = new Set(scored.map(({ sheet }) => sheet));
  }

  /** `key`: the name of an indicator as `nameKey` gives it. */
  named(key: string, table: ScoringTable): readonly NamedStandard[] {
    const { ownership } = readOurs(this.book);
    return this.book.sheets.flatMap((sheet) => {
      const speaks = !this.scoring.has(sheet.name) || sheet.name === table.sheet;
      return speaks && !ownership.isOurSheet(sheet.name) ? (this.listsOn(sheet).get(key) ?? []) : [];
    });
  }

  private listsOn(sheet: SheetSnapshot): StandardsByName {
    const known = this.bySheet.get(sheet.name);
    if (known) return known;
    const taken = this.scoring.has(sheet.name) ? this.rowsOfTables(sheet.name) : null;
    const read = standardsByName(listedStandards(sheet, (row) => !taken?.has(row)));
    this.bySheet.set(sheet.name, read);
    return read;
  }

  private rowsOfTables(sheet: string): ReadonlySet<number> {
    const rows = new Set<number>();
    for (const { range } of this.tables.filter((one) => one.sheet === sheet)) {
      for (let row = range.top; row <= range.bottom; row++) rows.add(row);
    }
    return rows;
  }
}

/**
 * The entries of every list 指标 + 评分标准 of a sheet, among the rows that `inside` allows: a row with both headers, then
 * one entry a row up to the first row that has neither. What is merged over several rows stands in each of them.
 */
function listedStandards(sheet: SheetSnapshot, inside: (row: number) => boolean): readonly NamedStandard[] {
  const view = new SheetView(sheet);
  const byRow = cellsByRow(sheet);
  const rows = [...byRow.keys()].filter(inside).sort((a, b) => a - b);
  const found: NamedStandard[] = [];
  let header: Header | null = null;
  let last = -1;
  for (const row of rows) {
    const next = headerAt(byRow.get(row) ?? []);
    if (next) header = next;
    else if (header && row > last + 1) header = null;
    else if (header) pushAll(found, entryAt(view, header, row));
    last = row;
  }
  return found;
}

function headerAt(cells: readonly CellSnapshot[]): Header | null {
  const heads = cells.map(({ column, value }) => ({ column, head: compact(textOf(value)).replace(/\(.*\)$/, "") }));
  const standard = heads.find(({ head }) => STANDARD.test(head));
  const names = heads.filter(
    ({ head, column }) => (NAME.test(head) || LEVEL.test(head)) && standard && column < standard.column,
  );
  const name = names.findLast(({ head }) => NAME.test(head)) ?? names.findLast(({ head }) => LEVEL.test(head));
  if (!standard || !name) return null;
  const levels = names.filter(({ head, column }) => column < name.column && /级指标|类/.test(head));
  return { name: name.column, levels: levels.map(({ column }) => column), standard: standard.column };
}

function entryAt(view: SheetView, { name, levels, standard }: Header, row: number): readonly NamedStandard[] {
  const said = (column: number): string => textOf(view.shown(row, column));
  const at = view.anchor(row, standard);
  const text = textOf(view.value(at.row, at.column));
  const own = said(name);
  if (own === "" || text === "") return [];
  const above = levels.map((column) => levelAt(view, row, column)).filter((level) => level !== "" && level !== own);
  return [{ name: own, levels: above, standard: text, text, at: { sheet: view.sheet.name, ...at } }];
}

/** A level stands once over its rows, merged or with blanks below it. */
function levelAt(view: SheetView, row: number, column: number): string {
  for (let at = row; at >= Math.max(0, row - 60); at--) {
    const said = textOf(view.shown(at, column));
    if (said !== "") return LEVEL.test(compact(said)) || NAME.test(compact(said)) ? "" : said;
  }
  return "";
}

/** A text exactly as its cell holds it, blank or anything but a text as "". */
const textOf = (value: unknown): string => (typeof value === "string" && compact(value) !== "" ? value : "");
