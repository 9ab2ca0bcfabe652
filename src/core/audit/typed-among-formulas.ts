import { parseFormula } from "../formula/parse";
import { relativeForm } from "../formula/relative-form";
import type { ComparedCell } from "../review.types";
import { highest } from "../workbook/long-lists";
import type { CellScalar } from "../workbook/snapshot";

/** A judged cell and what it holds. */
interface FilledCell extends ComparedCell {
  readonly value: CellScalar;
  /** The text of the formula; null for what is typed. */
  readonly text: string | null;
}

/** From this many formulas on, a number typed among them was a formula once. */
const FORMULAS_AROUND = 2;
/** How many of a column's cells are formulas, at least, where one that is typed stands out. */
const MOSTLY = 0.7;

/** The filled cells of one kind in one column. */
interface Kin {
  filled: number;
  readonly formulas: FilledCell[];
  /** How many of the formulas have the form that most of them have; counted when it is first asked for. */
  common: number | null;
}

const isSum = ({ kind }: FilledCell): boolean => kind === "level" || kind === "total";
const kinKey = (one: FilledCell): string => `${isSum(one) ? "sum" : one.kind} ${one.of} ${one.at.column}`;

/**
 * Tells of each judged cell of a table whether a number is typed there where the others of its kind and column are
 * formulas: of one form, save for sums, which differ in length.
 */
export function typedAmongFormulas(all: readonly FilledCell[]): (cell: FilledCell) => boolean {
  const kins = kinsOf(all);
  return (cell) => {
    if (cell.text !== null || typeof cell.value !== "number") return false;
    const kin = kins.get(kinKey(cell));
    if (!kin || kin.formulas.length < FORMULAS_AROUND || kin.formulas.length < MOSTLY * kin.filled) return false;
    if (isSum(cell)) return true;
    kin.common ??= mostOfOneForm(kin.formulas);
    return kin.common >= MOSTLY * kin.filled;
  };
}

function kinsOf(all: readonly FilledCell[]): ReadonlyMap<string, Kin> {
  const found = new Map<string, Kin>();
  for (const one of all) {
    if (one.value === null) continue;
    const kin = found.get(kinKey(one)) ?? { filled: 0, formulas: [], common: null };
    found.set(kinKey(one), kin);
    kin.filled++;
    if (one.text !== null) kin.formulas.push(one);
  }
  return found;
}

function mostOfOneForm(formulas: readonly FilledCell[]): number {
  const forms = new Map<string, number>();
  for (const one of formulas) {
    const form = formOf(one);
    forms.set(form, (forms.get(form) ?? 0) + 1);
  }
  return highest(forms.values());
}

function formOf({ text, at }: FilledCell): string {
  const parsed = parseFormula(text ?? "");
  return parsed.ok ? relativeForm(parsed.value, at).key : (text ?? "");
}
