import type { Rect } from "../../../core/workbook/address";
import { sameFormula } from "../../../core/workbook/cell-content";
import type { PlanStep, ValidationRule } from "../../../core/workbook/write-plan";
import type { HostFailure } from "../../port";
import { rangeOf } from "../read/areas";
import { firstFormula, plainNumber } from "../read/validations";
import { SMALL, type Errand } from "../errands";
import { allOrNothing, type Objections, type Outcome, type Scene, type StepRun } from "./step-run";
import { validationFormula } from "../../../core/workbook/validation-formula";

type Validate = Extract<PlanStep, { do: "validate" }>;
type RemoveValidation = Extract<PlanStep, { do: "removeValidation" }>;

export interface FoundValidation {
  readonly type: string;
  readonly rule: Excel.DataValidationRule;
  readonly prompt: Excel.DataValidationPrompt | null;
  readonly errorAlert: Excel.DataValidationErrorAlert | null;
}

/** Longer messages are refused by Excel. */
const MESSAGE_LIMIT = 255;

/** Sets the validation of a range, or takes it away. */
export class ValidationRun implements StepRun {
  readonly sheets: readonly string[];
  private readonly step: Validate | RemoveValidation;
  private answer: (() => FoundValidation) | null = null;
  private before: Validate | "none" = "none";

  constructor(step: Validate | RemoveValidation) {
    this.step = step;
    this.sheets = [step.sheet];
  }

  ask(scene: Scene): readonly Errand[] {
    this.answer = null;
    const { sheet, range } = this.step;
    if (scene.phase === "before" && scene.isNew(sheet)) return [];
    return [{ weight: SMALL, run: () => (this.answer = askValidation(scene.sheet(sheet), range)) }];
  }

  check(scene: Scene, objections: Objections): void {
    const { sheet, range } = this.step;
    const found = this.answer?.();
    const before = found ? asStep(found, sheet, range) : "none";
    if (before === null)
      objections.add({
        kind: "unsupported",
        what: {
          zh: `更改工作表“${sheet}”上无法还原的数据验证`,
          en: `changing a validation on ${sheet} that could not be brought back`,
        },
      });
    else this.before = before;
    if (scene.isProtected(sheet)) objections.locked.push({ sheet, row: range.top, column: range.left });
    const tooLong = this.step.do === "validate" ? tooLongFor(this.step) : null;
    if (tooLong) objections.add(tooLong);
  }

  put(scene: Scene): readonly Errand[] {
    const { step } = this;
    return [
      {
        weight: SMALL,
        run: () => {
          const { dataValidation } = rangeOf(scene.sheet(step.sheet), step.range);
          dataValidation.clear();
          if (step.do === "removeValidation") return;
          dataValidation.rule = excelRule(step.rule);
          dataValidation.ignoreBlanks = true;
          if (step.prompt !== null) dataValidation.prompt = { title: "", message: step.prompt, showPrompt: true };
          const style = step.alert === "warning" ? "Warning" : "Stop";
          dataValidation.errorAlert = { title: "", message: step.error ?? "", showAlert: true, style };
        },
      },
    ];
  }

  outcome(): Outcome {
    const now = this.answer?.();
    const stands = this.step.do === "validate" ? isRule(now, this.step.rule) : now?.type === "None";
    return allOrNothing(stands, this.step, this.inverse);
  }

  get inverse(): readonly PlanStep[] {
    const { sheet, range } = this.step;
    if (this.before !== "none") return [this.before];
    return this.step.do === "validate" ? [{ do: "removeValidation", sheet, range }] : [];
  }
}

export function askValidation(sheet: Excel.Worksheet, range: Rect): () => FoundValidation {
  const validation = rangeOf(sheet, range).dataValidation.load("type,rule,prompt,errorAlert");
  return () => {
    if (validation.isNullObject) return { type: "None", rule: {}, prompt: null, errorAlert: null };
    const { type, rule, prompt, errorAlert } = validation;
    return { type, rule, prompt, errorAlert };
  };
}

/** The validation as a step would make it; "none", or null where a plan can not say it. */
export function asStep(
  { type, rule, prompt, errorAlert }: FoundValidation,
  sheet: string,
  range: Rect,
): Validate | "none" | null {
  if (type === "None") return "none";
  const said = planRule(type, rule);
  const hasTitle = Boolean(prompt?.title) || Boolean(errorAlert?.title);
  if (!said || hasTitle || errorAlert?.style === "Information") return null;
  return {
    do: "validate",
    sheet,
    range,
    rule: said,
    prompt: wordsOf(prompt),
    error: wordsOf(errorAlert),
    alert: errorAlert?.style === "Warning" ? "warning" : "stop",
  };
}

/** Excel gives an empty message where there is none. */
function wordsOf(said: { readonly message: string } | null): string | null {
  return said === null || said.message === "" ? null : said.message;
}

function planRule(type: string, rule: Excel.DataValidationRule): ValidationRule | null {
  if (type === "Custom" && rule.custom) return { type: "custom", formula: rule.custom.formula };
  if (type === "List" && typeof rule.list?.source === "string") {
    const { source } = rule.list;
    return { type: "list", source: source.startsWith("=") ? source.slice(1) : source.split(",") };
  }
  if (type === "Decimal" && rule.decimal?.operator === "Between") {
    const { formula1, formula2 } = rule.decimal;
    return { type: "decimal", min: bound(formula1), max: bound(formula2) };
  }
  return null;
}

const bound = (limit: unknown): string => plainNumber(String(limit).replace(/^=/, ""));

function excelRule(rule: ValidationRule): Excel.DataValidationRule {
  switch (rule.type) {
    case "custom":
      return { custom: { formula: rule.formula } };
    case "list":
      return { list: { inCellDropDown: true, source: listSource(rule.source) } };
    case "decimal":
      return { decimal: { formula1: limit(rule.min), formula2: limit(rule.max), operator: "Between" } };
  }
}

const listSource = (source: string | readonly string[]): string =>
  typeof source === "string" ? source.replace(/^=?/, "=") : source.join(",");

const limit = (text: string): string | number =>
  /^-?\d+(?:\.\d+)?$/.test(text) ? Number(text) : text.replace(/^=?/, "=");

const isRule = (found: FoundValidation | undefined, rule: ValidationRule): boolean => {
  const formula = found && found.type !== "None" ? firstFormula(found.rule) : null;
  return formula != null && sameFormula(formula, validationFormula(rule).replace(/^=?/, "="));
};

function tooLongFor({ prompt, error, rule }: Validate): HostFailure | null {
  const list = rule.type === "list" && typeof rule.source !== "string" ? rule.source : [];
  if (list.some((item) => item.includes(",")))
    return { kind: "unsupported", what: { zh: "下拉选项中含有逗号", en: "a comma in an item of a list" } };
  const longest = Math.max(prompt?.length ?? 0, error?.length ?? 0, list.join(",").length);
  return longest > MESSAGE_LIMIT
    ? {
        kind: "too-large",
        limit: { zh: `数据验证每段 ${MESSAGE_LIMIT} 个字符`, en: `${MESSAGE_LIMIT} characters in a validation` },
      }
    : null;
}
