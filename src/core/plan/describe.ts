import type { Language } from "../findings/catalogue";
import { a1, quoteSheet, rectA1, sheetA1 } from "../workbook/address";
import { contentText, scalarText } from "../workbook/cell-content";
import type { CellExpectation, PlanStep, ValidationRule, WritePlan } from "../workbook/write-plan";
import type { Refusal } from "./steps/plan-result";

/** One line of what a plan will do, for a person to read before it is done (SPEC P1). */
export interface PlanRow {
  readonly sheet: string | null;
  /** A1 text of the cell or range; a name; empty for a sheet. */
  readonly cell: string;
  readonly before: string;
  readonly after: string;
  /** False for what no one needs to see: looks, widths and hidden tags. */
  readonly visible: boolean;
}

/** Every step in its order; a cell write is one row each. */
export const describePlan = (plan: WritePlan, lang: Language): readonly PlanRow[] =>
  plan.steps.flatMap((step) => describeStep(step, WORDS[lang]));

interface Words {
  readonly newSheet: string;
  readonly removeSheet: string;
  readonly validation: string;
  readonly format: string;
  readonly width: string;
  readonly hidden: string;
  readonly printArea: string;
  readonly freeze: string;
  readonly none: string;
}

const WORDS: Readonly<Record<Language, Words>> = {
  zh: {
    newSheet: "新增工作表", removeSheet: "删除工作表", validation: "数据验证", format: "条件格式", width: "列宽",
    hidden: "隐藏列", printArea: "打印区域", freeze: "冻结行", none: "（无）",
  },
  en: {
    newSheet: "new sheet", removeSheet: "remove sheet", validation: "data validation", format: "conditional format",
    width: "column width", hidden: "hidden column", printArea: "print area", freeze: "frozen rows", none: "(none)",
  },
}; // prettier-ignore

function describeStep(step: PlanStep, words: Words): readonly PlanRow[] {
  switch (step.do) {
    case "putCells":
      return step.cells.map(({ row, column, expect, content }) => {
        const before = expectationText(expect);
        const after = contentText(content);
        return { sheet: step.sheet, cell: a1({ row, column }), before, after, visible: before !== after };
      });
    case "addSheet":
      return [{ sheet: step.sheet, cell: "", before: "", after: words.newSheet, visible: true }];
    case "removeSheet":
      return [{ sheet: step.sheet, cell: "", before: "", after: words.removeSheet, visible: true }];
    case "defineName": {
      const row = { sheet: step.scope, cell: step.name, before: step.expect ?? "", after: step.refersTo };
      return [{ ...row, visible: !step.hidden }];
    }
    case "removeName":
      return [
        { sheet: step.scope, cell: step.name, before: step.expect, after: "", visible: !step.name.startsWith("_") },
      ];
    case "validate":
      return [ruleRow(step.sheet, rectA1(step.range), "", `${words.validation} ${validationText(step.rule)}`)];
    case "removeValidation":
      return [ruleRow(step.sheet, rectA1(step.range), words.validation, "")];
    case "formatWhen":
      return [ruleRow(step.sheet, rectA1(step.range), "", `${words.format} ${step.formula}`)];
    case "removeFormatWhen":
      return [ruleRow(step.sheet, rectA1(step.range), `${words.format} ${step.formula}`, "")];
    case "columnWidth": {
      const after = step.hidden ? words.hidden : `${words.width} ${step.width ?? words.none}`;
      return [{ sheet: step.sheet, cell: a1({ row: 0, column: step.column }), before: "", after, visible: false }];
    }
    case "printArea": {
      const text = (area: typeof step.area): string =>
        `${words.printArea} ${area?.map(rectA1).join(",") ?? words.none}`;
      return [ruleRow(step.sheet, "", text(step.expect), text(step.area))];
    }
    case "freezeRows":
      return [{ sheet: step.sheet, cell: "", before: "", after: `${words.freeze} ${step.rows}`, visible: false }];
  }
}

const ruleRow = (sheet: string, cell: string, before: string, after: string): PlanRow => ({
  sheet,
  cell,
  before,
  after,
  visible: true,
});

const validationText = (rule: ValidationRule): string => {
  if (rule.type === "list") return typeof rule.source === "string" ? rule.source : rule.source.join("/");
  return rule.type === "decimal" ? `${rule.min}…${rule.max}` : rule.formula;
};

const expectationText = (expect: CellExpectation): string =>
  "formula" in expect ? expect.formula : scalarText(expect.value);

const HOLDERS = {
  pivot: { zh: "数据透视表", en: "a pivot table" },
  tableEdge: { zh: "表格（Ctrl+T）的标题行或汇总行", en: "the header or totals of an Excel table" },
  array: { zh: "数组公式的区域", en: "an array formula" },
} as const;

