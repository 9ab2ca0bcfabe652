import { getFormatDateInfo, isDateFormat } from "numfmt";
import { calendarDate } from "./evaluate/serial";
import { displayText, sectionText } from "./number-format";

/** What of a date a format shows; "time" for a time of day or a duration alone. */
type DateParts = { readonly year: boolean; readonly month: boolean; readonly day: boolean } | "time";

/** A workbook has few formats and many cells. */
const known = new Map<string, DateParts | null>();
const LONGEST_LIST = 1000;

function datePartsOf(section: string): DateParts | null {
  const before = known.get(section);
  if (before !== undefined) return before;
  const parts = readParts(section);
  if (known.size >= LONGEST_LIST) known.clear();
  known.set(section, parts);
  return parts;
}

function readParts(section: string): DateParts | null {
  if (!isDateFormat(section)) return null;
  const { year, month, day, hours, seconds } = getFormatDateInfo(section);
  // mm between hours or before seconds are minutes
  if (!year && !day && (hours || seconds)) return "time";
  return year || month || day ? { year, month, day } : null;
}

/**
 * The date that a number cell shows, in the words in which people type one: 2024年1月19日, 2023年12月, 9月5日. Only what the
 * format shows is said: the year of 9月5日 is the one in which it was typed, which may be any. A time of day, a weekday
 * and a number that is no date stand as the format shows them. Null where the format is none of a date (SPEC R41).
 */
export function shownDate(value: number, format: string | undefined, date1904: boolean): string | null {
  if (format === undefined) return null;
  const section = sectionText(format, value);
  const parts = section === null ? null : datePartsOf(section);
  if (!parts) return null;
  const date = parts === "time" ? null : calendarDate(value, date1904);
  if (parts === "time" || !date || (parts.day && !parts.month)) return displayText(value, format, date1904);
  const { year, month, day } = date;
  return `${parts.year ? `${year}年` : ""}${parts.month ? `${month}月` : ""}${parts.day ? `${day}日` : ""}`;
}
