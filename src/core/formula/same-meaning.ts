import { parseFormula, type ParsedFormula } from "./parse";
import { walk, type FormulaTree } from "./parsed";

/**
 * Whether two formulas say the same, spelled otherwise as another program does when it saves a file: blanks, capitals,
 * quotes around a sheet's name, FALSE() for FALSE. What can not be read is the same only letter by letter.
 */
export function sameMeaning(a: string, b: string): boolean {
  return a === b || formulaMeaning(a) === formulaMeaning(b);
}

/** One text for all spellings of a formula; the formula itself where it can not be read. */
export function formulaMeaning(formula: string): string {
  const parsed = parseFormula(formula);
  return parsed.ok ? meaningOf(parsed.value) : formula;
}

/** Each node with its own words, in reading order; since its arity stands beside it no brackets are needed. */
const meaningOf = (formula: ParsedFormula): string =>
  [...walk(formula.tree)].map((node) => JSON.stringify(ownWords(node, formula.text))).join("\n");

function ownWords(node: FormulaTree, text: string): readonly unknown[] {
  switch (node.node) {
    case "literal":
      return ["literal", node.value];
    case "array":
      return ["array", node.rows];
    case "area": {
      const { sheet, lastSheet, rect, whole, fixed } = node;
      return ["area", sheet?.toUpperCase(), lastSheet?.toUpperCase(), rect, whole, fixed];
    }
    case "name":
      return ["name", node.sheet?.toUpperCase(), node.name.toUpperCase()];
    case "unary":
    case "binary":
      return [node.node, node.op];
    case "call":
      return isTruthValue(node) ? ["literal", node.fn === "TRUE"] : ["call", node.fn, node.args.map((each) => each !== null)]; // prettier-ignore
    case "external":
    case "table":
      return [node.node, text.slice(node.span.start, node.span.end).toUpperCase()];
    default:
      return [node.node, text.slice(node.span.start, node.span.end)];
  }
}

const isTruthValue = ({ fn, args }: FormulaTree & { readonly node: "call" }): boolean =>
  (fn === "TRUE" || fn === "FALSE") && args.length === 0;
