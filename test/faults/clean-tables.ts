import { nameKey } from "../../src/core/model/text";
import { decimalText, exactFromDouble, roundHalfUp, toDouble, type Exact } from "../../src/core/model/exact";
import type { CellScalar, WorkbookSnapshot } from "../../src/core/workbook/snapshot";
import { NO_OPTIONS, review, type ReviewOptions } from "../../src/core/review";
import { LEFT, sheetOf, bookOf, UP, type GridCell, type GridRow } from "../support/grid";
import type { Random } from "./random";

/** A made-up table that a careful unit filled in, with the options it is reviewed with. */
export interface CleanTable {
  readonly kind: "department" | "project";
  readonly book: WorkbookSnapshot;
  readonly options: ReviewOptions;
}

const FIRST = ["投入", "过程", "产出", "效果"];
const SECOND = ["目标设定", "预算配置", "预算执行", "预算管理", "资产管理", "职责履行", "履职效益", "信息公开"];
const SUBJECTS = [
  "培训任务",
  "巡查任务",
  "档案整理",
  "设备维护",
  "资金拨付",
  "项目验收",
  "信访办理",
  "许可办理",
  "执法检查",
  "政策宣传",
  "系统运维",
  "课题研究",
];
const REASONS = [
  "受疫情影响，部分工作推迟到次年实施",
  "招标流程较长，导致进度滞后",
  "上级资金下达较晚，年内未能完成",
  "服务对象配合度不高，样本回收不足",
  "设备到货延迟，安装调试未完成",
  "人员调整，工作衔接出现空档",
];

/** The standards the tables print, by how the score follows from the rate. */
const STANDARDS: readonly ((name: string, mark: number) => string)[] = [
  (name, mark) => `以100%为标准。${name}≥100%，计${mark}分；每低于一个百分点扣${mark / 10}分，扣完为止。`,
  (name, mark) =>
    `${name}≥90%，计${mark}分；80%（含）-90%，计${mark * 0.75}分；60%（含）-80%，计${mark * 0.5}分；低于60%不得分。`,
  (name) => `得分=${name}×该指标分值，最高不得超过分值上限。`,
];

const HEADER = ["一级指标", "二级指标", "三级指标", "分值", "指标说明", "评分标准", "完成率", "自评得分", "扣分原因"];
export const SCORE_COLUMN = 7;

/** 部门整体支出: rates with definitions and standards, scores as the standards give them, a reason for every deduction. */
export function cleanDepartment(random: Random): CleanTable {
  const rows: GridRow[] = [[`${random.whole(2019, 2024)}年度部门整体支出绩效自评表`], HEADER];
  const inputs = new Map<string, Exact>();
  let subject = 0;
  for (const first of FIRST.slice(0, random.whole(2, 4))) {
    const start = rows.length;
    let sum = 0;
    for (let second = random.whole(1, 2); second > 0; second--) {
      const name = SECOND[(start + second) % SECOND.length] ?? "";
      for (let third = random.whole(1, 3), top = true; third > 0; third--, top = false) {
        const mark = random.pick([2, 4, 5, 8, 10]);
        sum += mark;
        const about = SUBJECTS[subject % SUBJECTS.length] ?? "";
        rows.push([
          rows.length === start ? first : UP,
          top ? name : UP,
          ...departmentRow(`${about}${subject++ >= SUBJECTS.length ? "复核" : ""}完成率`, mark, random, inputs),
        ]);
      }
    }
    rows[start] = [`${first}（${sum}分）`, ...(rows[start] ?? []).slice(1)];
  }
  rows.push(["合计", LEFT, LEFT, sumOf(rows, 3), null, null, null, null, null]);
  return filled("department", rows, { ...NO_OPTIONS, inputs }, random);
}

function departmentRow(name: string, mark: number, random: Random, inputs: Map<string, Exact>): GridCell[] {
  const [done, planned] = [`${name.slice(0, -3)}实际数`, `${name.slice(0, -3)}计划数`];
  const plan = random.whole(40, 400);
  const actual = Math.min(plan, Math.round(plan * random.pick([1, 1, 1, 0.97, 0.93, 0.86, 0.72])));
  inputs.set(nameKey(done), exactFromDouble(actual));
  inputs.set(nameKey(planned), exactFromDouble(plan));
  const definition = `${name}=（${done}/${planned}）×100%。`;
  const rate = Math.round((actual / plan) * 10_000) / 10_000;
  return [name, mark, definition, random.pick(STANDARDS)(name, mark), rate, null, null];
}

