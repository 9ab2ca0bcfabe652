import { fixed, type FunctionTable } from "../declare";
import { error } from "../operand";
import { calendarDate, dateSerial, isSerial, type CalendarDate } from "../serial";

const part = (of: (date: CalendarDate) => number) =>
  fixed(["number"], ({ book }, serial) => {
    const date = calendarDate(serial, book.date1904 ?? false);
    return date ? of(date) : error("#NUM!");
  });

export const DATES: FunctionTable = {
  DATE: fixed(["integer", "integer", "integer"], ({ book }, year, month, day) => {
    const full = year < 1900 ? year + 1900 : year;
    if (year < 0 || full > 9999) return error("#NUM!");
    return dateSerial(full, month, day, book.date1904 ?? false) ?? error("#NUM!");
  }),
  YEAR: part((date) => date.year),
  MONTH: part((date) => date.month),
  DAY: part((date) => date.day),
  DAYS: fixed(["number", "number"], (_, end, start) =>
    isSerial(end) && isSerial(start) ? Math.floor(end) - Math.floor(start) : error("#NUM!"),
  ),
};
