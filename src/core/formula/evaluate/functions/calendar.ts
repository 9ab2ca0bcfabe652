import { isCellError, type CellError, type CellScalar } from "../../../workbook/snapshot";
import { NotEvaluated } from "../book";
import { fixed, type FunctionTable } from "../declare";
import { error, type Operand, type Place } from "../operand";
import { calendarDate, dateSerial, isSerial } from "../serial";
import { valuesOf } from "./numbers";

/** Months, weeks and working days; all look at the day alone, not at the time of it. */

const is1904 = ({ book }: Place): boolean => book.date1904 ?? false;

/** A date so many months on: the same day, or the last of a shorter month. */
function monthsOn(serial: number, months: number, place: Place, day: "same" | "last"): CellScalar {
  const date = calendarDate(serial, is1904(place));
  if (!date) return error("#NUM!");
  const month = date.month + Math.trunc(months);
  const after = dateSerial(date.year, month + 1, 1, is1904(place));
  // December 9999 has no month behind it.
  const last = after === null ? dateSerial(date.year, month, 31, is1904(place)) : after - 1;
  const first = dateSerial(date.year, month, 1, is1904(place));
  if (first === null || last === null) return error("#NUM!");
  return day === "last" ? last : Math.min(first + date.day - 1, last);
}

/** 0 for Monday … 6 for Sunday; Excel takes 1 January 1900 for a Sunday. */
const weekday = (serial: number, place: Place): number => (Math.floor(serial) + (is1904(place) ? 1462 : 0) + 5) % 7;

/** The day of the week on which weeks begin, by the number that says so; null where no such number is known. */
function weekStart(type: number): number | null {
  if (type === 1) return 6;
  if (type === 2) return 0;
  return type >= 11 && type <= 17 ? type - 11 : null;
}

function isoWeek(serial: number, place: Place): CellScalar {
  const thursday = Math.floor(serial) - weekday(serial, place) + 3;
  const date = calendarDate(thursday, is1904(place));
  const first = date && dateSerial(date.year, 1, 1, is1904(place));
  return first === null ? error("#NUM!") : Math.floor((thursday - first) / 7) + 1;
}

function weekNumber(serial: number, type: number, place: Place): CellScalar {
  if (type === 21) return isoWeek(serial, place);
  const start = weekStart(type);
  const date = calendarDate(serial, is1904(place));
  const first = date && dateSerial(date.year, 1, 1, is1904(place));
  if (start === null || first === null) return error("#NUM!");
  const before = (weekday(first, place) - start + 7) % 7;
  return Math.floor((Math.floor(serial) - first + before) / 7) + 1;
}

/** Which days of a week are free, Monday first; null where the argument says nothing known. */
function freeDays(weekend: CellScalar): readonly boolean[] | null {
  if (typeof weekend === "string") {
    return /^[01]{7}$/.test(weekend) ? Array.from(weekend, (day) => day === "1") : null;
  }
  const number = Math.trunc(Number(weekend ?? 1));
  const days = Array.from({ length: 7 }, (_, day) => day);
  if (number >= 11 && number <= 17) return days.map((day) => day === (number + 2) % 7);
  if (number < 1 || number > 7) return null;
  return days.map((day) => day === (number + 4) % 7 || day === (number + 5) % 7);
}

function holidaysOf(operand: Operand | undefined, place: Place): ReadonlySet<number> | CellError {
  const days = new Set<number>();
  for (const value of operand === undefined ? [] : valuesOf([operand], place)) {
    if (isCellError(value)) return value;
    if (value === null) continue;
    if (typeof value !== "number") throw new NotEvaluated("holidays that are no dates");
    days.add(Math.floor(value));
  }
  return days;
}

/** Days on which nobody works. */
interface DaysOff {
  /** In every week, Monday first. */
  readonly free: readonly boolean[];
  readonly holidays: ReadonlySet<number>;
}

/** `refused`: weeks that the function does not take, besides those that say nothing known. */
function daysOff(
  weekend: CellScalar,
  listed: Operand | undefined,
  place: Place,
  refused: (free: readonly boolean[]) => boolean,
): DaysOff | CellError {
  const free = freeDays(weekend);
  const holidays = holidaysOf(listed, place);
  if (!free || refused(free)) return error(typeof weekend === "string" ? "#VALUE!" : "#NUM!");
  return "error" in holidays ? holidays : { free, holidays };
}

