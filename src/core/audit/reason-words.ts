/** Why a formula was not recalculated, in both languages; the evaluator says it in English. */
export interface ReasonWords {
  readonly zh: string;
  readonly en: string;
}

const WORDS: readonly (readonly [pattern: RegExp, zh: string])[] = [
  [/^volatile: (.+)$/, "$1 每次重算结果都可能不同，不作重算"],
  [/^not in the function set: (.+)$/, "函数 $1 不在可重算的范围内"],
  [/^link to another workbook: (.+)$/, "引用了其他工作簿 $1"],
  [/^structured reference: (.+)$/, "表格引用 $1 无法确定"],
  [/^reference over several sheets: (.+)$/, "跨多个工作表的引用 $1"],
  [/^circular reference: (.+)$/, "循环引用 $1"],
  [/^not a formula: (.+)$/, "公式无法读取（$1）"],
  [/^approximate search in unsorted data$/, "在未排序的数据中近似查找"],
  [/^search for an empty cell$/, "查找值为空单元格"],
  [/^whether "(.*)" is a number depends on the language of Excel$/, "“$1”是否为数字，取决于 Excel 的语言"],
  [/^whether "(.*)" sorts before "(.*)" depends on the language of Excel$/, "“$1”与“$2”的先后，取决于 Excel 的语言"],
  [/^what TEXT shows with the format (.+)$/, "TEXT 格式 $1 的结果取决于 Excel 的语言"],
  [/^(\S+) with (\d+) arguments$/, "$1 的参数个数（$2）不对"],
  [/^nested too deeply$/, "嵌套过深"],
  [/^SUBTOTAL over hidden rows.*$/, "SUBTOTAL 的范围中有隐藏行，无法判断是否为筛选"],
];

/** The first cause, and the cell where it lies when it is not the formula's own. */
export function reasonWords(reason: string): ReasonWords {
  const [, cause = reason, place = ""] = /^(.*?)(?: \(at (.+)\))?$/.exec(reason) ?? [];
  const known = WORDS.find(([pattern]) => pattern.test(cause));
  const zh = known ? cause.replace(known[0], known[1]) : cause;
  return { zh: place === "" ? zh : `${zh}（见 ${place}）`, en: reason };
}
