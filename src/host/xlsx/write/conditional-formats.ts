import { highest } from "../../../core/workbook/long-lists";
import type { Rect } from "../../../core/workbook/address";
import type { FormatLook, PlanStep } from "../../../core/workbook/write-plan";
import { sameFormula } from "../../../core/workbook/cell-content";
import { decodeEscapes, encodeText } from "../xml/characters";
import type { Edit } from "../xml/edits";
import { movableFormula } from "../read/shared-formula";
import { readAreas } from "../read/reference";
import { unsupported } from "../../refused";
import { anchorOf, sameRect, sqref } from "./rects";
import { placeFor, type SheetLayout } from "./sheet-layout";
import type { StylesDraft } from "./styles-draft";
import type { XmlElement } from "../xml/xml-element";

/** One rule on its ranges. Several rules of one element share its ranges. */
interface FormatRule {
  readonly ranges: readonly Rect[];
  readonly formula: string | null;
  readonly look: number | null;
  readonly priority: number;
  /** The rule as it stands in the file; null for one that a plan makes. */
  readonly element: XmlElement | null;
}

/** The conditional formats of one sheet while a plan changes them. */
export class ConditionalFormatsDraft {
  private rules: FormatRule[];
  private readonly layout: SheetLayout;
  private readonly elements: readonly XmlElement[];
  private readonly styles: () => StylesDraft;
  private lastPriority: number;

  constructor(layout: SheetLayout, source: string, styles: () => StylesDraft) {
    this.layout = layout;
    this.styles = styles;
    this.elements = layout.sections.flatMap(({ local, element }) =>
      local === "conditionalFormatting" && element ? [element] : [],
    );
    this.rules = this.elements.flatMap((element) =>
      element.children
        .filter(({ local }) => local === "cfRule")
        .map((rule) => readRule(rule, readAreas(element.attributes.get("sqref") ?? ""))),
    );
    // Rules of the extension list count too, and stand behind the last section.
    this.lastPriority = highest([
      0,
      ...[...source.slice(layout.rootOpenEnd).matchAll(/ priority="(\d{1,9})"/g)].map((match) => Number(match[1])),
    ]);
  }

  add(sheet: string, range: Rect, formula: string, look: FormatLook): PlanStep[] {
    const index = this.styles().look(look);
    const same = this.rules.some((rule) => rule.look === index && isOn(rule, range) && matches(rule, formula));
    if (same) return [];
    this.rules.push({ ranges: [range], formula, look: index, priority: ++this.lastPriority, element: null });
    return [{ do: "removeFormatWhen", sheet, range, formula }];
  }

  remove(sheet: string, range: Rect, formula: string): PlanStep[] {
    const undo: PlanStep[] = [];
    this.rules = this.rules.flatMap((rule): FormatRule[] => {
      if (!isOn(rule, range) || !matches(rule, formula)) return [rule];
      undo.push(
        this.asStep(sheet, range, rule) ??
          unsupported("删除不是评核所加的条件格式", "taking out a conditional format that is not ours"),
      );
      const rest = rule.ranges.filter((own) => !sameRect(own, range));
      return rest.length === 0 ? [] : [{ ...rule, ranges: rest, formula: moved(rule, rest), element: null }];
    });
    return undo;
  }

  asSteps(sheet: string): PlanStep[] {
    return this.rules.flatMap((rule) => rule.ranges.flatMap((range) => this.asStep(sheet, range, rule) ?? []));
  }

  edits(): Edit[] {
    const kept = new Set(this.rules.map(({ element }) => element));
    const removals = this.elements.flatMap((element) => removal(element, kept));
    const { prefix: p } = this.layout;
    const added = this.rules.filter(({ element }) => element === null).map((rule) => ruleXml(p, rule));
    const at = placeFor(this.layout, "conditionalFormatting");
    return added.length === 0 ? removals : [...removals, { start: at, end: at, text: added.join("") }];
  }

  private asStep(sheet: string, range: Rect, rule: FormatRule): PlanStep | null {
    const look = rule.look === null ? null : this.styles().lookAt(rule.look);
    const formula = moved(rule, [range]);
    return look && formula !== null ? { do: "formatWhen", sheet, range, formula, look } : null;
  }
}

/** The formula as it reads from the first cell of other ranges. */
const moved = ({ formula, ranges }: FormatRule, to: readonly Rect[]): string | null =>
  formula === null ? null : movableFormula(formula, anchorOf(ranges)).at(anchorOf(to));

const isOn = (rule: FormatRule, range: Rect): boolean => rule.ranges.some((own) => sameRect(own, range));
const matches = (rule: FormatRule, formula: string): boolean =>
  rule.formula !== null && sameFormula(rule.formula, formula);

function readRule(element: XmlElement, ranges: readonly Rect[]): FormatRule {
  const formula = element.children.find(({ local }) => local === "formula");
  const look = element.attributes.get("dxfId");
  return {
    ranges,
    formula: formula && element.attributes.get("type") === "expression" ? `=${decodeEscapes(formula.text)}` : null,
    look: look === undefined ? null : Number(look),
    priority: Number(element.attributes.get("priority") ?? 0),
    element,
  };
}

/** An element goes when none of its rules stays; else only the rules go. */
function removal(element: XmlElement, kept: ReadonlySet<XmlElement | null>): Edit[] {
  const rules = element.children.filter(({ local }) => local === "cfRule");
  const gone = rules.filter((rule) => !kept.has(rule));
  if (gone.length === rules.length && gone.length > 0) return [{ start: element.start, end: element.end, text: "" }];
  return gone.map(({ start, end }) => ({ start, end, text: "" }));
}

function ruleXml(p: string, { ranges, formula, look, priority }: FormatRule): string {
  const text = encodeText((formula ?? "").replace(/^=/, ""));
  const style = look === null ? "" : ` dxfId="${look}"`;
  return `<${p}conditionalFormatting sqref="${sqref(ranges)}"><${p}cfRule type="expression"${style} priority="${priority}"><${p}formula>${text}</${p}formula></${p}cfRule></${p}conditionalFormatting>`;
}
