import { compact } from "../../model/text";
import { MARK_UNIT } from "../../model/mark-unit";
import type { Exact } from "../../model/exact";
import { decimalText, exactFromText, percentText, ratio, sumExact } from "../../model/exact";
import type { NumberReading } from "../../targets/read";

/** What the row's cells say, against which a reason's numbers are held. */
export interface RowFacts {
  readonly name: string;
  /** Null where it is not known. */
  readonly lost: Exact | null;
  readonly score: Exact | null;
  readonly fullMark: Exact | null;
  /** Every rate the row shows or that was computed for it, as fractions. */
  readonly rates: readonly Exact[];
  readonly actual: NumberReading | null;
}

/** A number in a reason that no cell of its row bears out. */
export interface Contradiction {
  readonly inText: string;
  readonly inCell: string;
}

/** The first number in the reason that certainly contradicts the row; null where none does (SPEC J5). */
export function contradiction(reason: string, facts: RowFacts): Contradiction | null {
  const text = compact(reason);
  return (
    contradictedLoss(text, facts) ??
    contradictedScore(text, facts) ??
    contradictedRate(text, facts) ??
    contradictedActual(text, facts)
  );
}

/** A clause that quotes the standard (每低于一个百分点扣0.5分) claims nothing about this row. */
const clausesOf = (text: string): readonly string[] =>
  text.split(/[,;。!?、]/).filter((clause) => !/每|标准|规则|满分/.test(clause));

const NUMBER = "(\\d{1,3}(?:\\.\\d{1,3})?)";
/** Nothing that is counted or measured follows: the number of 扣2 is one of marks, that of 扣2万元 is none. */
const ALONE = "(?![\\d.%‰\\p{L}])";
/** 扣2 and 失分2 speak of marks by themselves; 减2人 and 丢失3份 of something else, 减2分 of marks. */
const LOSS = new RegExp(
  `(?:扣分?|[减失丢]分)(?:减|除|去|掉|了|为|:)*${NUMBER}(?:${MARK_UNIT}|${ALONE})|[减失丢](?:少|去|掉|了|:)*${NUMBER}${MARK_UNIT}`,
  "gu",
);

/** One of the amounts, or all together, must be what the row lost. */
function contradictedLoss(text: string, { lost }: RowFacts): Contradiction | null {
  const amounts = clausesOf(text).flatMap((clause) => numbersIn(clause, LOSS));
  if (lost === null || amounts.length === 0) return null;
  const agrees = [...amounts, sumExact(amounts)].some((amount) => isClose(amount, lost));
  if (agrees) return null;
  return {
    inText: `扣${amounts.map((amount) => decimalText(amount, 3)).join("+")}分`,
    inCell: `扣${decimalText(lost, 3)}分`,
  };
}

/** 合计12分 sums something up, 少得2分 is a loss. */
const SCORE = new RegExp(
  `(?:自评|(?<![少多不未])得|(?<![合累预统共总小])计|评)(?:分|为|得|:)*${NUMBER}${MARK_UNIT}`,
  "gu",
);

function contradictedScore(text: string, { score, fullMark }: RowFacts): Contradiction | null {
  const amounts = clausesOf(text).flatMap((clause) => numbersIn(clause, SCORE));
  const [amount] = amounts;
  if (score === null || !amount || amounts.length > 1) return null;
  if (isClose(amount, score) || (fullMark && isClose(amount, fullMark))) return null;
  return { inText: `得${decimalText(amount, 3)}分`, inCell: `得${decimalText(score, 3)}分` };
}

const RATE = /([\p{Script=Han}]{1,8}(?:率|度))(?:实际|仅|只|为|达到|达|是|约|完成|有|:|=)*(\d{1,4}(?:\.\d{1,4})?)%/gu;

