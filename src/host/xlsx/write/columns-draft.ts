import { pushAll } from "../../../core/workbook/long-lists";
import type { PlanStep } from "../../../core/workbook/write-plan";
import type { ColumnRun } from "../read/columns";
import { attributeText, type Edit } from "../xml/edits";
import { placeFor, type SheetLayout } from "./sheet-layout";

/** Excel's width of a column that states none, in characters. */
const STANDARD_WIDTH = "9.140625";

type ColumnWidth = Extract<PlanStep, { do: "columnWidth" }>;

type Attributes = ReadonlyMap<string, string>;

/** Column widths of one sheet while a plan changes them. A run is split where one of its columns changes. */
export class ColumnsDraft {
  private readonly widths = new Map<number, number | null>();
  private readonly hidden = new Map<number, boolean>();
  private readonly layout: SheetLayout;
  private readonly source: string;

  constructor(layout: SheetLayout, source: string) {
    this.layout = layout;
    this.source = source;
  }

  /** Gives the step that takes it back; none where nothing changes. */
  set({ sheet, column, width, hidden }: ColumnWidth): PlanStep[] {
    const before = this.step(sheet, column);
    this.widths.set(column, width);
    this.hidden.set(column, hidden === true);
    return before.width === width && before.hidden === hidden ? [] : [before];
  }

  asSteps(sheet: string): PlanStep[] {
    const columns = this.layout.columns.flatMap((run) => numbers(run));
    return [...new Set([...columns, ...this.widths.keys()])].flatMap((column): PlanStep[] => {
      const step = this.step(sheet, column);
      return step.width === null && !step.hidden ? [] : [step];
    });
  }

  private step(sheet: string, column: number): ColumnWidth {
    const width = this.widthOf(column);
    return { do: "columnWidth", sheet, column, width, ...(this.isHidden(column) && { hidden: true }) };
  }

  private isHidden(column: number): boolean {
    return (
      this.hidden.get(column) ??
      this.layout.columns.some(({ first, last, hidden }) => hidden && column >= first && column <= last)
    );
  }

  edits(): Edit[] {
    if (this.widths.size === 0) return [];
    const { prefix: p } = this.layout;
    const runs = this.widened(readRuns(this.layout, this.source));
    const texts = runs.map(({ first, last, attributes, text }) => {
      if (text !== null) return text;
      const rest = [...attributes].filter(([name]) => name !== "min" && name !== "max");
      return `<${p}col min="${first + 1}" max="${last + 1}"${attributeText(rest)}/>`;
    });
    const section = this.layout.sections.find(({ local }) => local === "cols");
    const place = placeFor(this.layout, "cols");
    const text = texts.length === 0 ? "" : `<${p}cols>${texts.join("")}</${p}cols>`;
    return [{ start: section?.start ?? place, end: section?.end ?? place, text }];
  }

  widthOf(column: number): number | null {
    const planned = this.widths.get(column);
    if (planned !== undefined) return planned;
    return this.layout.columns.find(({ first, last }) => column >= first && column <= last)?.width ?? null;
  }

  private widened(runs: readonly Run[]): Run[] {
    const result: Run[] = [];
    const changed = [...this.widths.keys()].sort((a, b) => a - b);
    for (const run of runs) {
      let first = run.first;
      const inside = changed.filter((at) => at >= run.first && at <= run.last);
      const text = inside.length === 0 ? run.text : null;
      for (const column of inside) {
        if (column > first) result.push({ ...run, first, last: column - 1, text });
        pushAll(result, this.single(column, run.attributes));
        first = column + 1;
      }
      if (first <= run.last) result.push({ ...run, first, text });
    }
    const covered = (column: number): boolean => runs.some(({ first, last }) => column >= first && column <= last);
    for (const column of changed) if (!covered(column)) pushAll(result, this.single(column, new Map()));
    return result.sort((a, b) => a.first - b.first);
  }

  /** A column of its own; none where nothing is left to say of it. */
  private single(column: number, base: Attributes): Run[] {
    const attributes = new Map(base);
    const width = this.widths.get(column) ?? null;
    attributes.delete("bestFit");
    if (this.isHidden(column)) attributes.set("hidden", "1");
    else attributes.delete("hidden");
    if (width === null) {
      attributes.delete("customWidth");
      attributes.delete("width");
      const said = [...attributes].filter(([name]) => name !== "min" && name !== "max");
      if (said.length === 0) return [];
      attributes.set("width", STANDARD_WIDTH);
    } else attributes.set("width", String(width)).set("customWidth", "1");
    return [{ first: column, last: column, attributes, text: null }];
  }
}

interface Run {
  readonly first: number;
  readonly last: number;
  readonly attributes: Attributes;
  /** The element as it stands, while nothing of it changed. */
  readonly text: string | null;
}

function readRuns(layout: SheetLayout, source: string): Run[] {
  const section = layout.sections.find(({ local }) => local === "cols");
  return (section?.element?.children ?? []).map(({ attributes, start, end }) => ({
    first: Number(attributes.get("min")) - 1,
    last: Number(attributes.get("max")) - 1,
    attributes,
    text: source.slice(start, end),
  }));
}

const numbers = ({ first, last, width }: ColumnRun): number[] =>
  width === null ? [] : Array.from({ length: last - first + 1 }, (_, at) => first + at);
