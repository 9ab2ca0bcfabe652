import { canonical } from "../model/text";

/** One of the 评价要点 that a cell lists: ①是否已制定管理制度. */
export interface EvaluationPoint {
  readonly ordinal: number;
  /** As printed, without its number, line breaks and the punctuation at its end. */
  readonly text: string;
  /** Where its number stands in the printed text. */
  readonly position: number;
}

const HEADING = /(?:评价|评分|考核|考评|评估)(?:要点|内容|要素) *:/;

/**
 * The points of a numbered list (SPEC M12): ①, (1), （一）, 1., 1、, a. from one on without a gap. The list stands under 评价要点
 * or begins the text; numbers of another style are part of a point. Empty where there is no such list.
 */
export function readPoints(printed: string): readonly EvaluationPoint[] {
  const text = canonical(printed);
  const heading = HEADING.exec(text);
  const from = heading ? heading.index + heading[0].length : 0;
  const markers = listMarkers(printed, text, from);
  const [first] = markers;
  const wanted = heading ? 1 : 2;
  if (!first || markers.length < wanted || text.slice(from, first.at).trim() !== "") return [];
  return markers.flatMap(({ ordinal, at, end }, index) => {
    const point = pointText(printed.slice(end, markers[index + 1]?.at ?? printed.length));
    return point === "" ? [] : [{ ordinal, text: point, position: at }];
  });
}

interface Marker {
  readonly style: string;
  readonly ordinal: number;
  readonly at: number;
  readonly end: number;
}

/** The markers of the first style found, counting up from one. */
function listMarkers(printed: string, text: string, from: number): readonly Marker[] {
  const markers: Marker[] = [];
  for (let at = from; at < text.length; at++) {
    const marker = markerAt(printed, text, at, from);
    if (!marker) continue;
    const [first] = markers;
    const isNext = first ? marker.style === first.style && marker.ordinal === markers.length + 1 : marker.ordinal === 1;
    if (isNext) markers.push(marker);
    at = marker.end - 1;
  }
  return markers;
}

const FORMS: readonly (readonly [style: string, pattern: RegExp])[] = [
  ["bracket", /\((\d{1,2}|[一二三四五六七八九十]{1,2}|[a-h])\)/iy],
  ["half", /(\d{1,2}|[a-h])\)/iy],
  ["point", /(\d{1,2}|[a-h])\.(?!\d)/iy],
  ["pause", /(\d{1,2}|[一二三四五六七八九十]{1,2}|[a-h])、/iy],
];

/** A circled number is a marker anywhere; every other form only where a line or a statement begins. */
function markerAt(printed: string, text: string, at: number, from: number): Marker | null {
  const circled = circledOrdinal(text.charCodeAt(at));
  if (circled !== null) {
    const end = "、.".includes(text.charAt(at + 1) || " ") ? at + 2 : at + 1;
    return { style: "circled", ordinal: circled, at, end };
  }
  if (!/[(\d一二三四五六七八九十a-h]/i.test(text.charAt(at)) || !isBoundary(printed, text, at, from)) return null;
  for (const [style, pattern] of FORMS) {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (match) return { style, ordinal: ordinalOf(match[1] ?? ""), at, end: at + match[0].length };
  }
  return null;
}

function isBoundary(printed: string, text: string, at: number, from: number): boolean {
  let before = at - 1;
  while (before >= from && text.charAt(before) === " " && !isLineBreak(printed.charAt(before))) before--;
  return before < from || isLineBreak(printed.charAt(before)) || ";。:,".includes(text.charAt(before));
}

const isLineBreak = (unit: string): boolean => unit === "\n" || unit === "\r";

/** First numbers of the blocks ①, ⑴, ⒈ and ❶, and how many each has. */
const CIRCLED: readonly (readonly [first: number, count: number])[] = [
  [0x2460, 20],
  [0x2474, 20],
  [0x2488, 20],
  [0x2776, 10],
];

function circledOrdinal(code: number): number | null {
  const block = CIRCLED.find(([first, count]) => code >= first && code < first + count);
  return block ? code - block[0] + 1 : null;
}

const DIGITS = "一二三四五六七八九";

function ordinalOf(text: string): number {
  if (/^\d+$/.test(text)) return Number(text);
  if (/^[a-h]$/i.test(text)) return text.toLowerCase().charCodeAt(0) - 96;
  const [tens = "", ones] = text.includes("十") ? text.split("十") : ["", text];
  const ten = text.includes("十") ? (tens === "" ? 10 : (DIGITS.indexOf(tens) + 1) * 10) : 0;
  return ten + (ones ? DIGITS.indexOf(ones) + 1 : 0);
}

/** An explanation on a line of its own after the end of the sentence is no part of the point. */
function pointText(printed: string): string {
  const end = /[;；。｡]\s*[\r\n]/.exec(printed);
  return (end ? printed.slice(0, end.index) : printed)
    .replace(/\s*[\r\n]+\s*/g, "")
    .trim()
    .replace(/[;；。｡,，、.]+$/, "");
}
