import { a1, rectA1 } from "../../core/workbook/address";
import { decimalText, exactText, percentText, type Exact } from "../../core/model/exact";
import type { IndicatorReview, TableReview } from "../../core/review.types";
import type { Language } from "../../app/failure-words";
import { countTodos, openQuestions, todosOf } from "../../app/todo";
import { MARK_STATES, STATE_WORDS } from "../../app/state-words";
import type { tinter } from "../terminal";
import { verdictCounts } from "./comparison-text";
import { ruleKindText } from "./rule-kinds";

export type Say = (zh: string, en: string) => string;
export type Paint = ReturnType<typeof tinter>;

/** One table: what was judged of it, what is missing, and for every score the rule that judged it. `cells`: the account of its cells. */
export function tableLines(
  reviewed: TableReview,
  cells: readonly string[],
  lang: Language,
  say: Say,
  paint: Paint,
): string[] {
  const { table } = reviewed;
  const counts = verdictCounts(reviewed, lang);
  const facts = [
    table.kind === "department" ? say("部门整体支出", "department overall") : say("项目支出", "project"),
    ...(table.unit === null ? [] : [table.unit]),
    ...(table.year === null ? [] : [say(`${table.year} 年度`, String(table.year))]),
    say(`${reviewed.indicators.length} 项指标`, `${reviewed.indicators.length} indicators`),
  ];
  return [
    `${paint("bold", table.sheet)} ${rectA1(table.range)}  ${facts.join(" · ")}`,
    `  ${coverageLine(reviewed, say)}`,
    ...cells,
    `  ${totalsLine(reviewed, say)}`,
    ...openQuestions(reviewed).map(
      ({ question, clause }) =>
        `  ${say(`未回答，未据此封顶：${question}（${clause}）`, `Not answered, so no cap: ${question} (${clause})`)}`,
    ),
    ...missingLine(reviewed, say).map((line) => `  ${line}`),
    ...(counts === "" ? [] : [`  ${say("三方对照", "Three-way")}${say("：", ": ")}${counts}`]),
    ...rateLines(reviewed, say),
    ...scoreLines(reviewed, say),
  ];
}

/** Every mark in its one state; those that are none are not listed (SPEC V1). */
function coverageLine({ coverage }: TableReview, say: Say): string {
  const states = MARK_STATES.flatMap((state) => {
    const { zh, en } = STATE_WORDS[state];
    return marks(coverage[state], (m) => say(`${zh} ${m} 分`, `${en} ${m}`));
  });
  const head = say(
    `已复算 ${number(coverage.judged)} / ${number(coverage.marks)} 分`,
    `Recalculated ${number(coverage.judged)} of ${number(coverage.marks)} marks`,
  );
  return states.length > 0 ? head + say(`（${states.join("，")}）`, ` (${states.join(", ")})`) : head;
}

const marks = (amount: Exact, words: (text: string) => string): string[] =>
  amount.s === 0n || amount.n === 0n ? [] : [words(number(amount))];

function totalsLine({ totals }: TableReview, say: Say): string {
  const typed = totals.score ? number(totals.score) : say("未填", "none");
  const facts = [
    say(`自评 ${typed} / ${number(totals.fullMark)} 分`, `Self score ${typed} of ${number(totals.fullMark)}`),
  ];
  if (totals.statedScore)
    facts.push(say(`表列总分 ${number(totals.statedScore)}`, `stated total ${number(totals.statedScore)}`));
  facts.push(
    totals.recomputed
      ? say(`复算总分 ${number(totals.recomputed)}`, `recalculated total ${number(totals.recomputed)}`)
      : say("复算总分：未全部评判，留空", "recalculated total: blank until every mark is judged"),
  );
  if (totals.capped) {
    const [before, after] = [number(totals.capped.before), number(totals.capped.after)];
    facts.push(
      say(
        `封顶 ${before} → ${after}（${totals.capped.clause}）`,
        `capped ${before} → ${after} (${totals.capped.clause})`,
      ),
    );
  }
  if (totals.grade) {
    const basis = {
      self: say("自评", "self score"),
      recomputed: say("复算", "recalculated"),
      reviewed: say("复核", "reviewed"),
    };
    facts.push(
      say(
        `等级 ${totals.grade.value}（按${basis[totals.grade.basis]}）`,
        `grade ${totals.grade.value} (by ${basis[totals.grade.basis]})`,
      ),
    );
  }
  return facts.join(" · ");
}