function workdaysBetween(
  start: number,
  end: number,
  weekend: CellScalar,
  listed: Operand | undefined,
  place: Place,
): CellScalar {
  const off = daysOff(weekend, listed, place, () => false);
  if ("error" in off) return off;
  const { free, holidays } = off;
  if (!isSerial(start) || !isSerial(end)) return error("#NUM!");
  const [first, last] = [Math.floor(Math.min(start, end)), Math.floor(Math.max(start, end))];
  const isWork = (day: number): boolean => free[weekday(day, place)] === false;
  const weeks = Math.floor((last - first + 1) / 7);
  let days = weeks * free.filter((day) => !day).length;
  for (let day = first + weeks * 7; day <= last; day++) if (isWork(day)) days++;
  for (const day of holidays) if (day >= first && day <= last && isWork(day)) days--;
  return start > end ? 0 - days : days;
}

/** Beyond it a plan is a slip, and counting it out costs more than it tells. */
const MOST_DAYS = 100_000;

function workdayAfter(
  start: number,
  count: number,
  weekend: CellScalar,
  listed: Operand | undefined,
  place: Place,
): CellScalar {
  const off = daysOff(weekend, listed, place, (free) => free.every(Boolean));
  if ("error" in off) return off;
  const { free, holidays } = off;
  if (!isSerial(start)) return error("#NUM!");
  const step = count < 0 ? -1 : 1;
  let left = Math.abs(Math.trunc(count));
  if (left > MOST_DAYS) throw new NotEvaluated("so many working days");
  let day = Math.floor(start);
  while (left > 0 && isSerial(day)) {
    day += step;
    if (free[weekday(day + 7, place)] === false && !holidays.has(day)) left--;
  }
  return isSerial(day) ? day : error("#NUM!");
}

/** Whole years, months or days; "MD" and "YD" are known to be wrong in Excel, so nobody can say what they give. */
function dateDifference(start: number, end: number, unit: string, place: Place): CellScalar {
  const [from, to] = [calendarDate(start, is1904(place)), calendarDate(end, is1904(place))];
  if (!from || !to || Math.floor(start) > Math.floor(end)) return error("#NUM!");
  const months = (to.year - from.year) * 12 + to.month - from.month - (to.day < from.day ? 1 : 0);
  switch (unit.toUpperCase()) {
    case "Y":
      return Math.floor(months / 12);
    case "M":
      return months;
    case "D":
      return Math.floor(end) - Math.floor(start);
    case "YM":
      return months % 12;
    case "MD":
    case "YD":
      throw new NotEvaluated(`DATEDIF by ${unit.toUpperCase()}`);
    default:
      return error("#NUM!");
  }
}

export const CALENDAR: FunctionTable = {
  EDATE: fixed(["measured", "measured"], (place, serial, months) => monthsOn(serial, months, place, "same")),
  EOMONTH: fixed(["measured", "measured"], (place, serial, months) => monthsOn(serial, months, place, "last")),
  WEEKDAY: fixed(["number", "integer?"], (place, serial, type = 1) => {
    const start = type === 3 ? 0 : weekStart(type);
    if (start === null || !isSerial(serial)) return error("#NUM!");
    return ((weekday(serial, place) - start + 7) % 7) + (type === 3 ? 0 : 1);
  }),
  WEEKNUM: fixed(["measured", "measured?"], (place, serial, type = 1) => weekNumber(serial, Math.trunc(type), place)),
  ISOWEEKNUM: fixed(["number"], (place, serial) => (isSerial(serial) ? isoWeek(serial, place) : error("#NUM!"))),
  DATEDIF: fixed(["number", "number", "text"], (place, start, end, unit) => dateDifference(start, end, unit, place)),
  NETWORKDAYS: fixed(["measured", "measured", "range?"], (place, start, end, off) => workdaysBetween(start, end, 1, off, place)), // prettier-ignore
  "NETWORKDAYS.INTL": fixed(["measured", "measured", "scalar?", "range?"], (place, start, end, weekend = 1, off) => workdaysBetween(start, end, weekend, off, place)), // prettier-ignore
  WORKDAY: fixed(["measured", "measured", "range?"], (place, start, days, off) => workdayAfter(start, days, 1, off, place)), // prettier-ignore
  "WORKDAY.INTL": fixed(["measured", "measured", "scalar?", "range?"], (place, start, days, weekend = 1, off) => workdayAfter(start, days, weekend, off, place)), // prettier-ignore
};
