import { pushAll } from "../../../core/workbook/long-lists";
import { overlaps, rectA1, subtract, type Rect } from "../../../core/workbook/address";
import type { PlanStep, ValidationRule } from "../../../core/workbook/write-plan";
import { decodeEscapes, encodeText } from "../xml/characters";
import { attributeEdits, attributeText, type Edit } from "../xml/edits";
import { isMain } from "../xml/namespaces";
import { movableFormula } from "../read/shared-formula";
import { readAreas } from "../read/reference";
import { refuse, unsupported } from "../../refused";
import { anchorOf, intersect, sqref } from "./rects";
import { placeFor, type SheetLayout } from "./sheet-layout";
import type { XmlElement } from "../xml/xml-element";

export type ValidateStep = Extract<PlanStep, { do: "validate" }>;

/** Longer messages make Excel call the file damaged. */
const MESSAGE_LIMIT = 255;

type Item =
  | { readonly kind: "kept"; readonly element: XmlElement; readonly ranges: readonly Rect[] }
  | { readonly kind: "added"; readonly step: ValidateStep; readonly ranges: readonly Rect[] };

/** The validations of one sheet while a plan changes them. */
export class ValidationsDraft {
  private items: Item[];
  private readonly layout: SheetLayout;
  private readonly source: string;
  private readonly list: XmlElement | null;

  constructor(layout: SheetLayout, source: string) {
    this.layout = layout;
    this.source = source;
    this.list = layout.sections.find(({ local }) => local === "dataValidations")?.element ?? null;
    const elements = (this.list?.children ?? []).filter(({ namespace }) => isMain(namespace));
    this.items = elements.map((element) => ({
      kind: "kept",
      element,
      ranges: readAreas(element.attributes.get("sqref") ?? ""),
    }));
  }

  /** One validation stands on a cell: what is there is never pushed aside. */
  add(step: ValidateStep): PlanStep[] {
    if (this.items.some(({ ranges }) => ranges.some((range) => overlaps(range, step.range)))) {
      unsupported(
        `在“${step.sheet}”的 ${rectA1(step.range)} 加数据验证，那里已有一个（请先清除：数据 > 数据验证 > 全部清除）`,
        `a validation on ${rectA1(step.range)} of ${step.sheet}, where there is one already (clear it first: Data > Data Validation > Clear All)`,
      );
    }
    if (Math.max(step.prompt?.length ?? 0, step.error?.length ?? 0) > MESSAGE_LIMIT) {
      refuse({
        kind: "too-large",
        limit: {
          zh: `数据验证的提示 ${MESSAGE_LIMIT} 个字符`,
          en: `a validation message of ${MESSAGE_LIMIT} characters`,
        },
      });
    }
    this.items.push({ kind: "added", step, ranges: [step.range] });
    return [{ do: "removeValidation", sheet: step.sheet, range: step.range }];
  }

  /** Takes the validation off the cells of the range; gives the steps that put it back. */
  remove(sheet: string, range: Rect): PlanStep[] {
    const undo: PlanStep[] = [];
    this.items = this.items.flatMap((item): Item[] => {
      const hit = item.ranges.flatMap((own) => intersect(own, range) ?? []);
      if (hit.length === 0) return [item];
      const step = item.kind === "added" ? item.step : readStep(item.element, sheet, item.ranges);
      if (!step) return unsupported("删除不是评核所加的数据验证", "taking out a validation that is not ours");
      const from = anchorOf(item.ranges);
      pushAll(
        undo,
        hit.map((part): PlanStep => ({ ...step, range: part, rule: moved(step.rule, from, part) })),
      );
      const rest = item.ranges.flatMap((own) => subtract(own, range));
      return rest.map((part): Item => ({
        kind: "added",
        ranges: [part],
        step: { ...step, range: part, rule: moved(step.rule, from, part) },
      }));
    });
    return undo;
  }

  /** All steps that would make the present validations; for a sheet that is taken out. */
  asSteps(sheet: string): PlanStep[] {
    return this.items.flatMap((item): PlanStep[] => {
      const step = item.kind === "added" ? item.step : readStep(item.element, sheet, item.ranges);
      const from = anchorOf(item.ranges);
      return step ? item.ranges.map((range) => ({ ...step, range, rule: moved(step.rule, from, range) })) : [];
    });
  }

