import { datesInDigits } from "../model/chinese-numeral";

/** A day, or a time of the year, by which something is due, or in which it was done: 9月前, 2021年12月底前, 9月上旬, 三季度末. */
export interface DateReading {
  readonly kind: "date";
  readonly year: number | null;
  /** The last day that the words take in; its day null where only the month is named. */
  readonly month: number;
  readonly day: number | null;
  /** 前 without 底 or （含）: whether the named day or month itself still counts is open. */
  readonly before: boolean;
  /** The first day that the words take in, where they name a part of a month or several months. */
  readonly since?: Day;
  /** 次年: the year behind whatever year the other date is of. */
  readonly nextYear?: true;
}

interface Day {
  readonly month: number;
  readonly day: number;
}

const LEAD = "^(?:<=|≤)?(?:已|计划|预计|应|须|需|确保|力争)?(?:于|在|截至|截止)?到?";
const YEAR = "(?:(?<year>\\d{4})(?:年度?|[./-])|(?:当年|本年)度?|(?<next>次年|翌年|明年))?";
const DAY =
  "(?<month>\\d{1,2})(?:月份?|[./-](?=\\d)|(?<=\\d{4}[/-]\\d{1,2}))(?:(?<day>\\d{1,2})[日号]?)?(?<end>底|末)?";
const PART = "(?<partOf>\\d{1,2})月份?(?<part>上旬|中旬|下旬|初)";
const SEASON =
  "第?(?<quarter>[1-4一二三四])季度(?<closing>末|底)?|(?<half>[上下])半年|年(?<yearEnd>底|末|终)|(?<=年)(?<last>底|末|终)|(?<=年度?)内";
const INCLUDED = "(?<included>\\(含[^()]{0,5}\\))?";
const TAIL = "(?:前|之前|以前|内|之内)?";
const DONE =
  "(?:完成|完工|建成|验收|竣工|交付|投入使用|到位|发放|拨付|开工|实施|提交|上报|报送|印发|通过|完毕|结束|全部|全面|合格|并){0,4}";
const DATE = new RegExp(
  `${LEAD}${YEAR}(?:${PART}|${SEASON}|${DAY})(?:${INCLUDED})(?:24[时点]整?)?(?<before>${TAIL})(?<late>\\(含[^()]{0,5}\\))?(?:${DONE})[。.]?$`,
);

/** Reads canonical text without spaces; null for anything but one date. */
export function readDate(text: string): DateReading | null {
  if (text.length > 30 || !/[年月日季半底末./-]/.test(text)) return null;
  const found = DATE.exec(datesInDigits(text))?.groups;
  if (!found) return null;
  const year = found.year === undefined ? null : Number(found.year);
  const next = found.next === undefined ? {} : ({ nextYear: true } as const);
  const within = partOfMonth(found) ?? partOfYear(found);
  const open = found.before?.endsWith("前") === true && found.included === undefined && found.late === undefined;
  if (within)
    return within.month > 12 ? null : { kind: "date", year, ...next, ...within, before: open && !isEnd(found) };
  const month = Number(found.month);
  const day = found.day === undefined ? null : Number(found.day);
  // 1/2 or 1-2 without a year is a ratio or a range, 2021.9 may be a number; 9月 without a day, an end or 前 may be a duration
  const isNumericOnly = !/[年月]/.test(text);
  if (isNumericOnly && !(found.year !== undefined && (day !== null || /[/-]/.test(text)))) return null;
  if (month < 1 || month > 12 || (day !== null && (day < 1 || day > 31))) return null;
  return { kind: "date", year, ...next, month, day, before: open && found.end === undefined };
}

type Groups = Readonly<Record<string, string | undefined>>;

const isEnd = ({ closing, yearEnd, last, half, quarter, part }: Groups): boolean =>
  [closing, yearEnd, last].some((each) => each !== undefined) ||
  [half, quarter, part].every((each) => each === undefined);

const PARTS: Readonly<Record<string, readonly [number, number]>> = {
  初: [1, 10],
  上旬: [1, 10],
  中旬: [11, 20],
  下旬: [21, 31],
};

function partOfMonth({ partOf, part }: Groups): Pick<DateReading, "month" | "day" | "since"> | null {
  const days = part === undefined ? undefined : PARTS[part];
  const month = Number(partOf);
  return days && month >= 1 ? { month, day: days[1], since: { month, day: days[0] } } : null;
}

/** Quarters, halves and the whole; the end of each is its last month. */
function partOfYear({ quarter, closing, half, month }: Groups): Pick<DateReading, "month" | "day" | "since"> | null {
  if (month !== undefined) return null;
  if (quarter !== undefined) {
    const last = 3 * (Number(quarter) || "一二三四".indexOf(quarter) + 1);
    return closing === undefined ? { month: last, day: null, since: { month: last - 2, day: 1 } } : { month: last, day: null };
  }
  if (half !== undefined) return half === "上" ? { month: 6, day: null, since: { month: 1, day: 1 } } : { month: 12, day: null, since: { month: 7, day: 1 } };
  return { month: 12, day: null };
} // prettier-ignore

/** Whether what was due by `due` and done on `done` was in time; null where the texts leave it open. */
export function inTime(due: DateReading, done: DateReading): boolean | null {
  if (due.year !== null && done.year !== null && due.year !== done.year) return done.year < due.year;
  if (due.nextYear !== done.nextYear) {
    // 次年 is behind the year of the table; a date that prints its own year may be of the one or of the other
    const printed = due.nextYear ? done.year : due.year;
    return printed === null ? due.nextYear === true : null;
  }
  if (due.since || done.since) return withinPart(due, done);
  if (due.month !== done.month) return sameYear(due, done) ? done.month < due.month : null;
  if (due.day === null) return due.before ? null : true;
  if (done.day === null) return null;
  if (due.day === done.day) return due.before ? null : true;
  return done.day < due.day;
}

const sameYear = (due: DateReading, done: DateReading): boolean =>
  (due.year === null) === (done.year === null) || due.year === null;

const LAST_DAY = 31;
const key = (month: number, day: number): number => month * 100 + day;

/** In time where the last day that the words take in is, late where the first one is not. */
function withinPart(due: DateReading, done: DateReading): boolean | null {
  if (!sameYear(due, done)) return null;
  const limit = key(due.month, due.day ?? LAST_DAY);
  const last = key(done.month, done.day ?? LAST_DAY);
  const first = done.since ? key(done.since.month, done.since.day) : key(done.month, done.day ?? 1);
  if (first > limit) return false;
  // before a part of the month: whether the part itself still counts is open
  const sure = due.before ? key(due.since?.month ?? due.month, due.since?.day ?? due.day ?? 1) - 1 : limit;
  return last <= sure ? true : null;
}
