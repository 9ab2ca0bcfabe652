import { ratio } from "../../model/exact";
import { canonical } from "../../model/text";
import type { Expression } from "../../rules/definition";
import type { Token } from "./token";

/** Sums and means that a form puts in words: 甲率、乙率和丙率之和÷3 (SPEC D14). */

const SUM = /(?:之|的)?(?:和|总和|合计数?|总计数?)$|相加$/;
const MEAN = /的?(?:算术)?(?:平均[值数]?|均值)$/;
/** 三项, 四个指标 before the word only count what was listed. */
const COUNTED = /(?:等)?[两二三四五六七八九十\d]+[项个类](?:指标)?$/;
/** The end of a name that stands by itself; 甲、乙、丙满意度 lists no three of them. */
const QUANTITY = /^.+(?:[数额率量度值费金款]|经费|支出|收入|预算|决算|得分|分数|面积|人次)$/;

interface Piece {
  readonly text: string;
  readonly at: number;
}

type NameToken = Token & { readonly kind: "name" };

/**
 * The sum (or the mean) of what a name lists, each a full name of its own; null where it lists nothing, or parts of names.
 * At least one 、 is wanted: 甲与乙之和 may be said of a pair of things as of two numbers (SPEC D6).
 */
export function sumInWords(token: NameToken): Expression | null {
  const name = canonical(token.text);
  const word = MEAN.exec(name) ?? SUM.exec(name);
  if (!word || !name.includes("、")) return null;
  const pieces = piecesOf(name.slice(0, word.index), token.at);
  if (pieces.length < 2 || pieces.some(({ text }) => !QUANTITY.test(text))) return null;
  const [first, ...rest] = pieces.map(({ text, at }, i): Expression => ({
    op: "variable",
    name: token.text.slice(at - token.at, at - token.at + text.length) || String(i),
    at,
  }));
  if (!first) return null;
  const sum = rest.reduce<Expression>((left, right) => ({ op: "add", left, right, at: right.at ?? token.at }), first);
  if (!MEAN.test(name)) return sum;
  return { op: "divide", left: sum, right: { op: "number", number: ratio(pieces.length), at: token.at }, at: token.at };
}

function piecesOf(listed: string, from: number): readonly Piece[] {
  const bare = /^\((.*)\)$/.exec(listed);
  const inside = (bare?.[1] ?? listed).replace(COUNTED, "");
  const start = from + (bare ? 1 : 0);
  const pieces: Piece[] = [];
  for (const { 0: text, index } of inside.matchAll(/[^、]+/g)) {
    for (const piece of joinedPair(text)) pieces.push({ text: piece.text, at: start + index + piece.at });
  }
  return pieces;
}

/** 乙率和丙率 are two names; 水电费和 is none, and neither is 总和 or 和平区人数. */
function joinedPair(text: string): readonly Piece[] {
  for (const { 0: word, index } of text.matchAll(/以及|[和与及]/g)) {
    const [left, right] = [text.slice(0, index), text.slice(index + word.length)];
    if (QUANTITY.test(left) && QUANTITY.test(right))
      return [
        { text: left, at: 0 },
        { text: right, at: index + word.length },
      ];
  }
  return [{ text, at: 0 }];
}

/** 各项完成率之和: the sum of many of one kind, which is one number to be given; 甲与乙之和 is not. */
export const isSumOfMany = (name: string): boolean =>
  /^(?:各|每|所有|全部|单项|[两二三四五六七八九十\d]+[项个类])/.test(name) &&
  SUM.test(name) &&
  !/[、与同及]|和(?!$)/.test(name);

/** The words of a sum right behind a bracket, (甲率+乙率)之和: how many units they take, 0 where there are none. */
export const sumWordsAt = (text: string, at: number): number =>
  /^(?:(?:之|的)(?:总?和|合计)|总和|合计|总计)(?=$|[\s*/)\]}。;,])/.exec(text.slice(at, at + 6))?.[0].length ?? 0;

/** True where the whole right side is a mean or a sum in words: it defines, but with no arithmetic that could be read. */
export const isWordedMean = (name: string): boolean =>
  /[各每、与和同及次]/.test(name) && /(?:平均[值数]|均值)$/.test(name);
