import { refuse } from "./problem";
import { problems } from "./problems";
import type { Source } from "./source";
import type { Token } from "./token";

/** The list that is being numbered: style and last number seen. */
export interface MarkerState {
  style: string | null;
  last: number;
}

const FORMS: readonly (readonly [string, RegExp])[] = [
  ["bracket", /\((\d{1,2}|[一二三四五六七八九十]{1,2}|[A-Ha-h])\)/y],
  ["half", /(\d{1,2}|[A-Ha-h])\)/y],
  ["point", /(\d{1,2}|[A-Ha-h])\.(?!\d)/y],
  ["pointDigit", /(\d{1,2})\.(?=\d)/y],
  ["pause", /(\d{1,2}|[一二三四五六七八九十]{1,2}|[A-Ha-h])、/y],
  ["first", /第([一二三四五六七八九])[,、:]/y],
  ["is", /([一二三四五六七八九十])是(?!否)/y],
];
/** Signs in front of the items of a list; ★ inside a word is none. */
const BULLETS: ReadonlySet<string> = new Set("●○•■□◆◇★☆▪▲△▶►➢➤❖");

/** The first where an item may begin; once a list has begun so, anywhere. */
function bulletAt(at: number, free: boolean, state: MarkerState): Token | null {
  const goesOn = state.style === "bullet";
  if (!free && !goesOn) return null;
  state.last = goesOn ? state.last + 1 : 1;
  state.style = "bullet";
  return { type: "marker", style: "bullet", ordinal: state.last, at, end: at + 1 };
}

const CHINESE_ORDINALS = "一二三四五六七八九十";

const REFERS = /要[素点]$/;
/** 符合①得2分, 满足②、③的: numbers of a list that stands elsewhere. */
const REFERRED = /^[①-⑳](?:[、,和及]?[①-⑳])*(?:项|条|要求|条件)?(?:的|者|,|各|得|计|记)/;
const REFERRING = /(?:符合|具备|满足|达到|做到)(?:[①-⑳][、,和及]?)*$/;

/**
 * ①, ⑴, (1), 1., 1、, a. at a place where a list item may begin. A typed number counts only as the first of a list or
 * as the next one; "1.90%" that could be either is refused.
 */
export function markerAt(source: Source, at: number, boundary: boolean, state: MarkerState): Token | null {
  const circled = circledOrdinal(source.text.charCodeAt(at));
  // 具备要素①的: the number points to a point of another list
  if (circled !== null && REFERS.test(source.text.slice(Math.max(0, at - 2), at))) return null;
  if (
    circled !== null &&
    REFERRING.test(source.text.slice(Math.max(0, at - 12), at)) &&
    REFERRED.test(source.text.slice(at, at + 40))
  )
    return null;
  if (circled !== null) {
    let end = at + 1;
    if ("、.".includes(source.text.charAt(end)) && source.text.charAt(end) !== "") end++;
    return { type: "marker", style: "circled", ordinal: circled, at, end };
  }
  const spaced = source.spacedBefore.has(at);
  const first = source.text.charAt(at);
  if (BULLETS.has(first)) return bulletAt(at, boundary || spaced, state);
  if (!/[(\d第一二三四五六七八九十A-Ha-h]/.test(first)) return null;
  const free = boundary || spaced;
  for (const [form, pattern] of FORMS) {
    pattern.lastIndex = at;
    const match = pattern.exec(source.text);
    if (!match) continue;
    const ordinal = ordinalOf(match[1] ?? "");
    const style = form === "pointDigit" ? "point" : form;
    const next = state.style === style && ordinal === state.last + 1;
    if (!next && !(ordinal === 1 && free)) continue;
    if (!next && !free) continue;
    if (next && !free && form !== "bracket" && form !== "half") continue;
    const end = at + match[0].length;
    if (form === "pointDigit" && !source.spacedBefore.has(end)) {
      if (!next && !source.text.includes(";2.") && !source.text.includes("。2.")) continue;
      if (!next) refuse(at, problems.marker);
    }
    state.style = style;
    state.last = ordinal;
    return { type: "marker", style, ordinal, at, end };
  }
  return null;
}

function circledOrdinal(code: number): number | null {
  if (code >= 0x2460 && code <= 0x2473) return code - 0x245f;
  if (code >= 0x2474 && code <= 0x2487) return code - 0x2473;
  if (code >= 0x2488 && code <= 0x249b) return code - 0x2487;
  if (code >= 0x2776 && code <= 0x277f) return code - 0x2775;
  return null;
}

function ordinalOf(text: string): number {
  if (/^\d+$/.test(text)) return Number(text);
  if (/^[A-Ha-h]$/.test(text)) return text.toLowerCase().charCodeAt(0) - 96;
  const ten = text.indexOf("十");
  if (ten < 0) return CHINESE_ORDINALS.indexOf(text) + 1;
  const tens = ten === 0 ? 1 : CHINESE_ORDINALS.indexOf(text.charAt(0)) + 1;
  return tens * 10 + (ten + 1 < text.length ? CHINESE_ORDINALS.indexOf(text.charAt(ten + 1)) + 1 : 0);
}
