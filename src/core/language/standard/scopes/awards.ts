import type { Awards } from "./awarded";
import { ZERO } from "../../../model/exact";
import { marksOf, textOf, unused, type Frame, type Item } from "./frame";
import { withFullyDone } from "./fully-done";
import { withOnTime } from "./on-time";
import { refuse } from "../words/problem";
import { problems } from "../words/problems";
import { readRange } from "../conditions/range";
import type { Token } from "../words/token";
import { trim } from "../words/trim";
import type { Statement, StatementOf } from "../clauses/tree";
import {
  BELOW_IT,
  BEYOND_IT,
  DENIED,
  ENDING_DE,
  FURTHER,
  INVERTED,
  NONE_AT_ALL,
  REMAINDER,
  REST_WORDS,
} from "../words/award-words";

export function classify(items: readonly Item[], frame: Frame): Awards {
  const lines: Awards["lines"][number][] = [];
  const cases: Awards["cases"][number][] = [];
  const rests: Awards["rests"][number][] = [];
  const shared: Awards["shared"][number][] = [];
  const ranges: Awards["ranges"][number][] = [];
  let listed = false;
  for (const item of items) {
    const { statement } = item;
    if (statement.type === "marker") listed = true;
    if (item.used || statement.type !== "award") continue;
    const { at } = statement;
    if (statement.amount.type === "range") {
      ranges.push({
        words: checkWords(statement.condition, frame),
        low: statement.amount.shares ? frame.full.mul(statement.amount.low) : statement.amount.low,
        high: statement.amount.shares ? frame.full.mul(statement.amount.high) : statement.amount.high,
        lowClosed: statement.amount.lowClosed,
        highClosed: statement.amount.highClosed,
        at,
        item,
      });
      continue;
    }
    const score = marksOf(statement.amount, frame, at);
    const first = statement.condition[0];
    if (first?.type === "rest") {
      const words = restWords(statement.condition, frame);
      if (words === "") {
        rests.push({ score, at, item, after: lines.length, casesBefore: cases.length });
        continue;
      }
      if (FURTHER.test(words)) refuse(at, problems.condition);
      const range = readRange(trim(statement.condition.slice(1)));
      if (range) lines.push({ range, score, at, item });
      else cases.push({ words: checkWords(statement.condition, frame), score, at, rest: true, listed, item });
      continue;
    }
    if (statement.all || statement.condition.some(({ type }) => type === "each")) {
      shared.push({ mark: score, at, item: item as Item<StatementOf<"award">> });
      continue;
    }
    const range = readRange(statement.condition);
    if (range) {
      if (statement.bonus) refuse(at, problems.bonus);
      lines.push({ range, score, at, item });
    } else if (statement.condition.length > 0 && isRemainder(statement, frame, lines)) {
      rests.push({ score, at, item, after: lines.length, casesBefore: cases.length });
    } else {
      cases.push({ words: checkWords(statement.condition, frame), score, at, rest: false, listed, item });
    }
    listed = false;
  }
  const awards = withOnTime(withFullyDone({ lines, cases, rests, shared, ranges }, items, frame), frame);
  return unused(items, "deduct").length > 0 ? awards : counted(awards, frame);
}

/** 未发生得5分，发生1起得3分: numbers of things beside words are levels in words too. */
function counted(awards: Awards, frame: Frame): Awards {
  const { lines, cases } = awards;
  const levels =
    lines.length > 0 &&
    lines.every(({ range }) => [range.low, range.high].every((end) => end === null || end.unit.of === "counter"));
  if (!levels || !cases.some(({ score, words }) => score.compare(ZERO) > 0 || isNone(words, lines))) return awards;
  const worded = lines.map(({ item, score, at }): Awards["cases"][number] => ({
    words: item.statement.type === "award" ? checkWords(item.statement.condition, frame) : "",
    score,
    at,
    rest: false,
    listed: false,
    item,
  }));
  return {
    ...awards,
    lines: [],
    cases: [...cases, ...worded].toSorted((a, b) => a.at - b.at),
    rests: awards.rests.map((rest) => ({ ...rest, after: 0 })),
  };
}

/** 发表3篇得5分，2篇得3分，未发表不得分: none at all is a level beside exact numbers. */
const isNone = (words: string, lines: Awards["lines"]): boolean =>
  NONE_AT_ALL.test(words) && lines.filter(({ range }) => range.point).length >= 2;

const restWords = (condition: readonly Token[], frame: Frame): string => {
  const words = textOf(condition.slice(1), frame);
  return REST_WORDS.test(words) ? "" : words;
};

function isRemainder(statement: Statement & { type: "award" }, frame: Frame, lines: Awards["lines"]): boolean {
  const last = lines.at(-1)?.range;
  const words = textOf(statement.condition, frame);
  if (!last || statement.amount.type !== "marks" || !statement.amount.value.equals(ZERO)) return false;
  if (BEYOND_IT.test(words)) return last.low === null && lines.every(({ range }) => range.high !== null);
  if (BELOW_IT.test(words)) return last.high === null && lines.every(({ range }) => range.low !== null);
  return DENIED.test(words) && REMAINDER.test(words);
}

/** Words that a person answers; a comparison, a score word or a formula in them was meant for the program. */
function checkWords(condition: readonly Token[], frame: Frame): string {
  for (const [i, token] of condition.entries()) {
    if (FORBIDDEN.has(token.type) || (token.type === "rest" && i > 0)) refuse(token.at, problems.condition);
    if (token.type !== "number") continue;
    const beside = [condition[i - 1]?.type, condition[i + 1]?.type];
    const compared = beside.some((type) => type === "compare" || type === "dash" || type === "after");
    if (token.unit.of === "marks" || (token.unit.of === "rate" && compared)) refuse(token.at, problems.condition);
  }
  const words = textOf(condition, frame);
  if (INVERTED.test(words)) refuse(condition[0]?.at ?? 0, problems.inverted);
  return words.replace(/^[，,;：:]+|[，,：:]+$/g, "").replace(ENDING_DE, "$1");
}

const FORBIDDEN: ReadonlySet<string> = new Set([
  "score",
  "loss",
  "weight",
  "full",
  "zero",
  "keep",
  "each",
  "tail",
  "cap",
  "respectively",
  "verb",
  "total",
]);

/** Words under list markers without marks of their own: ①…；②…. */
export function criteria(
  items: readonly Item[],
  frame: Frame,
): readonly { readonly words: string; readonly items: readonly Item[] }[] {
  const found: { words: string; items: Item[] }[] = [];
  let open = false;
  for (const item of items) {
    const { statement } = item;
    if (statement.type === "marker") {
      found.push({ words: "", items: [item] });
      open = true;
    } else if (statement.type === "note" && open) {
      const last = found.at(-1);
      if (last?.words !== "") continue;
      last.words = textOf(statement.tokens, frame);
      last.items.push(item);
    } else if (statement.type === "heading" && open) {
      const last = found.at(-1);
      if (last?.words === "") last.items.push(item);
    } else open = false;
  }
  return found;
}
