import { ratio, ZERO } from "../../../model/exact";
import type { Token } from "./token";

const SHARE_NAME = /(?:率|满意度|认可度|知晓度|支持度|完成度|比例|比重|占比)(?:为|在)?$/;
const ONE_MARK = ratio(1);
const HUNDRED = ratio(100);

/**
 * 满意度≥90得满分: bare numbers between 1 and 100 compared with a share can only be per cent (SPEC L15). Null where any
 * number says otherwise, or where the numbers are not all compared with a share.
 */
export function bareAsPercent(tokens: readonly Token[], name: string | null): readonly Token[] | null {
  const bare = tokens.filter((token) => token.type === "number").filter(({ unit }) => unit.of !== "marks");
  if (
    bare.every(({ value }) => value.equals(ZERO)) ||
    tokens.some(({ type }) => type === "operator" || type === "each")
  )
    return null;
  if (!tokens.every((token, i) => !(token.type === "number" && token.unit.of !== "marks") || isCompared(tokens, i)))
    return null;
  const subjects = tokens.flatMap((token, i) => (isSubject(tokens, i) && token.type === "word" ? [token.text] : []));
  const named = subjects.length > 0 ? subjects : [name ?? ""];
  if (!named.every((subject) => SHARE_NAME.test(subject))) return null;
  return tokens.map((token) =>
    token.type === "number" && token.unit.of === "none"
      ? { ...token, value: token.value.div(HUNDRED), unit: { of: "rate" } }
      : token,
  );
}

/** A bare number from 1 to 100, or 0, right beside a comparison. */
function isCompared(tokens: readonly Token[], i: number): boolean {
  const token = tokens[i];
  if (token?.type !== "number" || token.unit.of !== "none" || token.spread) return false;
  const { value } = token;
  const sensible = value.equals(ZERO) || (value.compare(ONE_MARK) > 0 && value.compare(HUNDRED) <= 0);
  return sensible && [tokens[i - 1], tokens[i + 1]].some((beside) => beside !== undefined && COMPARES.has(beside.type));
}

const COMPARES: ReadonlySet<string> = new Set(["compare", "after", "dash"]);

/** The words that a comparison speaks of stand before it, or between two. */
const isSubject = (tokens: readonly Token[], i: number): boolean =>
  tokens[i]?.type === "word" && ["compare", "number"].includes(tokens[i + 1]?.type ?? "") && !isMark(tokens[i + 1]);

const isMark = (token: Token | undefined): boolean => token?.type === "number" && token.unit.of === "marks";
