import { compact, unspaced } from "../../model/text";
import { textOf, type GridCell, type SheetGrid } from "../cells/sheet-grid";
import type { BaseHeader } from "./base-header";

/** Names on the left: 项目, 指标名称, 数据项. */
const LABEL =
  /^(?:(?:基础|统计|填报)?(?:项目|指标|数据|事项|要素)(?:名称|项目|项|内容)|项目|指标|名称|事项|要素|数据指标|统计指标|基础数据)$/;
/** What stands for them: 数值, 2021年数值, 本年数. */
const VALUE =
  /^(?:20\d\d年?度?|上一?年度?|本年度?|当年)?(?:实际|填报|统计|年末|期末|全年)?(?:数值|数据|数额|金额|数量|取值|(?<=.)[值数])$/;
const UNIT = /^(?:计量|度量|数据)?单位$/;
const ASIDE = /^(?:序号|编号|备注|说明|填报说明|(?:数据|资料)?来源(?:说明)?|(?:取数|统计)?口径|填报人)$/;

/**
 * The head of a list of names and numbers and nothing else (项目 | 数值, 指标 | 单位 | 2021年数值 | 备注): base data of the unit's
 * own (SPEC R52). Null for any other row; a head that says anything more belongs to another kind of table.
 */
export function plainHeaderAt(grid: SheetGrid, row: number): BaseHeader | null {
  const cells = grid.cellsIn(row);
  if (cells.length < 2 || cells.some((cell) => typeof cell.value !== "string")) return null;
  const heads = cells.map((cell) => ({ cell, text: headOf(cell) }));
  const of = (words: RegExp) => heads.filter(({ text }) => words.test(text));
  const [labels, values, units] = [of(LABEL), of(VALUE), of(UNIT)];
  const [label] = labels;
  const known = labels.length + values.length + units.length + of(ASIDE).length;
  if (!label || labels.length > 1 || values.length === 0 || units.length > 1 || known !== heads.length) return null;
  if (values.some(({ cell }) => cell.column < label.cell.column)) return null;
  return {
    top: row,
    bottom: row,
    heading: unspaced(textOf(label.cell.value)),
    columns: values.map(({ cell, text }) => valueColumn(cell, text)),
    list: { label: label.cell.column, unit: units[0]?.cell.column ?? null },
  };
}

const headOf = ({ value }: GridCell): string => compact(textOf(value)).replace(/[([][^()[\]]*[)\]]$/, "");

function valueColumn({ column, value }: GridCell, text: string): BaseHeader["columns"][number] {
  const year = /^(20\d\d)/.exec(text)?.[1];
  const unit = /[([](?:单位:?)?([^()[\]]{1,4})[)\]]$/.exec(compact(textOf(value)))?.[1] ?? null;
  return {
    column,
    header: compact(textOf(value)),
    name: "",
    year: year === undefined ? null : Number(year),
    yearOffset: text.startsWith("上") ? -1 : /^(?:本|当)年/.test(text) ? 0 : null,
    phase: null,
    unit,
  };
}
