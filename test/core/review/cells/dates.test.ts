import { cleanForm, dataOf, told, type Changes } from "./clean-form";

const day = (value: number, numberFormat: string) => ({ value, numberFormat });

/** Serials by hand: 45291 is 2023-12-31 and 45310 2024-01-19 counted from 1900; from 1904 a day is 1462 less. */
describe("date cells", () => {
  test("the form itself has no fault", () => expect(told(cleanForm())).toEqual([]));

  test.each<[string, Changes, string]>([
    ["one day late, numbers and slashes", { E8: day(45292, "yyyy/m/d") }, "target-missed-but-full G8"],
    ["on the very day, a target that ends with the month", { D8: "2023年12月底前", E8: day(45291, "yyyy/m/d") }, ""],
    ["weeks late, in Chinese", { E8: day(45310, 'yyyy"年"m"月"d"日"') }, "target-missed-but-full G8"],
    ["weeks late, with a time of day", { E8: day(45310.5, "yyyy-mm-dd hh:mm") }, "target-missed-but-full G8"],
    ["weeks late, month alone", { E8: day(45310, 'yyyy"年"m"月"') }, "target-missed-but-full G8"],
    ["the target is a date cell, and kept", { D8: day(45291, "m/d/yyyy"), E8: day(45280, "m/d/yyyy") }, ""],
    ["the target is a date cell, and missed in words", { D8: day(45291, "yyyy/m/d"), E8: "2024年1月3日" }, "target-missed-but-full G8"],
    ["the year is not shown: it is the year of typing, which may be any", { E8: day(45280 + 366, 'm"月"d"日"') }, ""],
  ])("[R41] %s", (_, changes, expected) => {
    expect(told(cleanForm(changes)).join(" ")).toBe(expected);
  }); // prettier-ignore

  test("[R41] the serials of a workbook that counts from 1904 are its own days", () => {
    const late = { E8: day(45310 - 1462, "yyyy/m/d") };
    expect(told(cleanForm(late, {}, { date1904: true }), "target-missed-but-full")).toEqual(["target-missed-but-full G8"]);
    // the same number counted from 1900 is four years earlier, and in time
    expect(told(cleanForm(late), "target-missed-but-full")).toEqual([]);
  }); // prettier-ignore

  test.each<[string, Changes, string]>([
    ["9-5 turned into a date", { G5: day(45174, 'm"月"d"日"') }, "9月5日"],
    ["1/2 turned into a date", { G6: day(45293, "m/d/yyyy") }, "2024年1月2日"],
    ["9:30 turned into a time", { G7: day(0.3958333333, "h:mm") }, "9:30"],
  ])("[R41] a score that is %s is told as it is shown", (_, changes, text) => {
    const book = cleanForm(changes);
    expect(dataOf(book, "score-not-a-number")).toMatchObject({ text });
    expect(told(book, "score-over-full", "score-precision")).toEqual([]);
  });

  test.each<[string, Changes, string]>([
    ["a count is asked for and a date given", { E5: day(45174, "yyyy/m/d") }, "target-not-comparable E5"],
    ["a share is asked for and a day given", { E6: day(45174, 'm"月"d"日"') }, "target-not-comparable E6"],
    ["a date is asked for and a count given", { E8: 12 }, "target-not-comparable E8"],
  ])("[C17] %s: not comparable", (_, changes, expected) => {
    expect(told(cleanForm(changes))).toEqual([expected]);
  });

  test.each(["0.00", "#,##0_);[Red](#,##0)", '0"年"', '0"日"', "0.0E+00", "G/通用格式", '0"分"'])(
    "[R41] %s is no format of a date",
    (numberFormat) => expect(told(cleanForm({ G5: { value: 10, numberFormat } }))).toEqual([]),
  );
});
