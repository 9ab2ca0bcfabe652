import { rectA1, type Rect } from "../../../core/workbook/address";
import { sameFormula } from "../../../core/workbook/cell-content";
import type { FormatLook, PlanStep } from "../../../core/workbook/write-plan";
import { areasOf, rangeOf } from "../read/areas";
import { SMALL, type Errand } from "../errands";
import { allOrNothing, type Objections, type Outcome, type Scene, type StepRun } from "./step-run";

type FormatWhen = Extract<PlanStep, { do: "formatWhen" }>;
type RemoveFormatWhen = Extract<PlanStep, { do: "removeFormatWhen" }>;

export interface FoundFormat {
  readonly id: string;
  readonly formula: string;
  readonly ranges: readonly Rect[];
  readonly look: FormatLook;
}

/** Adds a conditional format to a range, or takes it away. */
export class ConditionalFormatRun implements StepRun {
  readonly sheets: readonly string[];
  private readonly step: FormatWhen | RemoveFormatWhen;
  private listed: Excel.ConditionalFormatCollection | null = null;
  private answers: (() => FoundFormat)[] = [];
  private before: readonly FoundFormat[] = [];
  private isPutting = false;

  constructor(step: FormatWhen | RemoveFormatWhen) {
    this.step = step;
    this.sheets = [step.sheet];
  }

  ask(scene: Scene): readonly Errand[] {
    const { sheet, range } = this.step;
    this.isPutting = scene.phase === "put";
    // What was just added tells of itself.
    if (this.isPutting && this.step.do === "formatWhen") return [];
    this.listed = null;
    this.answers = [];
    if (scene.phase === "before" && (this.step.do === "formatWhen" || scene.isNew(sheet))) return [];
    return [
      {
        weight: SMALL,
        run: () => (this.listed = rangeOf(scene.sheet(sheet), range).conditionalFormats.load("items/id,items/type")),
      },
    ];
  }

  /** The ranges of the formats that touch this one; they can be asked for only when the formats are known. */
  askMore(scene: Scene): readonly Errand[] {
    if (!this.listed || this.listed.isNullObject) return [];
    const own = this.listed.items.filter(({ type }) => type === "Custom");
    return own.map(({ id }) => ({
      weight: SMALL,
      run: () => this.answers.push(askFormat(scene.sheet(this.step.sheet), id)),
    }));
  }

  check(scene: Scene, { locked }: Objections): void {
    const { sheet, range } = this.step;
    this.before = this.found();
    if (scene.isProtected(sheet)) locked.push({ sheet, row: range.top, column: range.left });
  }

  put(scene: Scene): readonly Errand[] {
    const { step } = this;
    const formats = (): Excel.ConditionalFormatCollection =>
      rangeOf(scene.sheet(step.sheet), step.range).conditionalFormats;
    if (step.do === "formatWhen")
      return [{ weight: SMALL, run: () => (this.answers = [askOne(addFormat(formats(), step))]) }];
    return this.before.map(({ id }) => ({ weight: SMALL, run: () => formats().getItem(id).delete() }));
  }

  outcome(): Outcome {
    const found = this.found();
    const isDone = found.length > 0 === (this.step.do === "formatWhen");
    const isWhole = found.every(({ formula }) => sameFormula(formula, this.step.formula));
    // One that broke off while it was made has another formula, or none.
    const inverse = this.takenBack(found[0]?.formula ?? this.step.formula);
    return { ...allOrNothing(isDone, this.step, inverse), isAsPlanned: isDone && isWhole };
  }

  /** As far as it can be told without an answer from Excel. */
  get inverse(): readonly PlanStep[] {
    return this.takenBack(this.step.formula);
  }

  private takenBack(made: string): readonly PlanStep[] {
    const { sheet, range, formula } = this.step;
    if (this.step.do === "formatWhen") return [{ do: "removeFormatWhen", sheet, range, formula: made }];
    return this.before.map(({ look }): PlanStep => ({ do: "formatWhen", sheet, range, formula, look }));
  }

  /** The formats on exactly this range with this formula; among those that were to be added, also one without any. */
  private found(): readonly FoundFormat[] {
    const { range, formula } = this.step;
    if (this.isPutting && this.step.do === "removeFormatWhen")
      return this.before.filter(({ id }) => this.listed?.items.some((one) => one.id === id));
    return this.answers
      .map((answer) => answer())
      .filter((one) => sameFormula(one.formula, formula) || (one.formula === "=" && this.step.do === "formatWhen"))
      .filter((one) => one.ranges.map(rectA1).join() === rectA1(range));
  }
}

export const askFormat = (sheet: Excel.Worksheet, id: string): (() => FoundFormat) =>
  askOne(sheet.getRange().conditionalFormats.getItem(id).load("id"));

function askOne(format: Excel.ConditionalFormat): () => FoundFormat {
  const ranges = format.getRanges().load("address");
  const { custom } = format;
  const rule = custom.rule.load("formula");
  const fill = custom.format.fill.load("color");
  const font = custom.format.font.load("color,bold");
  return () => ({
    id: format.id,
    formula: rule.formula.replace(/^=?/, "="),
    ranges: areasOf(ranges.address),
    look: lookOf(fill.color, font.color, font.bold),
  });
}

/** Excel gives nothing, or an empty text, for what a format leaves as it is. */
const lookOf = (fill: string | null, fontColor: string | null, bold: boolean | null): FormatLook => ({
  ...(fill && { fill: fill.replace("#", "") }),
  ...(fontColor && { fontColor: fontColor.replace("#", "") }),
  ...(bold && { bold }),
});

function addFormat(formats: Excel.ConditionalFormatCollection, { formula, look }: FormatWhen): Excel.ConditionalFormat {
  const format = formats.add("Custom");
  const { custom } = format;
  custom.rule.formula = formula;
  if (look.fill !== undefined) custom.format.fill.color = `#${look.fill}`;
  if (look.fontColor !== undefined) custom.format.font.color = `#${look.fontColor}`;
  if (look.bold !== undefined) custom.format.font.bold = look.bold;
  return format.load("id");
}
