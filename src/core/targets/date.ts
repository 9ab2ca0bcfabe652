/** A day or month by which something is due, or was done: 9月前, 2021年12月底前, 6月30日. */
export interface DateReading {
  readonly kind: "date";
  readonly year: number | null;
  readonly month: number;
  /** Null where only the month is named. */
  readonly day: number | null;
  /** 前 without 底: whether the named day or month itself still counts is open. */
  readonly before: boolean;
}

const DATE =
  /^(?:<=|≤|于|在|截至|截止)?(?:(\d{4})(?:年|[./-]))?(\d{1,2})(?:月份?|[./-](?=\d))(?:(\d{1,2})[日号]?)?(底|末)?(之?前|以前|内|之内)?(?:完成|完工|建成)?$/;

/** Reads canonical text without spaces; null for anything but one date. */
export function readDate(text: string): DateReading | null {
  const match = DATE.exec(text);
  if (!match) return null;
  const [, year, month = "", day, end, before] = match;
  // 1/2 or 1-2 without a year is a ratio or a range; 9月 without a day, an end or 前 may be a duration
  const isNumericOnly = !/[年月]/.test(text);
  if (isNumericOnly && !(year && day)) return null;
  const [m, d] = [Number(month), day === undefined ? null : Number(day)];
  if (m < 1 || m > 12 || (d !== null && (d < 1 || d > 31))) return null;
  return {
    kind: "date",
    year: year === undefined ? null : Number(year),
    month: m,
    day: d,
    before: before?.endsWith("前") === true && end === undefined,
  };
}

/** Whether what was due by `due` and done on `done` was in time; null where the texts leave it open. */
export function inTime(due: DateReading, done: DateReading): boolean | null {
  if (due.year !== null && done.year !== null && due.year !== done.year) return done.year < due.year;
  if (due.month !== done.month)
    return (due.year === null) === (done.year === null) || due.year === null ? done.month < due.month : null;
  if (due.day === null) return due.before ? null : true;
  if (done.day === null) return null;
  if (due.day === done.day) return due.before ? null : true;
  return done.day < due.day;
}
