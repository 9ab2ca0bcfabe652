import type { Place, ReportText } from "../../workbook/report-text";
import { linesOf, type Line } from "./lines";

/** A stretch of `Prose.text`: `from` included, `to` not. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** A sentence, or a heading; the full stop belongs to it. */
export interface Sentence extends Span {
  /** Its place in the list of sentences. */
  readonly index: number;
  /** 1 for 一、, 2 for （一）, 3 for 1.; null for a sentence. */
  readonly heading: number | null;
  /** The list index of the heading above it; null before the first. */
  readonly under: number | null;
}

/**
 * A report's running text in canonical characters, without blanks and without the line breaks inside sentences; every
 * character keeps the place at which it is printed.
 */
export interface Prose {
  readonly text: string;
  readonly sentences: readonly Sentence[];
  /** The characters of `text` as printed. */
  readonly printed: string;
  /** The place as printed. */
  readonly placeOf: (span: Span) => Place;
  /** The sentence that holds the position. */
  readonly sentenceAt: (position: number) => Sentence;
}

export function proseOf(report: ReportText): Prose {
  const lines = linesOf(report);
  const blocks: number[] = [];
  const offsets: number[] = [];
  const pieces: string[] = [];
  const printed: string[] = [];
  for (const line of lines) {
    pieces.push(line.text);
    printed.push(line.printed);
    for (const offset of line.offsets) {
      blocks.push(line.block);
      offsets.push(offset);
    }
    if (!line.ends) continue;
    pieces.push("\n");
    printed.push("\n");
    blocks.push(line.block);
    offsets.push((line.offsets.at(-1) ?? 0) + 1);
  }
  const text = pieces.join("");
  const sentences = sentencesOf(text, headingsOf(lines));
  return {
    text,
    sentences,
    printed: printed.join(""),
    placeOf: ({ from, to }) => {
      const block = blocks[from] ?? 0;
      const last = to > from ? to - 1 : from;
      // what runs on into the next block is shown up to the end of its first one
      const end = blocks[last] === block ? (offsets[last] ?? 0) + 1 : lastOffset(blocks, offsets, from) + 1;
      return { block, from: offsets[from] ?? 0, to: end };
    },
    sentenceAt: (position) => sentenceAt(sentences, position),
  };
}

function lastOffset(blocks: readonly number[], offsets: readonly number[], from: number): number {
  let at = from;
  while (blocks[at + 1] === blocks[from]) at++;
  return offsets[at] ?? 0;
}

/** Of each heading the position at which it begins, and its level. */
function headingsOf(lines: readonly Line[]): ReadonlyMap<number, number> {
  const headings = new Map<number, number>();
  let at = 0;
  for (const { text, heading, ends } of lines) {
    if (heading !== null) headings.set(at, heading);
    at += text.length + (ends ? 1 : 0);
  }
  return headings;
}

const SENTENCE = /[^。!?\n]+(?:[。!?]+["')]?)?/g;

function sentencesOf(text: string, headings: ReadonlyMap<number, number>): readonly Sentence[] {
  const sentences: Sentence[] = [];
  let under: number | null = null;
  for (const match of text.matchAll(SENTENCE)) {
    const heading = headings.get(match.index) ?? null;
    const index = sentences.length;
    sentences.push({ index, from: match.index, to: match.index + match[0].length, heading, under });
    if (heading !== null) under = index;
  }
  return sentences;
}

/** By halves: a report has thousands of numbers and each asks for its sentence. */
function sentenceAt(sentences: readonly Sentence[], position: number): Sentence {
  let low = 0;
  let high = sentences.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((sentences[middle]?.from ?? 0) <= position) low = middle;
    else high = middle - 1;
  }
  return sentences[low] ?? { index: 0, from: 0, to: 0, heading: null, under: null };
}
