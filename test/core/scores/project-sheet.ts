import type { CellScalar, WorkbookSnapshot } from "../../../src/core/workbook/snapshot";
import { NO_OPTIONS, review, type ReviewOptions } from "../../../src/core/review";
import type { Review, TableReview } from "../../../src/core/review.types";
import { builtInPack } from "../../../src/core/rules/packs/index";
import type { PackFile } from "../../../src/core/rules/packs/schema";
import { exactText } from "../../../src/core/model/exact";
import { gridBook, LEFT, type GridRow } from "../../support/grid";

/** One line of a made-up project table, as it is printed. */
export interface ProjectRow {
  readonly level?: string;
  readonly group: string;
  readonly name: string;
  readonly nature?: string;
  readonly target: CellScalar;
  readonly unit?: string;
  readonly actual: CellScalar;
  readonly mark: number;
  readonly score: CellScalar;
  readonly reason?: string;
}

export interface ProjectFunding {
  readonly budget?: CellScalar;
  readonly executed?: CellScalar;
  readonly mark?: number;
  readonly score?: CellScalar;
}

/** A project table as the platforms print it: the funding block above, 指标性质 and 度量单位 in columns of their own. */
export function projectBook(rows: readonly ProjectRow[], funding: ProjectFunding = {}): WorkbookSnapshot {
  const { budget = 100, executed = 100, mark = 10, score = null } = funding;
  const grid: GridRow[] = [
    ["2023年度项目支出绩效自评表", LEFT, LEFT, LEFT, LEFT, LEFT, LEFT, LEFT, LEFT, LEFT],
    ["项目资金（万元）", "", "年初预算数", "全年预算数", "全年执行数", "分值", "执行率", "得分", "", ""],
    ["年度资金总额", "", budget, budget, executed, mark, "", score, "", ""],
    ["其中：当年财政拨款", "", budget, budget, executed, "", "", "", "", ""],
    ["一级指标", "二级指标", "三级指标", "指标性质", "年度指标值", "度量单位", "实际完成值", "分值", "得分", "偏差原因分析及改进措施"],
    ...rows.map((row, index): GridRow => [
      row.level ?? (index === 0 ? "产出指标" : ""), row.group, row.name, row.nature ?? "", row.target, row.unit ?? "", row.actual, row.mark, row.score,
      row.reason ?? "",
    ]),
    ["合计", "", "", "", "", "", "", rows.reduce((sum, one) => sum + one.mark, mark), "", ""],
  ]; // prettier-ignore
  return gridBook(grid);
}

export function pack(id: string): PackFile {
  const found = builtInPack(id);
  if (!found) throw new Error(`no such pack: ${id}`);
  return found;
}

export const reviewed = (book: WorkbookSnapshot, options: Partial<ReviewOptions> = {}): Review =>
  review(book, { ...NO_OPTIONS, pack: pack("project"), ...options });

export function onlyTable({ tables }: Review): TableReview {
  const [table] = tables;
  if (!table || tables.length > 1) throw new Error(`${tables.length} tables`);
  return table;
}

/** The recomputed score in words: a number, or why there is none. */
export const scoreText = ({ recomputed }: Pick<TableReview["indicators"][number], "recomputed">): string =>
  recomputed.status === "computed" ? exactText(recomputed.score) : recomputed.status;

export const scoresOf = (table: TableReview): Readonly<Record<string, string>> =>
  Object.fromEntries(table.indicators.map((one) => [one.indicator.path.at(-1) ?? "", scoreText(one)]));
