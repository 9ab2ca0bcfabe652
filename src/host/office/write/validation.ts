import { sameRect, subtract, type Rect } from "../../../core/workbook/address";
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

/** The other steps of a plan, from the first on. */
export interface OtherSteps {
  readonly before: () => readonly PlanStep[];
  readonly after: () => readonly PlanStep[];
}

/**
 * Sets the validation of a range, or takes it away. A list that grows by a row is taken away and put anew: what an earlier
 * step frees is not asked before, since of the whole Excel would say that its rules are mixed, and what a later step sets
 * is not looked at afterwards.
 */
export class ValidationRun implements StepRun {
  readonly sheets: readonly string[];
  private readonly step: Validate | RemoveValidation;
  private readonly met: readonly Rect[];
  private readonly leftAlone: readonly Rect[];
  private answers: readonly { readonly range: Rect; readonly found: () => FoundValidation }[] = [];
  private before: readonly Validate[] = [];

  constructor(step: Validate | RemoveValidation, others: OtherSteps) {
    this.step = step;
    this.sheets = [step.sheet];
    this.met = without(step, others.before(), "removeValidation");
    this.leftAlone = without(step, others.after(), "validate");
  }

  ask(scene: Scene): readonly Errand[] {
    const { sheet } = this.step;
    const answers: { range: Rect; found: () => FoundValidation }[] = [];
    this.answers = answers;
    if (scene.phase === "before" && scene.isNew(sheet)) return [];
    return (scene.phase === "before" ? this.met : this.leftAlone).map((part) => ({
      weight: SMALL,
      run: () => void answers.push({ range: part, found: askValidation(scene.sheet(sheet), part) }),
    }));
  }

  check(scene: Scene, objections: Objections): void {
    const { sheet, range } = this.step;
    const before = this.answers.map((one) => asStep(one.found(), sheet, one.range));
    if (before.includes(null))
      objections.add({
        kind: "unsupported",
        what: {
          zh: `更改工作表“${sheet}”上无法还原的数据验证`,
          en: `changing a validation on ${sheet} that could not be brought back`,
        },
      });
    else this.before = before.filter((one) => one !== null && one !== "none");
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
    const { step } = this;
    const now = this.answers.map(({ found }) => found());
    const stands = now.every((one) => (step.do === "validate" ? isRule(one, step.rule) : one.type === "None"));
    return allOrNothing(stands, this.step, this.inverse);
  }

  get inverse(): readonly PlanStep[] {
    const { sheet, range } = this.step;
    const taken: PlanStep[] = this.step.do === "validate" ? [{ do: "removeValidation", sheet, range }] : [];
    const [whole] = this.before;
    return whole && sameRect(whole.range, range) ? [whole] : [...taken, ...this.before];
  }
}

/** The parts of a step's range that no other step of this kind covers. */
const without = (
  { sheet, range }: Validate | RemoveValidation,
  others: readonly PlanStep[],
  kind: (Validate | RemoveValidation)["do"],
): readonly Rect[] =>
  others.reduce<readonly Rect[]>(
    (parts, one) =>
      one.do === kind && one.sheet === sheet && "range" in one
        ? parts.flatMap((part) => subtract(part, one.range))
        : parts,
    [range],
  );

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

const isRule = (found: FoundValidation, rule: ValidationRule): boolean => {
  const formula = found.type !== "None" ? firstFormula(found.rule) : null;
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
