/** Date serials as Excel counts them, with its 29 February 1900 and its 1904 epoch. */

const DAY = 86_400_000;
const EPOCH = Date.UTC(1899, 11, 30);
const OFFSET_1904 = 1462;
const LAST_SERIAL = 2_958_465;

/**
 * The serial of a date; months and days beyond their range roll over. Null where Excel has no such date (a month
 * beyond 9999, a day before 1900), and with "strict" also where the day does not exist.
 */
export function dateSerial(
  year: number,
  month: number,
  day: number,
  date1904: boolean,
  rolling: "strict" | "rolling" = "rolling",
): number | null {
  if (!(Math.abs(year) < 1e5 && Math.abs(month) < 1e6)) return null;
  const first = new Date(0);
  first.setUTCFullYear(year, month - 1, 1);
  if (first.getUTCFullYear() > 9999) return null;
  const serial = serialOf(first, date1904) + day - 1;
  const valid = serial >= 0 && serial < LAST_SERIAL + 1;
  if (rolling === "rolling" || !valid) return valid ? serial : null;
  const date = calendarDate(serial, date1904);
  return date?.year === year && date.month === month && date.day === day ? serial : null;
}

/** Excel takes 1900 for a leap year: its first two months count one day less. */
function serialOf(day: Date, date1904: boolean): number {
  const days = Math.round((day.getTime() - EPOCH) / DAY);
  return date1904 ? days - OFFSET_1904 : days < 61 ? days - 1 : days;
}

export const isSerial = (serial: number): boolean => serial >= 0 && serial < LAST_SERIAL + 1;

export interface CalendarDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** The date of a serial; null outside Excel's calendar. */
export function calendarDate(serial: number, date1904: boolean): CalendarDate | null {
  const whole = Math.floor(serial);
  if (whole < 0 || whole > LAST_SERIAL) return null;
  if (!date1904 && whole === 60) return { year: 1900, month: 2, day: 29 };
  if (!date1904 && whole === 0) return { year: 1900, month: 1, day: 0 };
  const days = date1904 ? whole + OFFSET_1904 : whole < 60 ? whole + 1 : whole;
  const date = new Date(EPOCH + days * DAY);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}