/** A rate that is this indicator's own, or its 完成率; one of last year or of the target is another. */
function contradictedRate(text: string, { name, rates }: RowFacts): Contradiction | null {
  const [first] = rates;
  if (!first) return null;
  for (const [whole, subject = "", digits = ""] of text.matchAll(RATE)) {
    const claimed = exactFromText(digits);
    const isOther = /上年|上一年|去年|同期|目标|计划|要求|标准|应|全市|全省|全县|平均/.test(subject);
    if (!claimed || isOther || !isIndicatorRate(subject, compact(name))) continue;
    const decimals = (digits.split(".")[1] ?? "").length;
    const half = ratio(1n, 2n * 10n ** BigInt(decimals));
    if (rates.some((rate) => rate.mul(100).sub(claimed).abs().compare(half) <= 0)) continue;
    return { inText: whole, inCell: percentText(first) };
  }
  return null;
}

const isIndicatorRate = (subject: string, name: string): boolean =>
  subject.endsWith("完成率") || (name.length >= 3 && subject.slice(-3) === name.slice(-3));

const ACTUAL = /实际(?:完成|达到|达|为|仅|只有|只|共|:)+(\d{1,9}(?:\.\d{1,4})?)([^\d,;。]{1,4})/g;

/** 实际完成45个 where the cell says 48 个; only in the cell's own unit. */
function contradictedActual(text: string, { actual }: RowFacts): Contradiction | null {
  if (!actual?.unit || actual.unit.dimension === "percent") return null;
  const { name } = actual.unit;
  for (const [whole, digits = "", unit = ""] of text.matchAll(ACTUAL)) {
    const claimed = exactFromText(digits);
    if (!claimed || !unit.startsWith(name) || isClose(claimed, actual.number)) continue;
    return { inText: whole, inCell: `${decimalText(actual.number, 4)}${name}` };
  }
  return null;
}

const SHOULD_BE = new RegExp(
  `(?:应该?|改|更正|调整|核定|实际)(?:记|计|打|给|得|评)*(?:为|是|成|到|:)+${NUMBER}(?:(${MARK_UNIT})|${ALONE})`,
  "gu",
);

/** 应为28分 about a score, 应为28 in its own cell: what somebody holds the score to be (SPEC J10). */
export function contradictedByOpinion(said: string, { score, lost }: Pick<RowFacts, "score" | "lost">, isOnScore: boolean): Contradiction | null {
  const clauses = clausesOf(compact(said)).filter((clause) => !/扣|减|失|丢/.test(clause));
  const found = clauses.flatMap((clause) => [...clause.matchAll(SHOULD_BE)].filter((match) => isOnScore || match[2] !== undefined));
  const [first, ...others] = found;
  const claimed = exactFromText(first?.[1] ?? "");
  if (!first || others.length > 0 || !claimed || score === null || isClose(claimed, score) || (lost !== null && isClose(claimed, lost))) return null;
  return { inText: first[0], inCell: `得${decimalText(score, 3)}分` };
} // prettier-ignore

const FIGURE = /(?<![\d.])(\d{1,9}(?:\.\d{1,4})?)([^\d,;。、()]{1,4})/g;

/** 调查结果为91% or 只印发4000册 at an actual value of 96% or 5200册: the only figure in its unit is another one. */
export function contradictedAtActual(said: string, { actual }: Pick<RowFacts, "actual">): Contradiction | null {
  if (!actual?.unit) return null;
  const { name } = actual.unit;
  const clauses = clausesOf(compact(said)).filter((clause) => !/目标|计划|要求|上年|去年|同期|其中|每/.test(clause));
  const found = clauses.flatMap((clause) => [...clause.matchAll(FIGURE)].filter(([, , unit = ""]) => unit.startsWith(name)));
  const [first, ...others] = found;
  const claimed = exactFromText(first?.[1] ?? "");
  if (!first || others.length > 0 || !claimed || isClose(claimed, actual.number)) return null;
  return { inText: `${first[1] ?? ""}${name}`, inCell: `${decimalText(actual.number, 4)}${name}` };
} // prettier-ignore

const numbersIn = (text: string, pattern: RegExp): readonly Exact[] =>
  [...text.matchAll(pattern)].flatMap((match) => exactFromText(match[1] ?? match[2] ?? "") ?? []);

const CLOSE = ratio(1n, 200n);
/** Whether a printed number is the one of a cell, but for what two decimals can not tell. */
export const isClose = (a: Exact, b: Exact): boolean => a.sub(b).abs().compare(CLOSE) <= 0;
