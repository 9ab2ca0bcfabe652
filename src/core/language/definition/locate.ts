import { isHeading, skipBeforeName } from "./boundary";
import { isClosing, isOpening, isQuote, isSpace, type Source } from "./source";

/**
 * A place that may define something: an equals sign with what stands left of it. Whether it does, the right side tells
 * (率=100% states a value, 率=甲/乙 defines a rate).
 */
export interface Candidate {
  /** Position of the equals sign. */
  readonly equals: number;
  readonly nameFrom: number;
  readonly nameTo: number;
  /** What stands left of the sign: a name, nothing, or something with operators in it. */
  readonly left: "name" | "nothing" | "arithmetic";
  /** Where the right side must end: the next candidate's name, or the end of the text. */
  readonly limit: number;
  /** Further equals signs of the same chain: 率=甲/乙=69/77=89.61%. */
  readonly chain: readonly number[];
}

/** All candidates of a text in reading order; a sign within ≤ or >= is none (SPEC D3). */
export function locate(source: Source): readonly Candidate[] {
  const { text } = source;
  const found: { equals: number; side: LeftSide; chain: number[] }[] = [];
  let previous = -1;
  for (let at = text.indexOf("="); at >= 0; at = text.indexOf("=", at + 1)) {
    if (/[<>!=≤≥≈]/.test(text.charAt(at - 1)) || text.charAt(at + 1) === ">") continue;
    const side = leftSide(source, at, previous);
    const last = found.at(-1);
    if (last && side.boundary === "chain") last.chain.push(at);
    else found.push({ equals: at, side, chain: [] });
    previous = at;
  }
  return found.map(({ equals, side, chain }, i) => ({
    equals,
    nameFrom: side.from,
    nameTo: side.to,
    left: side.left,
    limit: found[i + 1]?.side.from ?? text.length,
    chain,
  }));
}

interface LeftSide {
  readonly from: number;
  readonly to: number;
  readonly left: Candidate["left"];
  /** chain: nothing but the previous right side stands between this sign and the one before. */
  readonly boundary: "found" | "chain";
}

const STOPS = /^[。;,:!?~<>≤≥≠%…|①-⑳⑴-⒇]$/;

/** Walks left from the equals sign to where its name begins. */
function leftSide(source: Source, equals: number, previous: number): LeftSide {
  const { text, partner } = source;
  let i = equals - 1;
  let arithmetic = false;
  /** The nearest space or 、: where the name begins after all, if no better boundary comes before the previous formula. */
  let soft = -1;
  for (; i > previous; i--) {
    const unit = text.charAt(i);
    if (unit === "\n") {
      if (!brokenName(source, i, previous)) break;
    } else if (unit === " " || unit === "、") {
      if (soft < 0) soft = i + 1;
      if (unit === "、" && enumerates(text, i)) break;
    } else if (isClosing(unit) || isQuote(unit)) {
      const open = partner[i] ?? -1;
      if (open < 0 || open > i || open <= previous) break;
      if (arithmeticGroup(text, open, i)) arithmetic = true;
      i = open;
    } else if (isOpening(unit) || STOPS.test(unit)) break;
    else if (unit === "." && !/[A-Za-z0-9]\.[A-Za-z0-9]/.test(text.slice(i - 1, i + 2))) break;
    else if (unit === "-" && text.charAt(i - 1) === "-") break;
    else if (/^[+*/]$/.test(unit)) arithmetic = true;
  }
  const reachedPrevious = previous >= 0 && i <= previous;
  if (reachedPrevious && (arithmetic || soft < 0))
    return { from: equals, to: equals, left: "arithmetic", boundary: "chain" };
  const from = skipBeforeName(text, reachedPrevious ? soft : i + 1, equals);
  const named = /[\p{L}]/u.test(text.slice(from, equals));
  const afterSoft = reachedPrevious ? false : arithmetic;
  return { from, to: equals, left: !named ? "nothing" : afterSoft ? "arithmetic" : "name", boundary: "found" };
}

/** 一、在职人员控制率, 2、预算执行率: the mark of a list, not part of a name. */
const enumerates = (text: string, at: number): boolean =>
  /(?:^|[\s。;,:])(?:\d{1,2}|[一二三四五六七八九十]{1,3})$/.test(text.slice(Math.max(0, at - 4), at));

const arithmeticGroup = (text: string, open: number, close: number): boolean =>
  text.charAt(open) !== '"' &&
  /[^A-Za-z0-9\s]\s*[-+*/]|[-+*/]\s*[^A-Za-z0-9\s]|\d\s*[-+*/]\s*\d/.test(text.slice(open + 1, close)) &&
  !/^[\p{L}\d]{1,4}\/[\p{L}\d]{1,4}$/u.test(text.slice(open + 1, close));

/** A narrow column breaks a name over lines: the line before is short, has no punctuation and is no heading. */
function brokenName(source: Source, lineBreak: number, previous: number): boolean {
  const { text } = source;
  const start = Math.max(text.lastIndexOf("\n", lineBreak - 1), previous) + 1;
  const line = text.slice(start, lineBreak).trim();
  return (
    line.length > 0 &&
    line.length <= 12 &&
    /^[\p{L}"()]+$/u.test(line.replace(/\s/g, "")) &&
    !isHeading(line) &&
    !isSpace(line)
  );
}
