import { canonical, compact, trimmed, unspaced } from "../../model/text";
import { UNIT_LABELS, YEAR_LABELS } from "../words/header-words";
import { lastColumn, textOf, type GridCell, type SheetGrid } from "../cells/sheet-grid";

/** What is written around a table about the table (SPEC R11). Null where the sheet does not state it. */
export interface Surroundings {
  readonly title: string | null;
  readonly unit: string | null;
  readonly year: number | null;
}

/** The rows that belong to a table but not to its grid: from the end of the table before it to the next one. */
export interface Area {
  /** Columns beside which another table may stand. */
  readonly from: number;
  readonly to: number;
  readonly above: readonly number[];
  readonly below: readonly number[];
}

export function readSurroundings(grid: SheetGrid, area: Area): Surroundings {
  const cellsIn = (row: number): readonly GridCell[] =>
    grid.cellsIn(row).filter((cell) => cell.column <= area.to && lastColumn(cell) >= area.from);
  const above = area.above.map(cellsIn);
  const lines = [...above, ...area.below.map(cellsIn)];
  const title = readTitle(above);
  return {
    title,
    unit: readUnit(lines) ?? (title === null ? null : unitInTitle(title)),
    year: (title === null ? null : yearIn(title)) ?? readYear(lines) ?? yearInWords(above),
  };
}

/** A line above the table; its cells from left to right. */
type Cells = readonly GridCell[];

const TITLE = /(?:表|评价|自评|评分|考核|打分)/;

/** The lowest row above the table that holds one text only and names a table; one that ends with 表 does so best. */
function readTitle(rows: readonly Cells[]): string | null {
  const lines = rows.flatMap((cells) => {
    const text = cells.length === 1 ? trimmed(textOf(cells[0]?.value ?? null)) : "";
    return text !== "" && !/^(?:附件|附表|单位|金额单位|填报|填表)/.test(compact(text)) && !/[:：]/.test(text)
      ? [text]
      : [];
  });
  const titles = lines.filter((text) => TITLE.test(compact(text)) && compact(text).length <= 60);
  return titles.findLast((text) => /表(?:\([^()]*\))?$/.test(compact(text))) ?? titles[titles.length - 1] ?? null;
}

/** 2021年度, ２０２１年, 二〇二一年; null where no year or more than one is written. */
export function yearIn(text: string): number | null {
  const digits = canonical(text)
    .replaceAll(" ", "")
    .replace(/[二][〇○零Oo0一二三四五六七八九][〇○零Oo0一二三四五六七八九]{2}(?=年)/g, (year) =>
      year.replace(/./g, (digit) => String(Math.max(0, "〇一二三四五六七八九".indexOf(digit)))),
    );
  const years = new Set([...digits.matchAll(/(?<!\d)(20\d{2})(?=年|度|\)|$|部门|项目|-20)/g)].map((match) => Number(match[1])));
  return years.size === 1 ? ([...years][0] ?? null) : null;
} // prettier-ignore

/** The one 年度 that the lines above the table speak of. */
function yearInWords(rows: readonly Cells[]): number | null {
  const texts = rows.flat().map((cell) => compact(textOf(cell.value).slice(0, 80)));
  return yearIn(texts.flatMap((text) => text.match(/20\d{2}年度/g) ?? []).join(","));
}

const YEAR_ALONE = /^\(?20\d{2}年度?\)?$/;

function readYear(rows: readonly Cells[]): number | null {
  // 2021年, 2022年 before rows of money are the years of its parts
  const alone = new Set(
    rows.flat().flatMap(({ value }) => (YEAR_ALONE.test(compact(textOf(value))) ? (yearIn(textOf(value)) ?? []) : [])),
  );
  for (const cells of rows) {
    for (const [i, cell] of cells.entries()) {
      const text = compact(textOf(cell.value));
      if (alone.size === 1 && YEAR_ALONE.test(text)) return yearIn(text);
      const value = valueBeside(cells, cell, i, YEAR_LABELS);
      const year = value === null ? null : yearIn(/^20\d{2}$/.test(value) ? `${value}年` : value);
      if (year !== null) return year;
    }
  }
  return null;
}

/** The unit beside the best label: 单位名称 before 填报单位 before 主管部门. */
function readUnit(rows: readonly Cells[]): string | null {
  let best: { readonly rank: number; readonly unit: string } | null = null;
  for (const cells of rows) {
    for (const [i, cell] of cells.entries()) {
      for (const [rank, label] of UNIT_LABELS.entries()) {
        if (best && best.rank <= rank) break;
        const unit = valueBeside(cells, cell, i, [label]);
        if (unit !== null && isUnitName(unit)) best = { rank, unit };
      }
    }
  }
  return best?.unit ?? null;
}

const BODY = "局|厅|委|办|部|院|所|站|中心|学校|中学|小学|大学|政府|街道|镇|乡|队|会|馆|公司|处|署|室|台|园|社|公安";
const BEFORE_YEAR = new RegExp(`^(?:关于)?([\\u4e00-\\u9fff]{1,24}(?:${BODY}))(?=20\\d{2}年)`);
const BEHIND_YEAR = new RegExp(
  `20\\d{2}年度?([\\u4e00-\\u9fff]{1,24}?(?:${BODY}))(?=(?:部门|单位)?整体|部门预算|部门支出)`,
);

/** 青山县教育局2023年度部门整体支出绩效自评表, 2023年度青山县教育局部门整体支出绩效自评表. */
function unitInTitle(title: string): string | null {
  const text = compact(title);
  return BEFORE_YEAR.exec(text)?.[1] ?? BEHIND_YEAR.exec(text)?.[1] ?? null;
}

/** 单位：万元 states no unit of administration, and a date or another label is none. */
const isUnitName = (text: string): boolean =>
  text.length >= 2 &&
  text.length <= 40 &&
  !/^(?:亿|百万|万|千)?元|[%％]|^\d+$|^人民币|[:：]/.test(text) &&
  !/(?:名称|负责人|联系人|电话|日期|编码|部门\(单位\)|单位\(部门\))$/.test(text) &&
  !UNIT_LABELS.includes(text);

/** What follows a label: after its colon in the same cell, or in the next cell of the row. */
function valueBeside(cells: Cells, cell: GridCell, index: number, labels: readonly string[]): string | null {
  const text = canonical(textOf(cell.value)).trim();
  if (text.length > 80) return null;
  const [label = "", ...rest] = text.split(":");
  const name = label.replace(/\s/g, "").replace(/\((?:盖章|公章|签章|全称|加盖公章)\)|^项目(?=实施单位)/g, "");
  if (!labels.includes(name)) return null;
  const inside = rest.join(":").replace(/\((?:盖章|公章|签章)\)/g, "").trim().split(/\s{2,}/)[0] ?? "";
  if (inside !== "") return inside.replace(/\s/g, "");
  const next = cells[index + 1];
  const value = next === undefined ? "" : unspaced(textOf(next.value));
  return value === "" ? null : value;
} // prettier-ignore