/** A refusal in words: where, what, and what to do. */
export function refusalText(refusal: Refusal, lang: Language): string {
  const zh = lang === "zh";
  switch (refusal.kind) {
    case "workbook-protected":
      return zh
        ? "工作簿结构受保护，无法新增工作表，未写入任何内容。请先取消“保护工作簿”再核验。"
        : "The workbook's structure is protected, so no sheet can be added; nothing was planned. Unprotect the workbook first.";
    case "review-too-large":
      return zh
        ? `表格的行和发现的问题${refusal.atLeast ? "至少有" : "共"} ${refusal.items} 条，超过写入上限 ${refusal.limit} 条，未写入任何内容。请删去表下无关的行，或拆分工作表；只核验请用 check。`
        : `Rows of tables and findings number ${refusal.atLeast ? "at least " : ""}${refusal.items}, above the ${refusal.limit} that are written; nothing was planned. Remove rows below the table that do not belong to it, or split the sheet; check alone reviews it.`;
    case "sheet-protected": {
      const cells = refusal.cells
        .slice(0, 5)
        .map(a1)
        .join(zh ? "、" : ", ");
      const count = refusal.cells.length;
      return zh
        ? `工作表${refusal.sheet}受保护，${count}个单元格无法更新（${cells}${count > 5 ? "…" : ""}），未写入任何内容。请取消保护后重试。`
        : `Sheet ${refusal.sheet} is protected: ${count} cells can not be updated (${cells}${count > 5 ? "…" : ""}); nothing was planned. Unprotect it and try again.`;
    }
    case "sheet-unreadable":
      return zh
        ? `工作表${refusal.sheet}第${refusal.range.top + 1}行的表头已被改动，无法辨认各栏，未写入任何内容。请恢复表头。`
        : `The header in row ${refusal.range.top + 1} of sheet ${refusal.sheet} was changed, so its columns can not be told; nothing was planned. Restore the header.`;
    case "pack-unavailable":
      return zh
        ? `“规则”表所记的规则包“${refusal.pack}”不在手边，写入会使按它复算的结果变成空白，因此未写入任何内容。请用 --pack 指定该规则包的文件（面板中在“规则”里选用），或改选内置的规则包。`
        : `The rule pack “${refusal.pack}” that the sheet 规则 names is not at hand; writing would blank what was recalculated by it, so nothing was planned. Name its file with --pack (in the pane choose it under Rules), or choose a built-in pack.`;
    case "label-doubled": {
      const labels = refusal.labels.join(zh ? "、" : ", ");
      return zh
        ? `工作表${refusal.sheet}中名称重复：${labels}，无法判断取哪一行。请改成不同名称或删去一行。`
        : `Labels stand twice on sheet ${refusal.sheet}: ${labels}. Rename or remove one of the rows.`;
    }
    case "round-unreadable":
      return zh
        ? `${sheetA1(refusal.at)}的本轮轮次“${refusal.found}”不是数字，按记录中的最近一轮（第${refusal.round}轮）处理。请填写数字。`
        : `${sheetA1(refusal.at)} holds "${refusal.found}", which is no round; the latest round of the record (${refusal.round}) was taken. Type a number.`;
    case "name-taken":
      return zh
        ? `名称${refusal.name}已被本单位用于${refusal.refersTo}，未改动；用到它的公式请核对。`
        : `The name ${refusal.name} is already used for ${refusal.refersTo}; it was left alone. Check the formulas that use it.`;
    case "input-differs":
      return zh
        ? `${refusal.label}：表中已填${refusal.typed}，与输入的${refusal.given}不同，保留表中数值。`
        : `${refusal.label}: ${refusal.typed} is typed, ${refusal.given} was given as input; the typed value was kept.`;
    case "cell-occupied":
      return zh
        ? `${sheetA1(refusal.at)}已有内容“${scalarText(refusal.found)}”，未覆盖。请移走后重新核验。`
        : `${sheetA1(refusal.at)} holds "${scalarText(refusal.found)}" and was not overwritten. Move it and review again.`;
    case "cell-held":
      return zh
        ? `${sheetA1(refusal.at)}在${HOLDERS[refusal.by].zh}中，未填入。请把这一格移出${HOLDERS[refusal.by].zh}，或手工填写。`
        : `${sheetA1(refusal.at)} is part of ${HOLDERS[refusal.by].en} and was not filled. Move the cell out of it, or fill it by hand.`;
    case "reason-displaced": {
      const cells = refusal.cells.map(({ at, name }) => `${a1(at)}（${name}）`).join(zh ? "、" : ", ");
      return zh
        ? `${quoteSheet(refusal.sheet)}：行已移动，以下扣分原因无法判断属于哪个指标，留在原处：${cells}。请核对后移到正确的行。`
        : `${quoteSheet(refusal.sheet)}: rows moved and these reasons can not be matched to an indicator; they stay where they are: ${cells}.`;
    }
  }
}
