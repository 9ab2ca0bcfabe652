import { excerpt } from "../excerpt";
import { kind, type Words } from "../finding-kind";
import * as en from "../phrases-en";
import * as zh from "../phrases-zh";

/** Formulas that break the pattern of their row or column, and numbers typed among them. */
export const patterns = {
  "inconsistent-formula": kind<{
    readonly formula: string;
    readonly neighbours: string;
    readonly beside: readonly string[];
    readonly shows: string;
    readonly gives: string;
  }>({
    severity: "warning",
    places: { formula: "references", neighbours: "references", beside: "derived" },
    zh: {
      title: "公式前后不符",
      help: "同一行（栏）中个别单元格的公式写法不同，结果也不同。",
      message: ({ formula, neighbours, beside, shows, gives }, where) =>
        `${zh.at(where)}公式 ${excerpt(formula)} 与相邻的 ${zh.listed(beside)} 写法不一致；按相邻的写法应为 ${excerpt(neighbours)}，结果为 ${gives}，现为 ${shows}。请核对。`,
    },
    en: {
      title: "Inconsistent formula",
      help: "One cell's formula differs from its neighbours', and so does its result.",
      message: ({ formula, neighbours, beside, shows, gives }, where) =>
        `${en.at(where)}${excerpt(formula)} differs from its neighbours ${en.listed(beside)}; written like theirs it would be ${excerpt(neighbours)} and give ${gives} instead of ${shows}. Check it.`,
    },
  }),

  "average-of-rates": kind<{
    readonly formula: string;
    readonly rates: readonly string[];
    readonly whole: string;
    readonly shows: string;
    readonly gives: string;
  }>({
    severity: "info",
    places: { formula: "references", rates: "references", whole: "references" },
    zh: {
      title: "比率的简单平均",
      help: "对各行的比率直接求平均，未按各行的数额加权；与合计数算出的比率不同。",
      message: ({ formula, rates, whole, shows, gives }, where) =>
        `${zh.at(where)}公式 ${excerpt(formula)} 是 ${zh.listed(rates)} 各比率的简单平均，得 ${shows}；按本行合计数计算（${excerpt(whole)}）为 ${gives}。如应反映总体水平，请用后者。`,
    },
    en: {
      title: "A plain average of rates",
      help: "Each rate counts alike, whatever amount lies behind it; the totals give another rate.",
      message: ({ formula, rates, whole, shows, gives }, where) =>
        `${en.at(where)}${excerpt(formula)} is the plain average of the rates in ${en.listed(rates)}, ${shows}; the totals of this line (${excerpt(whole)}) give ${gives}. Use that one if the rate of the whole is meant.`,
    },
  }),

  "same-result-formula": kind<{
    readonly formula: string;
    readonly neighbours: string;
    readonly beside: readonly string[];
  }>({
    severity: "info",
    places: { formula: "references", neighbours: "references", beside: "derived" },
    zh: {
      title: "写法不同、结果相同",
      help: "公式的写法与相邻的不同，目前结果相同；数据变化后可能不同。",
      message: ({ formula, neighbours, beside }, where) =>
        `${zh.at(where)}公式 ${excerpt(formula)} 与 ${excerpt(neighbours)}（见 ${zh.listed(beside)}）写法不同，目前结果相同，数据变化后可能不同。`,
    },
    en: {
      title: "Another form, the same result",
      help: "The formula is written otherwise than its neighbours; the results agree now and may not later.",
      message: ({ formula, neighbours, beside }, where) =>
        `${en.at(where)}${excerpt(formula)} is written otherwise than ${excerpt(neighbours)} (see ${en.listed(beside)}); the result is the same now and may not be when the data change.`,
    },
  }),

  "constant-among-formulas": kind<{
    readonly typed: string;
    readonly formula: string;
    readonly beside: readonly string[];
    readonly gives: string;
  }>({
    severity: "warning",
    places: { formula: "references", beside: "derived" },
    zh: {
      title: "公式中间夹着键入的数",
      help: "同一行（栏）都是公式，此处却是键入的数，数据变化时不会更新。",
      message: ({ typed, formula, beside, gives }, where) =>
        `${zh.at(where)}此处键入了 ${typed}，相邻的 ${zh.listed(beside)} 都是公式；按相邻的写法应为 ${excerpt(formula)}，结果为 ${gives}。请核对，必要时恢复公式。`,
    },
    en: {
      title: "Typed number among formulas",
      help: "The line is made of formulas and this number is typed, so it does not follow the data.",
      message: ({ typed, formula, beside, gives }, where) =>
        `${en.at(where)}${typed} is typed here while its neighbours ${en.listed(beside)} are formulas; like theirs it would be ${excerpt(formula)} and give ${gives}. Check it and restore the formula where needed.`,
    },
  }),

  "typed-among-formulas": kind<{
    readonly typed: string;
    readonly formula: string;
    readonly beside: readonly string[];
    readonly gives: string;
    readonly why: Words;
  }>({
    severity: "info",
    places: { formula: "references", beside: "derived" },
    zh: {
      title: "键入的数，旁边是公式",
      help: "相邻的是公式，此处是键入的数，可能有意如此。",
      message: ({ typed, formula, beside, gives, why }, where) =>
        `${zh.at(where)}此处键入了 ${typed}（${why.zh}），相邻的 ${zh.listed(beside)} 是公式；按相邻的写法为 ${excerpt(formula)}，结果为 ${gives}。`,
    },
    en: {
      title: "Typed number beside formulas",
      help: "The neighbours are formulas and this number is typed, which may be meant.",
      message: ({ typed, formula, beside, gives, why }, where) =>
        `${en.at(where)}${typed} is typed here (${why.en}) while ${en.listed(beside)} beside it are formulas; like theirs it would be ${excerpt(formula)} and give ${gives}.`,
    },
  }),

  "range-may-be-short": kind<{ readonly formula: string; readonly covers: string; readonly left: readonly string[] }>({
    severity: "warning",
    places: { formula: "references", left: "references" },
    zh: {
      title: "合计范围可能不全",
      help: "求和范围的边上还有同类的数没有计入。",
      message: ({ formula, covers, left }, where) =>
        `${zh.at(where)}公式 ${excerpt(formula)} 只合计到 ${covers}，紧接着的 ${zh.listed(left)} 也是同类的数，没有计入。请核对范围。`,
    },
    en: {
      title: "Range may be too short",
      help: "Numbers of the same kind stand directly beside the range and are left out.",
      message: ({ formula, covers, left }, where) =>
        `${en.at(where)}${excerpt(formula)} covers ${covers}; ${en.listed(left)} directly beside it are numbers of the same kind and left out. Check the range.`,
    },
  }),

  "typed-total": kind<{ readonly typed: string; readonly formula: string }>({
    severity: "info",
    places: { formula: "references" },
    zh: {
      title: "合计是键入的",
      help: "合计数是键入的，等于上面各数之和；数据变化时不会更新。",
      message: ({ typed, formula }, where) =>
        `${zh.at(where)}合计 ${typed} 是键入的，等于 ${excerpt(formula)}；数据变化时不会更新，建议改为公式。`,
    },
    en: {
      title: "Typed total",
      help: "The total is typed and equals the sum of the numbers above; it does not follow them.",
      message: ({ typed, formula }, where) =>
        `${en.at(where)}The total ${typed} is typed and equals ${excerpt(formula)}; it does not follow the data, so a formula would be better.`,
    },
  }),

  "empty-reference": kind<{ readonly formula: string; readonly cells: readonly string[] }>({
    severity: "warning",
    places: { formula: "references" },
    zh: {
      title: "引用空单元格",
      help: "公式引用的单元格没有内容。",
      message: ({ formula, cells }, where) =>
        `${zh.at(where)}公式 ${excerpt(formula)} 引用了空单元格 ${zh.listed(cells)}。请补填数据或改正引用。`,
    },
    en: {
      title: "Reference to an empty cell",
      help: "The formula refers to cells without content.",
      message: ({ formula, cells }, where) =>
        `${en.at(where)}${excerpt(formula)} refers to empty cells ${en.listed(cells)}. Fill them in or correct the reference.`,
    },
  }),

  "merged-reference": kind<{ readonly formula: string; readonly cells: readonly string[] }>({
    severity: "warning",
    places: { formula: "references" },
    zh: {
      title: "引用合并单元格的空白部分",
      help: "合并单元格只有左上角有内容。",
      message: ({ formula, cells }, where) =>
        `${zh.at(where)}公式 ${excerpt(formula)} 引用了合并单元格中没有内容的部分 ${zh.listed(cells)}。请改为引用左上角单元格。`,
    },
    en: {
      title: "Reference into a merged area",
      help: "Only the top-left cell of a merged area has content.",
      message: ({ formula, cells }, where) =>
        `${en.at(where)}${excerpt(formula)} refers to the empty part of merged cells (${en.listed(cells)}). Refer to the top-left cell.`,
    },
  }),
};
