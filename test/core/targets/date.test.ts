import { inTime, readDate } from "../../../src/core/targets/date";
import { compact } from "../../../src/core/model/text";

/** true: in time; false: late; null: the words leave it open; "-": one of the two is no date. */
function kept(due: string, done: string): boolean | null | "-" {
  const [a, b] = [due, done].map((text) => readDate(compact(text)));
  return a && b ? inTime(a, b) : "-";
}

describe("[C45] dates as offices write them", () => {
  it.each<[string, string, boolean | null]>([
    // Chinese numerals
    ["2021年9月30日前", "二〇二一年十月三日", false],
    ["二〇二一年九月三十日前", "2021年9月29日", true],
    ["九月底", "十月初", false],
    ["二○二一年十二月底前", "2021年12月31日", true],
    // the end of a month, of a quarter, of the year
    ["2021年9月底", "2021年9月30日", true],
    ["2021年9月底", "2021年10月1日", false],
    ["2021年底前", "2021年12月31日", true],
    ["2021年年底", "2022年1月1日", false],
    ["三季度末", "9月30日", true],
    ["第三季度", "10月1日", false],
    ["2021年内", "2021年12月31日", true],
    // parts of a month: on the boundary and one day either side
    ["9月上旬", "9月10日", true],
    ["9月上旬", "9月11日", false],
    ["9月中旬", "9月20日", true],
    ["9月中旬", "9月21日", false],
    ["9月15日前", "9月中旬", null],
    ["9月10日前", "9月中旬", false],
    ["9月中旬前", "9月10日", true],
    ["9月中旬前", "9月11日", null],
    ["9月中旬前", "9月下旬", false],
    ["6月底", "上半年", true],
    ["5月底", "上半年", null],
    ["上半年", "7月1日", false],
    // slashes, dots, hyphens
    ["2021/9/30前", "2021/10/3", false],
    ["2021-9-30", "2021年9月30日", true],
    ["2021.9.30前", "2021.9.29", true],
    ["2021/9", "2021/10", false],
    // whether the day itself counts
    ["2021年9月30日前", "2021年9月30日", null],
    ["2021年9月30日前（含）", "2021年9月30日", true],
    ["2021年9月30日（含当日）前", "2021年10月1日", false],
    ["2021年9月30日24时前", "2021年9月30日", null],
    // words around it
    ["2021年9月30日前完成", "已于2021年10月3日完成验收", false],
    ["2021年9月30日前", "2021年10月3日竣工", false],
    ["当年12月底前", "次年1月", false],
    ["次年3月底", "当年12月", true],
  ])("due %s, done %s", (due, done, wanted) => expect(kept(due, done)).toBe(wanted)); // prettier-ignore

  it.each([
    "9/10",
    "1-2",
    "2021.9",
    "12个月",
    "3日内",
    "9月至10月",
    "13月底",
    "2021年9月30日前完成80%",
    "20日",
    "一般",
    "九成",
  ])("%s is no date", (text) => expect(readDate(compact(text))).toBeNull());
});

describe("[C45] 次年 is behind the table's own year, which no date here says", () => {
  it.each<[string, string, boolean | null]>([
    ["次年6月底前", "2022年8月15日", null],
    ["次年6月底前", "2022年5月15日", null],
    ["2022年6月底前", "次年5月", null],
    ["次年6月底前", "5月15日", true],
    ["6月底前", "次年5月", false],
    ["次年6月底前", "次年6月30日", true],
    ["翌年6月底", "次年7月1日", false],
    ["明年6月底前", "2023年12月31日", null],
  ])("%s, done %s: %s", (due, done, expected) => expect(kept(due, done)).toBe(expected));
});
