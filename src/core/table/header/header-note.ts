import { compact } from "../../model/text";
import { textOf, type GridCell } from "../cells/sheet-grid";

const COLUMN_NUMBER = /^\(?(\d{1,2}|[A-Za-z]|[甲乙丙丁戊])\)?(?:=.*)?$/;
const NUMBERING_LABEL = /^(?:栏次|栏号|行次|列次|列号|序号)$/;

/**
 * True for a row directly below the header that speaks of the columns and not of an indicator: their numbers
 * (栏次 | 1 | 2 | 3=1-2), or instructions in brackets under each header (SPEC R1).
 */
export function isHeaderNote(cells: readonly GridCell[]): boolean {
  const texts = cells.map((cell) => compact(textOf(cell.value)));
  return areColumnNumbers(texts) || areInstructions(texts) || areUnits(texts);
}

/** At least three in a row that count on by one; letters may stand for the columns of words. */
function areColumnNumbers(texts: readonly string[]): boolean {
  const marks = texts.filter((text) => !NUMBERING_LABEL.test(text)).map((text) => COLUMN_NUMBER.exec(text)?.[1]);
  const numbers = marks.flatMap((mark) => (mark !== undefined && /\d/.test(mark) ? [Number(mark)] : []));
  const countOn = numbers.every((number, i) => i === 0 || number === (numbers[i - 1] ?? 0) + 1);
  const isNumbered = numbers.length >= 2 && countOn && (numbers[0] ?? 0) <= 2;
  return marks.length >= 3 && marks.every((mark) => mark !== undefined) && (isNumbered || areLetters(marks));
} // prettier-ignore

/** A | B | C | D=A*C/B. */
const areLetters = (marks: readonly (string | undefined)[]): boolean =>
  marks.every((mark, i) => mark?.toUpperCase() === String.fromCharCode("A".charCodeAt(0) + i));

const UNIT = /^[([]?(?:单位:?)?(?:分|%|百分比|[亿万千]?元|人次?|个|次|天|户|项|件)[)\]]?$/;
/** 分 | % | 分: the units of the columns above. */
const areUnits = (texts: readonly string[]): boolean => texts.length >= 2 && texts.every((text) => UNIT.test(text));

const areInstructions = (texts: readonly string[]): boolean =>
  texts.length >= 2 && texts.every((text) => /^\([^()]*[\u4e00-\u9fff][^()]*\)$/.test(text));
