import { highest } from "../workbook/long-lists";
import { compact } from "../model/text";
import type { ScoringTable } from "../model/scoring-table";
import { a1 } from "../workbook/address";
import { cellsInRows } from "../workbook/sheet-view";
import type { WorkbookSnapshot } from "../workbook/snapshot";

/** The words by which a form is known: its own printing, without what a unit fills in (SPEC O1). */
export interface FormText {
  readonly kind: ScoringTable["kind"];
  /** As it stands above the table, without spaces; "" where there is none. */
  readonly title: string;
  /** Headers of table and funding block, and what stands above them. */
  readonly heads: readonly FormWord[];
  /** Names of the first and of the second level. */
  readonly first: readonly FormWord[];
  readonly second: readonly FormWord[];
  /** Printed standards. */
  readonly standards: readonly FormWord[];
}

export interface FormWord {
  /** As it is compared: without spaces, quotes and digits, in simplified characters. */
  readonly key: string;
  /** As it is printed, and its cell where it has one. */
  readonly text: string;
  readonly at: string | null;
}

export const formWord = (text: string, at: string | null = null): FormWord => ({ key: wordKey(text), text, at });

/** Publication loses digits and quotes, and forms are copied in either script. */
export const wordKey = (text: string): string =>
  compact(text).replace(/["'\d]|\p{Script=Han}/gu, (sign) =>
    /["'\d]/.test(sign) ? "" : (SIMPLIFIED.get(sign) ?? sign),
  );

/** Only the characters of the words that forms are known by. */
const SIMPLIFIED: ReadonlyMap<string, string> = new Map(
  "績绩 標标 實实 際际 執执 數数 預预 額额 產产 會会 濟济 項项 門门 決决 過过 評评 權权 係系 單单 總总 資资 調调 達达 報报 計计 質质 時时 續续 滿满 經经 見见 後后 準准 業业 條条 費费 轉转 層层 級级 補补 應应 關关 備备 註注 說说 綜综 況况 完完"
    .split(" ")
    .map(([from = "", to = ""]) => [from, to] as const),
);

/** Rows above a table that can still be part of its form: name, unit, funding, annual goal. */
const ABOVE = 16;

export function formTextOf(book: WorkbookSnapshot, table: ScoringTable, others: readonly ScoringTable[]): FormText {
  const sheet = book.sheets.find(({ name }) => name === table.sheet);
  const before = others
    .filter((other) => other !== table && other.sheet === table.sheet && other.range.bottom < table.range.top)
    .map(({ range }) => range.bottom + 1);
  const from = highest([0, table.range.top - ABOVE, ...before]);
  const header = highest([...table.headerRows, table.range.top]);
  const { funding } = table;
  const inForm = sheet ? cellsInRows(sheet, [{ top: from, bottom: header }, ...(funding ? [funding.range] : [])]) : [];
  const heads = inForm.flatMap(({ row, column, value }) =>
    typeof value === "string" ? [formWord(value, a1({ row, column }))] : [],
  );
  const levels = (depth: number): readonly FormWord[] =>
    table.levels.filter(({ path }) => path.length === depth).map(({ path, at }) => formWord(path.at(-1) ?? "", a1(at)));
  const standards = table.indicators.flatMap(({ standard }) =>
    standard ? [formWord(standard.text, a1(standard.at))] : [],
  );
  return { kind: table.kind, title: compact(table.title ?? ""), heads, first: levels(1), second: levels(2), standards };
}