/** 项目支出: a funding block whose total is the sum of its parts, targets met or missed with a reason. */
export function cleanProject(random: Random): CleanTable {
  const budget = random.whole(50, 900);
  const carried = random.whole(10, 40);
  const total = budget + carried;
  const rows: GridRow[] = [
    [`${random.whole(2019, 2024)}年度项目支出绩效自评表`],
    ["项目资金（万元）", "年初预算数", "全年预算数", "全年执行数", "分值", "执行率", "得分", null],
    ["年度资金总额", total, total, total, 10, 1, 10, null],
    ["其中：当年财政拨款", budget, budget, budget, null, 1, null, null],
    ["上年结转资金", carried, carried, carried, null, 1, null, null],
    ["一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分", "偏差原因分析及改进措施"],
  ];
  for (const [first, second, share] of [
    ["产出指标", "数量指标", 50],
    ["效益指标", "社会效益指标", 30],
    ["满意度指标", "服务对象满意度指标", 10],
  ] as const) {
    const count = random.whole(1, 3);
    for (let i = 0; i < count; i++) {
      const mark = i === count - 1 ? share - Math.floor(share / count) * (count - 1) : Math.floor(share / count);
      rows.push([
        i === 0 ? `${first}（${share}分）` : UP,
        i === 0 ? second : UP,
        ...projectRow(second, i, mark, random),
      ]);
    }
  }
  const scores = [10, ...rows.slice(6).map((row) => Number(row[6]))].reduce((a, b) => a + b, 0);
  rows.push(["总分", LEFT, LEFT, null, null, 100, scores, null]);
  return { kind: "project", book: bookOf([sheetOf("自评表", rows)]), options: NO_OPTIONS };
}

function projectRow(second: string, index: number, mark: number, random: Random): GridCell[] {
  const about = `${random.pick(SUBJECTS)}${index + 1}`;
  const missed = random.fraction() < 0.3;
  const score = missed ? mark - 1 : mark;
  const reason = missed ? `${random.pick(REASONS)}（${about}）` : null;
  if (second === "数量指标") {
    const target = random.whole(20, 300);
    return [`${about}数量`, `≥${target}个`, missed ? target - random.whole(1, 9) : target, mark, score, reason];
  }
  return [
    `${about}${second === "社会效益指标" ? "达标率" : "满意度"}`,
    "≥95%",
    missed ? "93%" : "95%",
    mark,
    score,
    reason,
  ];
}

const sumOf = (rows: readonly GridRow[], column: number): number =>
  rows.slice(2).reduce((sum, row) => sum + (typeof row[column] === "number" ? row[column] : 0), 0);

/** Types in the scores that the printed standards give, a reason for each deduction, and the total. */
function filled(kind: "department", rows: GridRow[], options: ReviewOptions, random: Random): CleanTable {
  const [table] = review(bookOf([sheetOf("自评表", rows)]), options).tables;
  let total = 0;
  for (const { indicator, recomputed } of table?.indicators ?? []) {
    if (recomputed.status !== "computed" || !indicator.fullMark)
      throw new Error(`not scored: ${indicator.path.join("/")} ${JSON.stringify(recomputed)}`);
    const score = roundHalfUp(recomputed.score, 2);
    const lost = indicator.fullMark.number.sub(score);
    const reason =
      lost.n === 0n ? null : `${random.pick(REASONS)}（${indicator.path.at(-1) ?? ""}），影响${decimalText(lost, 2)}分`;
    total += toDouble(score);
    rows[indicator.row] = [...(rows[indicator.row] ?? []).slice(0, SCORE_COLUMN), toDouble(score), reason];
  }
  const last = rows.length - 1;
  const scored: CellScalar = Math.round(total * 100) / 100;
  rows[last] = [...(rows[last] ?? []).slice(0, SCORE_COLUMN), scored, null];
  return { kind, book: bookOf([sheetOf("自评表", rows)]), options };
}
