import type { CellScalar } from "../../../workbook/snapshot";
import { NotEvaluated } from "../book";
import { numberFromText } from "../coerce";
import { fixed, type FunctionTable } from "../declare";
import { error, type Place } from "../operand";
import { calendarDate, isSerial, type CalendarDate } from "../serial";

/** Times of a day, dates in text, and parts of a year as banks count them. */

const DAY_SECONDS = 86_400;

/** The second of the day, to the nearest one. */
const clock = (of: (seconds: number) => number) =>
  fixed(["number"], (_, serial) => {
    if (!isSerial(serial)) return error("#NUM!");
    return of(Math.round((serial - Math.floor(serial)) * DAY_SECONDS) % DAY_SECONDS);
  });

/** A time that the next second swallows belongs to the next day. */
const toSecond = (serial: number): number => Math.round(serial * DAY_SECONDS) / DAY_SECONDS;

const isPart = (part: number): boolean => part < 32_768 && part > -32_768;

function time(hours: number, minutes: number, seconds: number): CellScalar {
  if (![hours, minutes, seconds].every(isPart)) return error("#NUM!");
  const all = hours * 3600 + minutes * 60 + seconds;
  return all < 0 ? error("#NUM!") : (all % DAY_SECONDS) / DAY_SECONDS;
}

/** Only texts that every Excel reads alike: 2024-01-10, 6:30, 18:05:30. */
function dateOf(text: string, { book }: Place): CellScalar {
  const [, date = ""] = /^(\d{4}[-/]\d{1,2}[-/]\d{1,2})(?: \d{1,2}:\d{2}(?::\d{2})?)?$/.exec(text) ?? [];
  if (date !== "") return numberFromText(date, book.date1904 ?? false) ?? error("#VALUE!");
  if (/\d/.test(text)) throw new NotEvaluated(`whether "${text}" is a number depends on the language of Excel`);
  return error("#VALUE!");
}

function timeOf(text: string): CellScalar {
  const [, hours = "", minutes = "", seconds = "0"] = /^(\d{1,4}):(\d{1,2})(?::(\d{1,2}))?$/.exec(text.trim()) ?? [];
  if (hours === "") {
    if (/\d/.test(text)) throw new NotEvaluated(`whether "${text}" is a number depends on the language of Excel`);
    return error("#VALUE!");
  }
  if (Number(minutes) > 59 || Number(seconds) > 59) return error("#VALUE!");
  return ((Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) % DAY_SECONDS) / DAY_SECONDS;
}

const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
const endsFebruary = ({ year, month, day }: CalendarDate): boolean => month === 2 && day === (isLeap(year) ? 29 : 28);

/** Days between two dates in a year of twelve months with thirty days each, as in Europe or as in America. */
function days360(from: CalendarDate, to: CalendarDate, european: boolean, februaries: boolean): number {
  let [first, last] = [from.day, to.day];
  if (european) [first, last] = [Math.min(first, 30), Math.min(last, 30)];
  else {
    if (februaries && endsFebruary(from) && endsFebruary(to)) last = 30;
    if (endsFebruary(from) || first === 31) first = 30;
    if (last === 31 && first === 30) last = 30;
  }
  return (to.year - from.year) * 360 + (to.month - from.month) * 30 + last - first;
}

/** The length of the year that two dates lie in; over more than a year, of all years that they touch. */
function yearLength(from: CalendarDate, to: CalendarDate): number {
  const withinYear = to.year === from.year || (to.year === from.year + 1 && (from.month > to.month || (from.month === to.month && from.day >= to.day))); // prettier-ignore
  if (!withinYear) {
    let days = 0;
    for (let year = from.year; year <= to.year; year++) days += isLeap(year) ? 366 : 365;
    return days / (to.year - from.year + 1);
  }
  if (from.year === to.year) return isLeap(from.year) ? 366 : 365;
  const leapDay = (isLeap(from.year) && from.month <= 2) || (isLeap(to.year) && (to.month > 2 || endsFebruary(to)));
  return leapDay ? 366 : 365;
}

function yearFraction(start: number, end: number, basis: number, place: Place): CellScalar {
  const [first, last] = [Math.floor(Math.min(start, end)), Math.floor(Math.max(start, end))];
  const [from, to] = [first, last].map((serial) => calendarDate(serial, place.book.date1904 ?? false));
  if (!from || !to || basis < 0 || basis > 4) return error("#NUM!");
  switch (basis) {
    case 0:
      return days360(from, to, false, true) / 360;
    case 1:
      return first === last ? 0 : (last - first) / yearLength(from, to);
    case 2:
      return (last - first) / 360;
    case 3:
      return (last - first) / 365;
    default:
      return days360(from, to, true, false) / 360;
  }
}

export const TIMES: FunctionTable = {
  TIME: fixed(["integer", "integer", "integer"], (_, hours, minutes, seconds) => time(hours, minutes, seconds)),
  HOUR: clock((seconds) => Math.floor(seconds / 3600)),
  MINUTE: clock((seconds) => Math.floor(seconds / 60) % 60),
  SECOND: clock((seconds) => seconds % 60),
  DATEVALUE: fixed(["scalar"], (place, text) => (typeof text === "string" ? dateOf(text, place) : error("#VALUE!"))),
  TIMEVALUE: fixed(["scalar"], (_, text) => (typeof text === "string" ? timeOf(text) : error("#VALUE!"))),
  DAYS360: fixed(["number", "number", "logical?"], ({ book }, start, end, european = false) => {
    const [from, to] = [start, end].map((serial) => calendarDate(toSecond(serial), book.date1904 ?? false));
    return from && to ? days360(from, to, european, false) : error("#NUM!");
  }),
  YEARFRAC: fixed(["measured", "measured", "measured?"], (place, start, end, basis = 0) =>
    yearFraction(start, end, Math.trunc(basis), place),
  ),
};
