import { decimalText, percentText, type Exact } from "../../core/model/exact";
import type { Review, TableReview } from "../../core/review.types";
import { todosOf } from "../todo";
import { rowTexts } from "../output/row-json";
import { baseDataTable, fundingTable, scoreTable } from "./draft-tables";
import { deductionsOf, type Deduction } from "./deductions";
import { gap, heading, text, type DraftBlock, type DraftDocument } from "./draft-document";

/**
 * The self-evaluation report of a workbook as a draft in the usual outline (SPEC I28): every sentence says what the workbook
 * holds or what was computed of it, and what it does not hold is a gap for a person to fill. It is filed in Chinese, so it is in
 * Chinese whatever language the program speaks. Null where there is no scoring table.
 */
export function draftReport({ tables, quantities }: Review): DraftDocument | null {
  const [first] = tables;
  if (!first) return null;
  const known = quantities.filter(({ source }) => source?.number);
  return {
    title: titleOf(first).replace("\n", ""),
    blocks: tables.flatMap((reviewed): readonly DraftBlock[] => [
      { is: "title", text: titleOf(reviewed) },
      ...sections(reviewed).flatMap(({ title, blocks }, i) => [heading(`${NUMERALS[i] ?? ""}、${title}`), ...blocks]),
      text("附表1：绩效自评指标计分表"),
      { is: "table", table: scoreTable(reviewed.table) },
      ...(reviewed === tables.at(-1) && known.length > 0
        ? [text("附表2：基础数据"), { is: "table", table: baseDataTable(known) } as const]
        : []),
    ]),
  };
}

const NUMERALS = "一二三四五六七八九";

const titleOf = ({ table: { unit, year, kind } }: TableReview): string =>
  `${unit ?? gap("单位名称")}\n${year === null ? gap("年度") : `${year}年度`}${kind === "project" ? "项目支出" : "部门整体支出"}绩效自评报告`;

interface Section {
  readonly title: string;
  readonly blocks: readonly DraftBlock[];
}

/** The outline that reports follow (the seed's, and that of 财预〔2020〕10号's forms). */
function sections(reviewed: TableReview): readonly Section[] {
  const { table } = reviewed;
  const deductions = deductionsOf(reviewed);
  const isProject = table.kind === "project";
  return [
    { title: isProject ? "项目概况" : "部门概况", blocks: [text(gap(isProject ? "项目名称、立项依据、实施内容和实施单位" : "主要职责、内设机构和人员编制"))] },
    { title: "绩效目标", blocks: targets(reviewed) },
    { title: "评价结论", blocks: conclusion(reviewed).map(text) },
    { title: "指标得分情况", blocks: byLevel(reviewed).map(text) },
    { title: "资金使用情况", blocks: funding(reviewed) },
    { title: "扣分项及原因", blocks: deducted(reviewed, deductions).map(text) },
    { title: "存在的问题", blocks: problems(deductions).map(text) },
    { title: "改进措施", blocks: [text(gap(deductions.length > 0 ? `针对上述${deductions.length}项扣分的改进措施` : "下一步改进措施"))] },
    { title: "其他需要说明的问题", blocks: unanswered(reviewed).map(text) },
  ];
} // prettier-ignore

function targets({ table: { indicators } }: TableReview): readonly DraftBlock[] {
  const lines = indicators.flatMap((indicator) => {
    const { target, actual } = rowTexts(indicator);
    if (!target) return [];
    return [
      `${named(indicator.path)}：年度指标值${target}，实际完成值${actual === null || actual === "" ? gap("实际完成值") : actual}。`,
    ];
  });
  return (lines.length > 0 ? lines : [gap("年度绩效目标")]).map(text);
}

function conclusion({ totals, coverage }: TableReview): readonly string[] {
  const { score, statedScore, recomputed, fullMark, grade } = totals;
  if (score === null) return [`满分${shown(fullMark)}分，自评得分${gap("各项指标的自评得分")}。`];
  const by = grade && { self: "自评得分", recomputed: "复算得分", reviewed: "复核得分" }[grade.basis];
  const rest = coverage.marks.sub(coverage.judged);
  return [
    `满分${shown(fullMark)}分，自评得分${shown(score)}分${grade ? `，按${by}等级为“${grade.value}”` : ""}。`,
    ...(statedScore && !statedScore.equals(score)
      ? [`表中合计填为${shown(statedScore)}分，各项指标得分之和为${shown(score)}分，两者不一致，${gap("以何者为准")}。`]
      : []),
    ...(recomputed
      ? [
          recomputed.equals(score)
            ? `按评分标准逐项复算，与自评得分一致。`
            : `按评分标准逐项复算为${shown(recomputed)}分，与自评得分相差${shown(recomputed.sub(score).abs())}分，${gap("以何者为准")}。`,
        ]
      : []),
    ...(!recomputed && rest.compare(0) > 0
      ? [`已按评分标准复算的分值为${shown(coverage.judged)}分；因缺少数据或评分标准未能复算的分值为${shown(rest)}分。`]
      : []),
  ];
} // prettier-ignore