  edits(): Edit[] {
    const { prefix: p } = this.layout;
    const kept = new Set(this.items.flatMap((item) => (item.kind === "kept" ? [item.element] : [])));
    const added = this.items.flatMap((item) => (item.kind === "added" ? [validationXml(p, item.step)] : [])).join("");
    const elements = (this.list?.children ?? []).filter(({ namespace }) => isMain(namespace));
    const gone = elements.filter((element) => !kept.has(element));
    if (added === "" && gone.length === 0) return [];
    const count = String(this.items.length);
    if (this.list && this.items.length === 0) return [{ start: this.list.start, end: this.list.end, text: "" }];
    if (this.list && this.list.closeStart !== this.list.end) {
      return [
        ...(this.list.attributes.has("count") ? attributeEdits(this.source, this.list.start, { count }) : []),
        ...gone.map(({ start, end }) => ({ start, end, text: "" })),
        { start: this.list.closeStart, end: this.list.closeStart, text: added },
      ];
    }
    const at = this.list ?? {
      start: placeFor(this.layout, "dataValidations"),
      end: placeFor(this.layout, "dataValidations"),
    };
    const text = `<${p}dataValidations count="${count}">${added}</${p}dataValidations>`;
    return [{ start: at.start, end: at.end, text }];
  }
}

function moved(rule: ValidationRule, from: { row: number; column: number }, to: Rect): ValidationRule {
  const at = { row: to.top, column: to.left };
  if (at.row === from.row && at.column === from.column) return rule;
  const move = (formula: string): string => movableFormula(formula, from).at(at);
  if (rule.type === "custom") return { ...rule, formula: move(rule.formula) };
  if (rule.type === "decimal") return { ...rule, min: move(rule.min), max: move(rule.max) };
  return typeof rule.source === "string" ? { ...rule, source: move(rule.source) } : rule;
}

function validationXml(p: string, { range, rule, prompt, error, alert }: ValidateStep): string {
  const attributes = attributeText([
    ["type", rule.type],
    ["errorStyle", alert === "warning" ? "warning" : undefined],
    ["allowBlank", 1],
    ["showInputMessage", 1],
    ["showErrorMessage", 1],
    ["error", error === null ? undefined : encodeAttribute(error)],
    ["prompt", prompt === null ? undefined : encodeAttribute(prompt)],
    ["sqref", sqref([range])],
  ]);
  const formulas = ruleFormulas(rule).map(
    (formula, at) => `<${p}formula${at + 1}>${encodeText(formula)}</${p}formula${at + 1}>`,
  );
  return `<${p}dataValidation${attributes}>${formulas.join("")}</${p}dataValidation>`;
}

/** Line breaks stand as characters in these attributes; the rest as in cell text. */
const encodeAttribute = (text: string): string => text.replace(/\r\n?/g, "\n");

function ruleFormulas(rule: ValidationRule): string[] {
  switch (rule.type) {
    case "custom":
      return [rule.formula.replace(/^=/, "")];
    case "decimal":
      return [rule.min, rule.max].map((bound) => bound.replace(/^=/, ""));
    case "list": {
      if (typeof rule.source === "string") return [rule.source.replace(/^=/, "")];
      const list = rule.source.join(",");
      if (rule.source.some((item) => item.includes(",")))
        unsupported("下拉选项中含有逗号", "a comma in an item of a list");
      if (list.length > MESSAGE_LIMIT)
        refuse({
          kind: "too-large",
          limit: { zh: `下拉列表 ${MESSAGE_LIMIT} 个字符`, en: `a list of ${MESSAGE_LIMIT} characters` },
        });
      return [`"${list.replaceAll('"', '""')}"`];
    }
  }
}

/** The step that would make a validation; null where a plan can not say it. */
function readStep(element: XmlElement, sheet: string, ranges: readonly Rect[]): ValidateStep | null {
  const attribute = (name: string): string | null => element.attributes.get(name) ?? null;
  const style = attribute("errorStyle") ?? "stop";
  const range = ranges[0];
  const rule = readRule(element);
  if (!rule || !range || style === "information" || attribute("promptTitle") || attribute("errorTitle")) return null;
  const prompt = attribute("prompt");
  const error = attribute("error");
  const decode = (text: string | null): string | null => (text === null ? null : decodeEscapes(text));
  return {
    do: "validate",
    sheet,
    range,
    rule,
    prompt: decode(prompt),
    error: decode(error),
    alert: style === "warning" ? "warning" : "stop",
  };
}

function readRule(element: XmlElement): ValidationRule | null {
  const [first, second] = ["formula1", "formula2"].map((local) => {
    const found = element.children.find((child) => child.local === local);
    return found ? decodeEscapes(found.text) : null;
  });
  const type = element.attributes.get("type");
  const operator = element.attributes.get("operator") ?? "between";
  if (first === null || first === undefined) return null;
  if (type === "custom") return { type, formula: `=${first}` };
  if (type === "decimal" && operator === "between" && second) return { type, min: first, max: second };
  if (type !== "list") return null;
  return { type, source: /^".*"$/s.test(first) ? first.slice(1, -1).replaceAll('""', '"').split(",") : first };
}
