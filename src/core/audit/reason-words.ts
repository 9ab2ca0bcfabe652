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
  [/^(\S+) with an argument left out$/, "$1 的参数有空缺"],
  [/^nested too deeply$/, "嵌套过深"],
  [/^more arrays than one recalculation works out$/, "数组运算（如 SUMPRODUCT 的条件）超过一次重算的限度"],
  [/^an array too large$/, "数组过大"],
  [/^search by a regular expression$/, "按正则表达式查找"],
  [/^the order of different errors$/, "不同错误值的先后"],
  [/^the sine or cosine of an angle where it is next to nothing$/, "三角函数值接近零，末位数字取决于处理器"],
  [/^DATEDIF by (MD|YD)$/, "DATEDIF 的 $1 单位在 Excel 中本身不可靠"],
  [/^holidays that are no dates$/, "节假日列表中有不是日期的内容"],
  [/^(?:so many working days|UNIQUE over so many rows)$/, "数量过大"],
  [/^IRR that does not settle from its guess$/, "IRR 从初值出发不收敛"],
  [/^(?:CODE|which character CHAR).*language of Excel$/, "字符编码取决于 Excel 的语言"],
  [/^how Excel writes so small a number as text$/, "过小的数转成文本时的写法无法确定"],
  [/^(\S+) over hidden rows.*$/, "$1 的范围中有隐藏行，无法判断是否为筛选"],
  [/^payments that are no numbers$/, "收支或日期中有不是数的单元格"],
  [/^XIRR where more than one rate is possible$/, "收支符号变化不止一次，XIRR 可能有几个结果"],
  [/^XIRR of a loss: Excel may not find it$/, "收支合计为亏损，Excel 的 XIRR 可能求不出"],
  [/^XNPV at a rate below 0$/, "XNPV 的贴现率为负，各版本 Excel 的结果不同"],
];

/** The first cause, and the cell where it lies when it is not the formula's own. */
export function reasonWords(reason: string): ReasonWords {
  const [, cause = reason, place = ""] = /^(.*?)(?: \(at (.+)\))?$/.exec(reason) ?? [];
  const known = WORDS.find(([pattern]) => pattern.test(cause));
  const zh = known ? cause.replace(known[0], known[1]) : cause;
  return { zh: place === "" ? zh : `${zh}（见 ${place}）`, en: reason };
}