/** Each first level with those under it; then the scores that the rules give otherwise. */
function byLevel({ levels, indicators }: TableReview): readonly string[] {
  const line = ({ path, statedMark, markSum, scoreSum }: TableReview["levels"][number]): string =>
    `${path.at(-1) ?? ""}满分${shown(statedMark ?? markSum)}分，得${scoreSum ? `${shown(scoreSum)}分` : gap("得分")}`;
  const lines = levels
    .filter(({ path }) => path.length === 1)
    .map((level) => [level, ...levels.filter(({ path }) => path.length === 2 && path[0] === level.path[0])].map(line));
  const differing = indicators.flatMap(({ indicator, recomputed, state }) => {
    const score = indicator.score?.stated?.number;
    if (state !== "differing" || !score || recomputed.status !== "computed") return [];
    return [`${named(indicator.path)}自评${shown(score)}分，按评分标准复算为${shown(recomputed.score)}分，${gap("以何者为准")}。`];
  });
  return [...lines.map((own) => `${own.join("；")}。`), ...differing, "各项指标得分见附表1。"];
} // prettier-ignore

function funding({ table, funding: block }: TableReview): readonly DraftBlock[] {
  if (!table.funding || !block) return [text(gap("预算安排、资金到位和支出情况"))];
  const { rate, fullMark, score } = block;
  return [
    text(`金额单位：${table.funding.moneyUnit ?? gap("金额单位")}`),
    { is: "table", table: fundingTable(table.funding) },
    text(rate.status === "computed" ? `执行率${percentText(rate.number)}。` : gap("执行率")),
    ...(fullMark ? [text(`预算执行率满分${shown(fullMark)}分，得${score ? `${shown(score)}分` : gap("得分")}。`)] : []),
  ];
}

function deducted(reviewed: TableReview, deductions: readonly Deduction[]): readonly string[] {
  const unscored = todosOf(reviewed).filter(({ kind }) => kind === "unscored");
  const lines = deductions.map(
    ({ names, fullMark, score, lost, reason }, i) =>
      `${i + 1}．${names.join("、")}：${fullMark && score ? `满分${shown(fullMark)}分，得${shown(score)}分，` : ""}扣${shown(lost)}分。扣分原因：${reason ?? gap("扣分原因")}`,
  );
  const missing = unscored.map(({ name }) => `${name}：${gap("自评得分")}`);
  if (lines.length + missing.length > 0) return [...lines, ...missing];
  return [reviewed.totals.score ? "各项指标没有扣分。" : gap("扣分项及原因")];
} // prettier-ignore

function problems(deductions: readonly Deduction[]): readonly string[] {
  const lost = deductions.map(({ names, lost: marks }) => `${names.join("、")}（扣${shown(marks)}分）`);
  return [...(lost.length > 0 ? [`扣分的指标为：${lost.join("；")}。`] : []), gap("存在的问题及原因分析")];
}

/** What nobody gave: data that an indicator waits for, and what satisfaction rests on. */
function unanswered(reviewed: TableReview): readonly string[] {
  const lacking = todosOf(reviewed).filter(({ kind, missing }) => kind === "lacking" && missing.length > 0);
  const satisfaction = reviewed.table.indicators.filter(({ path, score }) => named(path).includes("满意") && score?.stated);
  return [
    ...lacking.map(({ name, missing }) => `${name}：${missing.map((what) => gap(what)).join("、")}`),
    ...satisfaction.map(({ path }) => `${named(path)}：${gap("得分的依据")}`),
    gap("其他需要说明的问题"),
  ];
} // prettier-ignore

const named = (path: readonly string[]): string => path.at(-1) ?? "";

/** As many decimals as there are, short of the noise of a double. */
const shown = (value: Exact): string => decimalText(value, 6);
