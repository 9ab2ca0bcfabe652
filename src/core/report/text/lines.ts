import { canonical } from "../../model/text";
import type { ReportText } from "../../workbook/report-text";
import { characterOf } from "../words/characters";
import {
  BEGINS_ANEW,
  ENDS_SENTENCE,
  PAGE_NUMBER,
  SECOND_HEADING,
  TABLE_HEAD,
  TELLS_AMOUNT,
  TELLS_NUMBER,
  THIRD_HEADING,
  TITLE,
  TOP_HEADING,
} from "../words/lines";

/** One printed line in canonical characters without blanks, and where each of them stands in its block. */
export interface Line {
  readonly text: string;
  readonly block: number;
  /** Of each character of `text` its place in the text of the block. */
  readonly offsets: readonly number[];
  /** The characters of `text` as printed. */
  readonly printed: string;
  /** 1 for 一、, 2 for （一）, 3 for 1.; null for running text. */
  readonly heading: number | null;
  /** True where the next line certainly begins anew. */
  readonly ends: boolean;
}

/** A line as it stands in the file, before it is known what it is. */
interface RawLine {
  readonly text: string;
  readonly offsets: readonly number[];
  readonly units: string;
  readonly block: number;
  readonly printed: string;
  readonly level: number | null;
  readonly isListItem: boolean;
}

/**
 * The lines of a report that hold its sentences: without page numbers and without the table that a report often ends with,
 * whose cells are no sentences.
 */
export function linesOf(report: ReportText): readonly Line[] {
  const raw = report.blocks.flatMap((block, number) =>
    block.is === "paragraph" ? rawLines(block.text, number, block.level, block.listNumber !== null) : [],
  );
  const cells = tableCells(raw);
  const kept = raw.filter((line, i) => !cells.has(i) && line.text !== "" && !PAGE_NUMBER.test(line.text));
  return kept.map((line, i) => lineOf(line, kept[i + 1]));
}

function rawLines(printed: string, block: number, level: number | null, isListItem: boolean): readonly RawLine[] {
  let start = 0;
  return printed.split("\n").map((line) => {
    const from = start;
    start += line.length + 1;
    return { ...withoutBlanks(line, from), block, printed: line, level, isListItem };
  });
}

/** A blank between two digits parts them, any other is only set for looks. */
function withoutBlanks(line: string, from: number): Pick<RawLine, "text" | "offsets" | "units"> {
  const form = canonical(Array.from({ length: line.length }, (_, i) => characterOf(line.charAt(i))).join(""));
  let text = "";
  let units = "";
  const offsets: number[] = [];
  for (let i = 0, next = 1; i < form.length; i = next, next++) {
    if (form.charAt(i) === " ") {
      while (form.charAt(next) === " ") next++;
      if (!isDigit(text.at(-1)) || !isDigit(form.charAt(next))) continue;
    }
    text += form.charAt(i);
    units += line.charAt(i);
    offsets.push(from + i);
  }
  return { text, offsets, units };
}

const isDigit = (unit: string | undefined): boolean => unit !== undefined && unit >= "0" && unit <= "9";

const LONGEST_HEADING = 40;

function lineOf(raw: RawLine, next: RawLine | undefined): Line {
  const { text, block, offsets } = raw;
  const heading = headingLevel(raw);
  const isTitle = TITLE.test(text) && text.length <= LONGEST_HEADING && !/[,。;:]/.test(text);
  // a line that ends with a colon, a semicolon or a comma goes on, whatever but a chapter the next begins with
  const isChapter = next !== undefined && TOP_HEADING.test(next.text);
  const goesOn = /[:;,、]$/.test(text) && heading === null && !isChapter;
  const anew = next === undefined || BEGINS_ANEW.test(next.text) || headingLevel(next) !== null || next.isListItem;
  const ends = !goesOn && (heading !== null || isTitle || anew || ENDS_SENTENCE.test(text));
  return { text, block, offsets, printed: raw.units, heading, ends };
}

/** A heading is numbered, or set as one, and short, and makes no sentence. */
function headingLevel({ text, level }: RawLine): number | null {
  if (text.length > LONGEST_HEADING || /[。;,]/.test(text)) return null;
  if (level !== null && level > 0 && !TELLS_AMOUNT.test(text)) return level;
  if (TELLS_NUMBER.test(text)) return null;
  if (TOP_HEADING.test(text)) return 1;
  if (SECOND_HEADING.test(text)) return 2;
  return THIRD_HEADING.test(text) ? 3 : null;
}

const SHORT_CELL = 12;
/** So many cells among so many lines make a table; one tab alone is an indent. */
const CELLS_OF_A_TABLE = 3;
const LOOKED_AT = 8;

/** The numbers of the lines that belong to a table set as text: from its first cell or head to the next chapter. */
function tableCells(lines: readonly RawLine[]): ReadonlySet<number> {
  const cells = new Set<number>();
  let isInside = false;
  for (const [i, line] of lines.entries()) {
    if (TOP_HEADING.test(line.text)) isInside = false;
    else if (!isInside) isInside = TABLE_HEAD.test(line.text) || beginsTable(lines, i);
    if (isInside) cells.add(i);
  }
  return cells;
}

function beginsTable(lines: readonly RawLine[], at: number): boolean {
  if (!isCell(lines[at])) return false;
  return lines.slice(at, at + LOOKED_AT).filter(isCell).length >= CELLS_OF_A_TABLE;
}

function isCell(line: RawLine | undefined): boolean {
  if (!line?.printed.includes("\t") || BEGINS_ANEW.test(line.text)) return false;
  const isSplit = line.printed.trim().includes("\t");
  return isSplit || (line.text.length <= SHORT_CELL && !/[。;,]/.test(line.text));
}
