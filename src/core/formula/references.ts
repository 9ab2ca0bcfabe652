import type { CellAddress, Rect } from "../workbook/address";
import { succeed, type Result } from "../model/result";
import { parseFormula, type ParseFailure } from "./parse";
import { walk, type AreaNode, type FormulaTree, type Span } from "./parsed";

/** What a formula reads, as its text says it, in order of appearance (SPEC E4). */
export interface FormulaReferences {
  readonly areas: readonly ReferencedArea[];
  readonly names: readonly { readonly sheet: string | null; readonly name: string; readonly span: Span }[];
  /** Links into other workbooks, as printed. */
  readonly external: readonly string[];
  /** Structured references, as printed. */
  readonly tables: readonly string[];
  /** Sheets named or implied, without repeats. */
  readonly sheets: readonly string[];
  /** Functions called, upper case, without repeats. */
  readonly functions: readonly string[];
}

interface ReferencedArea {
  /** The formula's own sheet where it names none. */
  readonly sheet: string;
  readonly lastSheet: string | null;
  readonly rect: Rect;
  readonly whole: AreaNode["whole"];
  readonly fixed: AreaNode["fixed"];
  readonly text: string;
  readonly span: Span;
}

/** The references of a formula that stands at a cell. */
export function references(formula: string, at: CellAddress): Result<FormulaReferences, ParseFailure> {
  const parsed = parseFormula(formula);
  return parsed.ok ? succeed(referencesOf(parsed.value.tree, at.sheet)) : parsed;
}

export function referencesOf(tree: FormulaTree, ownSheet: string): FormulaReferences {
  const nodes = [...walk(tree)];
  const areas = nodes.flatMap((node) =>
    node.node === "area" ? [{ ...withoutTag(node), sheet: node.sheet ?? ownSheet }] : [],
  );
  const names = nodes.flatMap((node) =>
    node.node === "name" ? [{ sheet: node.sheet, name: node.name, span: node.span }] : [],
  );
  const sheets = [...areas.flatMap((area) => [area.sheet, area.lastSheet]), ...names.map((name) => name.sheet)];
  return {
    areas,
    names,
    external: nodes.flatMap((node) => (node.node === "external" ? [node.text] : [])),
    tables: nodes.flatMap((node) => (node.node === "table" ? [node.text] : [])),
    sheets: [...new Set(sheets.filter((sheet) => sheet !== null))],
    functions: [...new Set(nodes.flatMap((node) => (node.node === "call" ? [node.fn] : [])))],
  };
}

const withoutTag = ({ lastSheet, rect, whole, fixed, text, span }: AreaNode): Omit<ReferencedArea, "sheet"> => ({
  lastSheet,
  rect,
  whole,
  fixed,
  text,
  span,
});
