/** Date serials as Excel counts them, with its 29 February 1900 and its 1904 epoch. */

const DAY = 86_400_000;
const EPOCH = Date.UTC(1899, 11, 30);
const OFFSET_1904 = 1462;
export const LAST_SERIAL = 2_958_465;

/**
 * The serial of a date; months and days beyond their range roll over. Null where Excel has no such date
 * (before 1900), and with "strict" also where the day does not exist.
 */
export function dateSerial(
  year: number,
  month: number,
  day: number,
  date1904: boolean,
  rolling: "strict" | "rolling" = "rolling",
): number | null {
  const time = Date.UTC(year < 100 ? 2000 : year, month - 1, day);
  const date = new Date(time);
  if (rolling === "strict" && (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day)) return null;
  const days = Math.round((time - EPOCH) / DAY);
  const serial = date1904 ? days - OFFSET_1904 : days < 61 ? days - 1 : days;
  return serial < 0 || serial > LAST_SERIAL ? null : serial;
}

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
