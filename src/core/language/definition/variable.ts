import { canonical } from "../../model/text";
import { ReadingStopped } from "./problem";
import { isSumOfMany, isWordedMean } from "./sum-in-words";
import { yearWordOf } from "./year-word";
import type { Token } from "./token";

/** 甲乙之和, 甲与乙的比率: arithmetic put in words, which has no one reading. */
const WORDS =
  /之(?:和|差|积|商|比)(?![率例重])|的(?:和|差|积|商|比率|比例|比值|百分比)$|[与和同].+的(?:比率|比例|比值|比重|比)$/;
/** 甲占乙的比重 is a fair name for a quantity, but as a whole right side it is a formula in words. */
const SHARE = /占.+比(?:率|例|值|重)?$|的百分比$/;
/** 执行数比预算数, 执行数除预算数, 甲数加乙数: a sign put in words between two quantities; 除以 and 加上 are signs. */
const WORDED_SIGN = /[数额量费率款金值][除乘加减比](?![以去上外了率例重值少持免税排较增快大强权]).*[数额量费率款金值]$/;
/** 甲减去乙后除以丙: what is done first is put in words. */
const FIRST_THIS = /(?:后|再)$/;
const NOT_WORDED = /比.*[增减多少高低提升降超]|除.*[外后]/;
const CONDITION = /^(?:若|如果|当.+时|否则)/;
const NUMBER_WITH_UNIT = /^\d[\d.,]*(?:分|元|万元|亿元|千元|人|个|项|天|日|月|年|次|户|件|小时|吨|公里|米)$/;

/** Stops at a variable that names nothing: words for arithmetic, a bare year, a number with its unit (SPEC D6). */
export function checkVariable(token: Token & { readonly kind: "name" }): void {
  const name = canonical(token.text);
  const words =
    !isSumOfMany(name) && (WORDS.test(name) || isWordedSign(name) || FIRST_THIS.test(name) || CONDITION.test(name));
  if (words) throw new ReadingStopped(token.at, { why: "words", words: token.text });
  if (NUMBER_WITH_UNIT.test(name)) throw new ReadingStopped(token.at, { why: "unit-number", text: token.text });
  if (yearWordOf(name)?.rest === "") throw new ReadingStopped(token.at, { why: "year-only", text: token.text });
  if (!/\p{L}/u.test(name)) throw new ReadingStopped(token.at, { why: "symbol", symbol: token.text });
}

/** True where the text puts arithmetic in words, so that a formula without signs was still meant as one. */
export const putsArithmeticInWords = (printed: string): boolean => {
  const name = canonical(printed);
  return WORDS.test(name) || SHARE.test(name) || isWordedMean(name) || isWordedSign(name);
};

const isWordedSign = (name: string): boolean => WORDED_SIGN.test(name) && !NOT_WORDED.test(name);
