import { excerpt } from "../../core/findings/excerpt";
import type { Language } from "../failure-words";
import { isSameContent, type RoundsCompared } from "./compare-rounds";
import type { RoundIndicator, RowField } from "./round";

/** What came of a comparison is called the same on the command line and in the pane (SPEC U15). */
export const ROUND_WORDS = {
  zh: {
    otherUnit: (before: string, now: string) => `单位不同：上一轮是“${before}”，这一轮是“${now}”。`,
    otherYear: (before: number, now: number) => `年度不同：上一轮是 ${before} 年，这一轮是 ${now} 年。`,
    nothing: "两轮的指标计分表内容相同。",
    nothingCompared: "所比较的各栏没有变化；表内另有单元格与上一轮不同（不在所比较的栏目内）。",
    changes: "变了的内容",
    funding: "资金",
    rowsAdded: "新增的指标",
    rowsRemoved: "删去的指标",
    renamed: "可能是改了名（请核对）",
    moved: "换了上级的指标",
    tablesAdded: "新增的表",
    tablesRemoved: "删去的表",
    inputs: "基础数据",
    raised: "改动的疑点",
    added: "新增的问题",
    changed: "仍在而内容有变的问题",
    same: "仍在的问题",
    fixed: "已消除的问题",
    removed: "随指标删去的问题（没有人答复）",
    was: "原为",
    notCompared: (fields: readonly string[]) =>
      `没有比较：${fields.join("、")}（其中一份报告由较早的版本写出，没有这些内容；用工作簿比较即可）。`,
    blank: "（空）",
  },
  en: {
    otherUnit: (before: string, now: string) => `Another unit: it was “${before}” and is “${now}”.`,
    otherYear: (before: number, now: number) => `Another year: it was ${before} and is ${now}.`,
    nothing: "The scoring tables hold the same in both rounds.",
    nothingCompared: "Nothing changed in what is compared; other cells of the tables differ from the earlier round.",
    changes: "Changed",
    funding: "Funding",
    rowsAdded: "Indicators added",
    rowsRemoved: "Indicators removed",
    renamed: "Probably renamed (please check)",
    moved: "Indicators under another level",
    tablesAdded: "Tables added",
    tablesRemoved: "Tables removed",
    inputs: "Base data",
    raised: "Changes to look into",
    added: "New findings",
    changed: "Open findings with other values",
    same: "Open findings",
    fixed: "Fixed findings",
    removed: "Findings removed with their indicators (nobody answered them)",
    was: "was",
    notCompared: (fields: readonly string[]) =>
      `Not compared: ${fields.join(", ")} (an earlier version wrote one of the reports without them; compare the workbooks instead).`,
    blank: "(blank)",
  },
} as const;

/** Two workbooks of different units or years are compared all the same, and that is said. */
export function otherUnits({ tables }: Pick<RoundsCompared, "tables">, lang: Language): readonly string[] {
  const w = ROUND_WORDS[lang];
  return tables.flatMap(({ before, now }) => [
    ...(before.unit !== null && now.unit !== null && before.unit !== now.unit ? [w.otherUnit(before.unit, now.unit)] : []),
    ...(before.year !== null && now.year !== null && before.year !== now.year ? [w.otherYear(before.year, now.year)] : []),
  ]);
} // prettier-ignore

/** That nothing changed is only said of what was compared: the tables' content as a whole has its own hash. */
export const nothingWords = (compared: Pick<RoundsCompared, "before" | "now">, lang: Language): string =>
  isSameContent(compared) ? ROUND_WORDS[lang].nothing : ROUND_WORDS[lang].nothingCompared;

/** The cell to go to for a change in a column. */
export const cellOf = ({ cells }: RoundIndicator, field: RowField): string | null =>
  field === "reason" ? cells.reason : field === "score" ? cells.score : cells.name;

/** Longer texts are cut around what a person needs to find the cell; JSON has them whole. */
const SHOWN = 36;

export const saidText = (text: string | null, lang: Language): string =>
  text === null || text === "" ? ROUND_WORDS[lang].blank : excerpt(text, SHOWN);
