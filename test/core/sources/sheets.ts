import type { WorkbookSnapshot } from "../../../src/core/workbook/snapshot";
import { NO_OPTIONS, review, type ReviewOptions } from "../../../src/core/review";
import type { IndicatorReview, Review } from "../../../src/core/review.types";
import { exactText } from "../../../src/core/model/exact";
import { loadPack } from "../../../src/core/rules/packs/index";
import type { PackFile } from "../../../src/core/rules/packs/schema";
import { bookOf, sheetOf, type GridRow } from "../../support/grid";

/** One indicator of a small department table as it prints it. */
export interface PrintedRow {
  readonly name: string;
  readonly mark: number;
  readonly standard?: string;
  readonly definition?: string;
  readonly score?: number;
}

const STAFF_DEFINITION = "在职人员控制率=（在职人员数/编制数）×100%。";
export const STAFF_STANDARD = "以100%为标准。在职人员控制率≦100%，计5分；每超过一个百分点扣0.5分，扣完为止。";
export const STAFF: PrintedRow = { name: "在职人员控制率", mark: 5, definition: STAFF_DEFINITION };

/** A sheet 规则 as `prepare` writes it. */
export interface RulesRows {
  readonly pack?: string;
  readonly settings?: Readonly<Record<string, string>>;
}

export function departmentBook(rows: readonly PrintedRow[], rules?: RulesRows): WorkbookSnapshot {
  const grid: GridRow[] = [
    ["2021年度部门整体支出绩效自评表", "", "", "", "", ""],
    ["一级指标", "三级指标", "分值", "自评分", "评分标准", "指标说明"],
    ...rows.map((row, index): GridRow => [
      index === 0 ? "投入" : "",
      row.name,
      row.mark,
      row.score ?? null,
      row.standard ?? "",
      row.definition ?? "",
    ]),
  ];
  const table = sheetOf("自评表", grid);
  if (!rules) return bookOf([table]);
  const lines: GridRow[] = [["项目", "取值"], ["规则包", rules.pack ?? ""], ...Object.entries(rules.settings ?? {})];
  const refersTo = `'规则'!$A$1:$B$${lines.length}`;
  return bookOf(
    [table, sheetOf("规则", lines)],
    [{ name: "_pinghe.sheet.rules", refersTo, scope: null, hidden: true }],
  );
}

/** A pack of the reviewer's own, from the text of its file. */
export function cityPack(entries: string, id = "our-city"): PackFile {
  const read = loadPack(
    `id: ${id}\nversion: 1.0.0\ntitle: { zh: 本市, en: Our city }\nsource: { document: 本市文件 }\nkind: department\n${entries}`,
  );
  if (!read.ok) throw new Error(JSON.stringify(read.failure));
  return read.value;
}

export const reviewedBy = (book: WorkbookSnapshot, options: Partial<ReviewOptions> = {}): Review =>
  review(book, { ...NO_OPTIONS, ...options });

export function indicatorOf({ tables }: Review, name = "在职人员控制率"): IndicatorReview {
  const found = tables[0]?.indicators.find(({ indicator }) => indicator.path.at(-1) === name);
  if (!found) throw new Error(`no indicator ${name}`);
  return found;
}

/** "pack 4": whose rule judged, and the score. */
export function judged({ rule, recomputed }: IndicatorReview): string {
  const score = recomputed.status === "computed" ? exactText(recomputed.score) : recomputed.status;
  return `${rule?.source ?? "none"} ${score}`;
}

/** "code @ name" of the trust findings. */
export const trust = ({ findings }: Review): readonly string[] =>
  findings
    .filter(({ code }) => TRUST.has(code))
    .map(
      ({ code, data, subject }) =>
        `${code} @ ${"name" in data ? data.name : "setting" in data ? subject : "pack" in data ? data.pack : ""}`,
    );

const TRUST: ReadonlySet<string> = new Set([
  "standard-altered",
  "standard-differs",
  "definition-altered",
  "definition-differs",
  "mark-differs",
  "mark-altered",
  "setting-differs",
  "missing-indicator",
  "unknown-indicator",
  "pack-unavailable",
]);
