import { nameKey } from "../../core/model/text";
import { scalarText } from "../../core/workbook/cell-content";
import { append } from "../../core/workbook/lists-by-key";
import { cellsByRow } from "../../core/workbook/sheet-view";
import type { SheetSnapshot, WorkbookSnapshot } from "../../core/workbook/snapshot";
import type { BatchFile } from "./batch-unit";

/** Who was to report, and who did (SPEC Y13). */
export interface RosterResult {
  readonly expected: readonly string[];
  readonly filed: readonly { readonly name: string; readonly files: readonly string[] }[];
  readonly missing: readonly string[];
  /** Files that belong to nobody on the list. */
  readonly unknown: readonly string[];
}

/**
 * The names on a list of units: below the heads that speak of a unit, on whatever sheet, 单位 before 主管部门 beside it and all
 * of one wording; without one, in the first column that holds text. Blank rows and totals are no names; a name that stands twice counts once.
 */
export function rosterNames({ sheets }: WorkbookSnapshot): readonly string[] {
  const read = sheets.map(textsOf);
  const heads = read.flatMap((texts) => headsIn(texts).map((head) => ({ head, texts })));
  const best = heads.find(({ head }) => UNIT.test(nameKey(head.text))) ?? heads[0];
  const same = heads.filter(({ head }) => best && nameKey(head.text) === nameKey(best.head.text));
  const headed = distinct(same.flatMap(({ head, texts }) => namesBelow(texts, head)));
  if (headed.length > 0) return headed;
  for (const texts of read) {
    const first = texts.find(({ text }) => isName(text));
    if (first) return distinct(namesBelow(texts, { row: first.row - 1, column: first.column }));
  }
  return [];
}

const HEAD = /^(?:填报|预算|报送|被评价|项目|主管)?(?:单位|部门)(?:名称|全称)?$|^名称$/;
const UNIT = /^(?!主管).*单位/;
const NO_NAME = /^(?:合计|总计|小计|共计)|^[\d.、]+$/;

interface PlacedText {
  readonly row: number;
  readonly column: number;
  readonly text: string;
}

/** By row, then column. */
const textsOf = (sheet: SheetSnapshot): readonly PlacedText[] =>
  [...cellsByRow(sheet)]
    .sort(([a], [b]) => a - b)
    .flatMap(([row, cells]) => cells.map(({ column, value }) => ({ row, column, text: scalarText(value) })));

const headsIn = (texts: readonly PlacedText[]): readonly PlacedText[] =>
  texts.filter(({ text }) => HEAD.test(nameKey(text)));

const isName = (text: string): boolean =>
  nameKey(text) !== "" && !NO_NAME.test(nameKey(text)) && !HEAD.test(nameKey(text));

const namesBelow = (
  texts: readonly PlacedText[],
  { row, column }: Pick<PlacedText, "row" | "column">,
): readonly string[] =>
  texts.filter((one) => one.column === column && one.row > row && isName(one.text)).map(({ text }) => text.trim());

function distinct(found: readonly string[]): readonly string[] {
  const names = new Map<string, string>();
  for (const name of found) if (!names.has(nameKey(name))) names.set(nameKey(name), name);
  return [...names.values()];
}

/**
 * Each file belongs to the unit that its tables state; where none states a unit, to the one whose name the file's own name
 * holds (of several the longest: 县教育局 before 教育局).
 */
export function againstRoster(expected: readonly string[], files: readonly BatchFile[]): RosterResult {
  const byKey = new Map(expected.map((name) => [nameKey(name), name]));
  const longest = [...byKey].sort(([a], [b]) => b.length - a.length);
  const ownerOf = ({ file, round }: BatchFile): string | null => {
    const stated = (round?.tables ?? []).flatMap(({ unit }) =>
      unit === null ? [] : [byKey.get(nameKey(unit)) ?? null],
    );
    if (stated.length > 0) return stated.find((name) => name !== null) ?? null;
    const base = nameKey(file.replace(/^.*[\\/]/, ""));
    return longest.find(([key]) => base.includes(key))?.[1] ?? null;
  };
  const filed = new Map<string, string[]>();
  const unknown: string[] = [];
  for (const one of files) {
    const owner = ownerOf(one);
    if (owner === null) unknown.push(one.file);
    else append(filed, owner, one.file);
  }
  return {
    expected,
    filed: expected.flatMap((name) => (filed.has(name) ? [{ name, files: filed.get(name) ?? [] }] : [])),
    missing: expected.filter((name) => !filed.has(name)),
    unknown,
  };
}
