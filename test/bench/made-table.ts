import { nameKey } from "../../src/core/model/text";
import { exactFromDouble, roundHalfUp, toDouble, type Exact } from "../../src/core/model/exact";
import { NO_OPTIONS, review, type ReviewOptions } from "../../src/core/review";
import { readBytes } from "./read-bytes";
import { Random } from "../faults/random";
import { buildWorkbook } from "../support/build-workbook";

/** A made-up 部门整体支出 table of `count` indicators, as a file, with the options it is reviewed with. */
export interface MadeTable {
  readonly bytes: Uint8Array;
  readonly options: ReviewOptions;
}

type Row = (string | number | null)[];

const HEADER = ["一级指标", "二级指标", "三级指标", "分值", "指标说明", "评分标准", "完成率", "自评得分", "扣分原因"];
const [SCORE, REASON] = [7, 8];
const FIRST = ["投入", "过程", "产出", "效果"];
const ABOUT = ["培训任务", "巡查任务", "档案整理", "设备维护", "项目验收", "信访办理", "许可办理", "执法检查"];

/** Marks, limits and steps differ from row to row, as they do in print: hardly a sentence comes twice. */
const STANDARDS: readonly ((name: string, mark: number, limit: number) => string)[] = [
  (name, mark, limit) => `${name}≥${limit}%，计${mark}分；每低于一个百分点扣${mark / 10}分，扣完为止。`,
  (name, mark, limit) =>
    `${name}≥${limit}%，计${mark}分；80%（含）-${limit}%，计${mark * 0.75}分；60%（含）-80%，计${mark * 0.5}分；低于60%不得分。`,
  (name) => `得分=${name}×该指标分值，最高不得超过分值上限。`,
];

/**
 * Every indicator of a sheet has its own definition, its own two quantities and a standard; one score in ten is wrong.
 * Several sheets are the same form, filled in alike.
 */
export async function madeTable(count: number, sheets = 1): Promise<MadeTable> {
  const random = new Random(count);
  const inputs = new Map<string, Exact>();
  const rows: Row[] = [["2024年度部门整体支出绩效自评表"], HEADER];
  for (let i = 0; i < count; i++) {
    const mark = random.pick([2, 4, 5, 8, 10]);
    const subject = `${ABOUT[i % ABOUT.length] ?? ""}${numbered(i)}`;
    const [done, planned] = [`${subject}实际数`, `${subject}计划数`];
    const plan = random.whole(40, 400);
    const actual = Math.min(plan, Math.round(plan * random.pick([1, 1, 1, 0.97, 0.93, 0.86, 0.72])));
    inputs.set(nameKey(done), exactFromDouble(actual));
    inputs.set(nameKey(planned), exactFromDouble(plan));
    const quarter = Math.floor((i * FIRST.length) / count);
    const top = i === 0 || quarter !== Math.floor(((i - 1) * FIRST.length) / count);
    rows.push([
      top ? (FIRST[quarter] ?? "") : null,
      top || i % 10 === 0 ? `职责履行${numbered(Math.floor(i / 10))}` : null,
      `${subject}完成率`,
      mark,
      `${subject}完成率=（${done}/${planned}）×100%。`,
      random.pick(STANDARDS)(`${subject}完成率`, mark, random.whole(85, 95)),
      Math.round((actual / plan) * 10_000) / 10_000,
      null,
      null,
    ]);
  }
  const options = { ...NO_OPTIONS, inputs };
  await fillScores(rows, options);
  return { bytes: bytesOf(rows, sheets), options };
}

/** 甲乙, 丙丙甲…: numbering without figures, which a name keeps. */
const numbered = (i: number): string =>
  i
    .toString(8)
    .padStart(4, "0")
    .replace(/\d/g, (digit) => "甲乙丙丁戊己庚辛".charAt(Number(digit)));

const bytesOf = (rows: readonly Row[], sheets: number): Uint8Array =>
  buildWorkbook({ sheets: Array.from({ length: sheets }, (_, i) => ({ name: `自评表${i + 1}`, rows })) });

async function fillScores(rows: Row[], options: ReviewOptions): Promise<void> {
  const [table] = review(await readBytes(bytesOf(rows, 1)), options).tables;
  for (const [i, { indicator, recomputed }] of (table?.indicators ?? []).entries()) {
    const row = rows[indicator.row];
    if (recomputed.status !== "computed" || !row) throw new Error(`not scored: ${indicator.path.join("/")}`);
    const lost = i % 10 === 9 ? 1 : 0;
    row[SCORE] = Math.max(0, toDouble(roundHalfUp(recomputed.score, 2)) - lost);
    if (row[SCORE] !== row[3]) row[REASON] = `招标流程较长，${indicator.path.at(-1) ?? ""}进度滞后`;
  }
}
