/** Words around a name that do not make it another one. */
const plainName = (name: string): string =>
  name
    .replace(/["'“”《》()]/g, "")
    .replace(/程度/g, "度")
    .replace(/^(?:部门|单位|项目|本年度|年度|当年|全年|实际)+/, "");

/** 基本满意 is another figure than 满意. */
const DEGREE = /(?:基本|比较|较|非常|很|不|未|非)$/;

/** 第三季度执行率 is another figure than 年度执行率. */
const PERIOD = /季度|半年|月/;

/**
 * Whether two printings mean one figure: the same words, one with less of them (三公经费 for 三公经费变动率, 执行率 for
 * 预算执行率), or one that only points back. Two full names that differ are two figures.
 */
export function sameSubject(a: string, b: string): boolean {
  if (a === "" || b === "") return true;
  const [x, y] = [plainName(a), plainName(b)];
  if (x === "" || y === "" || x === y) return true;
  const [short, long] = x.length <= y.length ? [x, y] : [y, x];
  if (PERIOD.test(x) !== PERIOD.test(y)) return false;
  if (long.endsWith(short)) return !DEGREE.test(long.slice(0, long.length - short.length));
  return long.startsWith(short);
}