/** What is still missing, kind by kind; a kind of which nothing is missing is left out, and the line where nothing is. */
function missingLine(reviewed: TableReview, say: Say): string[] {
  const todos = todosOf(reviewed);
  const { count: unscored } = countTodos(todos, "unscored");
  const unexplained = countTodos(todos, "unexplained");
  const lacking = countTodos(todos, "lacking");
  // A rate whose mark has no standard waits for data, its mark does not (SPEC V11).
  const rates = todos.filter(({ kind, marks: waiting }) => kind === "lacking" && waiting === null).length;
  const data = lacking.count - rates;
  const missing = [
    ...(unscored > 0 ? [say(`未评分 ${unscored} 项`, `score missing ${unscored}`)] : []),
    ...(unexplained.count > 0
      ? [say(`缺原因 ${unexplained.count} 项 ${unexplained.marks} 分`, `reason missing ${unexplained.count} (${unexplained.marks} marks)`)]
      : []),
    ...(data > 0 ? [say(`缺数据 ${data} 项 ${lacking.marks} 分`, `data missing ${data} (${lacking.marks} marks)`)] : []),
    ...(rates > 0
      ? [say(`比率缺数据 ${rates} 项（其分值不在缺数据之列）`, `rates without data ${rates} (whose marks do not wait for it)`)]
      : []),
  ]; // prettier-ignore
  return missing.length > 0 ? [`${say("待办：", "To do: ")}${missing.join(" · ")}`] : [];
}

function rateLines({ indicators }: TableReview, say: Say): string[] {
  const computed = indicators.flatMap((reviewed) =>
    reviewed.rate.status === "computed" ? [{ reviewed, rate: reviewed.rate }] : [],
  );
  if (computed.length === 0) return [];
  return [
    `  ${say("比率", "Rates")}`,
    ...computed.map(({ reviewed, rate }) => {
      const fraction = rate.number.d === 1n ? "" : ` = ${exactText(rate.number)}`;
      return `    ${where(reviewed)}${fraction} = ${percentText(rate.number)}`;
    }),
  ];
}

/** For every scored cell which rule judged it; the cells that no rule covers are counted and listed. */
function scoreLines({ indicators }: TableReview, say: Say): string[] {
  const judged = indicators.flatMap((reviewed) => (reviewed.rule ? [{ reviewed, rule: reviewed.rule }] : []));
  const uncovered = indicators.filter((reviewed) => !reviewed.rule);
  const lines: string[] = [];
  if (judged.length > 0) lines.push(`  ${say("评分依据", "Rules applied")}`);
  for (const { reviewed, rule } of judged) {
    const of = rule.rule.clauses.map(({ kind }) => kind);
    const kinds = say(ruleKindText(of, "zh"), ruleKindText(of, "en"));
    lines.push(`    ${where(reviewed)}  ${outcome(reviewed, say)}  ${kinds} · ${source(rule.source, say)} ${rule.at}`);
  }
  if (uncovered.length > 0) {
    const cells = [...new Set(uncovered.map(({ indicator }) => a1(indicator.score?.at ?? indicator.nameAt)))].join(" ");
    lines.push(
      `  ${say(`无标准 ${uncovered.length} 项`, `No standard: ${uncovered.length}`)}${say("：", ": ")}${cells}`,
    );
  }
  return lines;
}

function outcome({ recomputed, indicator, state }: IndicatorReview, say: Say): string {
  const stated = indicator.score?.stated;
  const typed = stated ? say(`填 ${number(stated.number)}`, `typed ${number(stated.number)}`) : say("未填", "blank");
  if (state === "differing" && recomputed.status !== "computed")
    return say(`${typed}，不在所评档次内`, `${typed}, outside the tier that was chosen`);
  switch (recomputed.status) {
    case "computed":
      return say(`${typed}，复算 ${number(recomputed.score)}`, `${typed}, recalculated ${number(recomputed.score)}`);
    case "notVerifiable":
      return say(`${typed}，缺 ${recomputed.missing.join("、")}`, `${typed}, lacks ${recomputed.missing.join(", ")}`);
    case "notApplicable":
      return say("不适用", "not applicable");
    case "notJudged":
      return say("无标准", "no standard");
  }
}

const source = (from: "template" | "pack" | "table" | "workbook", say: Say): string =>
  ({ template: say("模板", "template"), pack: say("规则包", "pack"), table: say("表内标准", "printed"), workbook: say("规则表", "rules sheet") })[from]; // prettier-ignore

const where = ({ indicator }: IndicatorReview): string =>
  `${a1(indicator.score?.at ?? indicator.nameAt)} ${indicator.path.at(-1) ?? ""}`;

const number = (x: Exact): string => decimalText(x, 4);
