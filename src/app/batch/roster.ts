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
 * The names on a list of units: below the first head that speaks of a unit, else in the first column that holds text. Blank
 * rows and totals are no names; a name that stands twice counts once.
 */
export function rosterNames({ sheets }: WorkbookSnapshot): readonly string[] {
  for (const sheet of sheets) {
    const names = namesIn(sheet);
    if (names.length > 0) return names;
  }
  return [];
}

const HEAD = /^(?:填报|预算|报送|被评价|项目|主管)?(?:单位|部门)(?:名称|全称)?$|^名称$/;
const NO_NAME = /^(?:合计|总计|小计|共计)|^[\d.、]+$/;

function namesIn(sheet: SheetSnapshot): readonly string[] {
  const rows = [...cellsByRow(sheet)].sort(([a], [b]) => a - b);
  const texts = rows.map(([row, cells]) => ({
    row,
    cells: cells.map(({ column, value }) => ({ column, text: scalarText(value) })),
  }));
  const heads = texts.flatMap(({ row, cells }) =>
    cells.filter(({ text }) => HEAD.test(nameKey(text))).map(({ column }) => ({ row, column })),
  );
  const isName = (text: string): boolean => nameKey(text) !== "" && !NO_NAME.test(nameKey(text));
  const [head] = heads;
  const column = head?.column ?? texts.flatMap(({ cells }) => cells.filter(({ text }) => isName(text)))[0]?.column;
  const found = texts
    .filter(({ row }) => row > (head?.row ?? -1))
    .flatMap(({ cells }) => cells.filter((cell) => cell.column === column && isName(cell.text)).map(({ text }) => text.trim()));
  const names = new Map<string, string>();
  for (const name of found) if (!names.has(nameKey(name))) names.set(nameKey(name), name);
  return [...names.values()];
} // prettier-ignore

/**
 * Each file belongs to the unit that its tables state, else to the unit whose name its own name holds (of several the
 * longest: 县教育局 before 教育局).
 */
export function againstRoster(expected: readonly string[], files: readonly BatchFile[]): RosterResult {
  const byKey = new Map(expected.map((name) => [nameKey(name), name]));
  const longest = [...byKey].sort(([a], [b]) => b.length - a.length);
  const ownerOf = ({ file, round }: BatchFile): string | null => {
    const stated = (round?.tables ?? []).flatMap(({ unit }) => (unit === null ? [] : [byKey.get(nameKey(unit))]));
    const base = nameKey(file.replace(/^.*[\\/]/, ""));
    return stated.find((name) => name !== undefined) ?? longest.find(([key]) => base.includes(key))?.[1] ?? null;
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
