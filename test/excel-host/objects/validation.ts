import { overlaps, type Rect } from "../../../src/core/workbook/address";
import { movableFormula } from "../../../src/host/xlsx/read/shared-formula";
import { refuse } from "../protocol/host-error";
import type { ObjectType } from "../protocol/host-object";
import { Area } from "../workbook/area";
import { bareFormula } from "../workbook/entry";
import type { Validation } from "../workbook/sheet";
import { refuseProtected } from "./grid";
import { objectOf } from "./types";

/** Range.dataValidation; of a range whose cells have different ones only that they differ can be told. */
export const dataValidation: ObjectType<Area> = {
  className: "DataValidation",
  properties: {
    Type: (area) => {
      const found = rulesOf(area);
      return found === "mixed" ? "MixedCriteria" : (found?.type ?? "None");
    },
    Rule: (area) => {
      const found = rulesOf(area);
      return found === null || found === "mixed" ? null : ruleAt(found, area);
    },
    Prompt: (area) => single(area)?.prompt ?? null,
    ErrorAlert: (area) => single(area)?.errorAlert ?? null,
    IgnoreBlanks: (area) => single(area)?.ignoreBlanks ?? true,
  },
  setters: {
    Rule: (area, rule) => {
      refuseProtected(area);
      const given = objectOf(rule);
      const [kind = "custom"] = Object.keys(given);
      const before = single(area);
      cutOut(area);
      const type = TYPES[kind] ?? refuse("InvalidArgument");
      area.sheet.validations.push({
        ranges: [area.rect],
        rule: bareRule(given),
        type,
        prompt: before?.prompt ?? null,
        errorAlert: before?.errorAlert ?? null,
        ignoreBlanks: before?.ignoreBlanks ?? true,
      });
    },
    Prompt: (area, prompt) => {
      for (const rule of wholeRules(area)) rule.prompt = prompt;
    },
    ErrorAlert: (area, alert) => {
      for (const rule of wholeRules(area)) rule.errorAlert = alert;
    },
    IgnoreBlanks: (area, ignore) => {
      for (const rule of wholeRules(area)) rule.ignoreBlanks = ignore === true;
    },
  },
  methods: {
    Clear: (area) => {
      refuseProtected(area);
      cutOut(area);
    },
  },
};

const TYPES: Readonly<Record<string, string>> = {
  custom: "Custom",
  list: "List",
  decimal: "Decimal",
  wholeNumber: "WholeNumber",
};

/** The one validation of all cells, nothing, or "mixed". */
function rulesOf({ sheet, rect }: Area): Validation | "mixed" | null {
  const here = sheet.validations.filter(({ ranges }) => ranges.some((range) => overlaps(range, rect)));
  if (here.length === 0) return null;
  const [only] = here;
  const covered = (only?.ranges ?? []).some(
    (range) =>
      range.top <= rect.top && range.left <= rect.left && range.bottom >= rect.bottom && range.right >= rect.right,
  );
  return here.length === 1 && covered && only ? only : "mixed";
}

function single(area: Area): Validation | null {
  const found = rulesOf(area);
  return found === "mixed" ? null : found;
}

const wholeRules = ({ sheet, rect }: Area): readonly Validation[] =>
  sheet.validations.filter(({ ranges }) => ranges.some((range) => overlaps(range, rect)));

/** The rule as it reads at the first cell of the range. */
function ruleAt({ rule, ranges }: Validation, { rect }: Area): unknown {
  const first = ranges[0] ?? rect;
  const from = { row: first.top, column: first.left };
  return mapFormulas(rule, (formula) => movableFormula(formula, from).at({ row: rect.top, column: rect.left }));
}

const bareRule = (rule: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> =>
  mapFormulas(mapNumbers(rule), bareFormula);

/** A limit of many digits comes back as Excel would show it. */
const mapNumbers = (rule: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    Object.entries(rule).map(([name, value]) => {
      if (typeof value === "number" && Math.abs(value) >= 1e12) return [name, value.toExponential().toUpperCase()];
      if (typeof value !== "object" || value === null) return [name, value];
      return [name, mapNumbers(value as Readonly<Record<string, unknown>>)];
    }),
  );

function mapFormulas(
  rule: Readonly<Record<string, unknown>>,
  change: (formula: string) => string,
): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(rule).map(([name, value]) => [
      name,
      typeof value === "string" && value.startsWith("=")
        ? change(value)
        : typeof value === "object" && value !== null
          ? mapFormulas(value as Readonly<Record<string, unknown>>, change)
          : value,
    ]),
  );
}

/** Takes the area out of all validations. */
function cutOut({ sheet, rect }: Area): void {
  sheet.validations = sheet.validations.flatMap((rule): Validation[] => {
    const ranges = rule.ranges.flatMap((range) => without(range, rect));
    return ranges.length === 0 ? [] : [{ ...rule, ranges }];
  });
}

function without(range: Rect, cut: Rect): readonly Rect[] {
  if (!overlaps(range, cut)) return [range];
  const top = Math.max(range.top, cut.top);
  const bottom = Math.min(range.bottom, cut.bottom);
  return [
    { ...range, bottom: cut.top - 1 },
    { ...range, top, bottom, right: cut.left - 1 },
    { ...range, top, bottom, left: cut.right + 1 },
    { ...range, top: cut.bottom + 1 },
  ].filter((rect) => rect.top <= rect.bottom && rect.left <= rect.right);
}

/** Cells with any validation: neighbouring ranges of equal height come as one area, whatever their rules. */
export function validatedAreas(area: Area): readonly Area[] {
  const { sheet } = area;
  const rects = sheet.validations.flatMap(({ ranges }) => ranges).sort((a, b) => a.top - b.top || a.left - b.left);
  const joined: Rect[] = [];
  for (const rect of rects) {
    const last = joined.at(-1);
    if (last?.top === rect.top && last.bottom === rect.bottom && last.right + 1 === rect.left)
      joined[joined.length - 1] = { ...last, right: rect.right };
    else joined.push(rect);
  }
  return joined.flatMap((rect) => new Area(sheet, rect).intersect(area) ?? []);
}
