import {
  parse as parseTokens,
  parseA1Ref,
  parseStructRef,
  type AstExpression,
  type ReferenceIdentifier,
  type SourceLocation,
} from "@borgar/fx/xlsx";
import { MAX_COLUMNS, MAX_ROWS, type Rect } from "../workbook/address";
import { fail, succeed, type Result } from "../model/result";
import type { CellErrorCode, CellScalar } from "../workbook/snapshot";
import { formulaTokens, isBracketed } from "./tokens";
import { depthOf, type FormulaTree, type LinkTarget, type Span } from "./parsed";

/** Why a text is no formula; `offset` into the text, where it is known. */
export interface ParseFailure {
  readonly kind: "not-a-formula";
  readonly detail: string;
  readonly offset: number | null;
}

export interface ParsedFormula {
  readonly text: string;
  readonly tree: FormulaTree;
  /** One pair of brackets encloses the whole: Excel then keeps a tiny difference that it would snap to zero. */
  readonly bracketed: boolean;
  /** How deep the tree is, chains on the left side counted once. */
  readonly depth: number;
}

/** Excel's own limit for a formula's length. */
const MAX_LENGTH = 8192;

/** Reads formula text as it stands in a cell or a file, with or without "=" (SPEC E3). Never throws. */
export function parseFormula(text: string): Result<ParsedFormula, ParseFailure> {
  if (text.length > MAX_LENGTH) return fail({ kind: "not-a-formula", detail: "longer than 8192", offset: MAX_LENGTH });
  const start = /^\s*=?/.exec(text)?.[0].length ?? 0;
  const body = text.slice(start);
  try {
    const tokens = formulaTokens(body);
    const tree = convert(parseTokens([...tokens]), { text: body, offset: start, locals: new Set() });
    return succeed({ text, tree, bracketed: isBracketed(tokens), depth: depthOf(tree) });
  } catch (error) {
    // The library reports by throwing; a stack overflow on absurd nesting ends here too.
    const offset = (error as { sourceOffset?: number }).sourceOffset;
    const detail = error instanceof Error ? error.message : String(error);
    return fail({ kind: "not-a-formula", detail, offset: offset === undefined ? null : offset + start });
  }
}

interface Source {
  readonly text: string;
  readonly offset: number;
  /** Names that LET or LAMBDA declares. */
  readonly locals: ReadonlySet<string>;
}

function convert(node: AstExpression, source: Source): FormulaTree {
  const span = spanOf(node.loc, source);
  switch (node.type) {
    case "Literal":
      return { node: "literal", value: literal(node.value), span };
    case "ErrorLiteral":
      return { node: "literal", value: { error: node.value.toUpperCase() as CellErrorCode }, span };
    case "ArrayExpression":
      return { node: "array", rows: node.elements.map((row) => row.map(arrayElement)), span };
    case "ReferenceIdentifier":
      return reference(node, source, span);
    case "UnaryExpression":
      return { node: "unary", op: node.operator, of: convertAll(node.arguments, source)[0] ?? missing(span), span };
    case "BinaryExpression":
      return binary(node, source);
    case "LambdaExpression": {
      const inner = withLocals(source, node.params);
      const parts = node.body === null ? [] : [convert(node.body, inner)];
      return { node: "unsupported", what: "LAMBDA", parts, span };
    }
    case "LetExpression": {
      const inner = withLocals(source, node.declarations.map((declaration) => declaration.id)); // prettier-ignore
      const bodies = [...node.declarations.map((declaration) => declaration.init), node.body];
      return { node: "unsupported", what: "LET", parts: convertAll(bodies, inner), span };
    }
    case "CallExpression":
      return call(node, source, span);
  }
}

/** A1+A2+… is a chain on the left side, as long as the formula: read in a loop. */
function binary(node: AstExpression & { type: "BinaryExpression" }, source: Source): FormulaTree {
  const chain = [node];
  for (let left = node.arguments[0]; left?.type === "BinaryExpression"; left = left.arguments[0]) chain.push(left);
  const innermost = chain.at(-1)?.arguments[0];
  let tree = innermost ? convert(innermost, source) : missing(spanOf(node.loc, source));
  for (const { operator, arguments: operands, loc } of chain.toReversed()) {
    const span = spanOf(loc, source);
    const right = operands[1] ? convert(operands[1], source) : missing(span);
    tree = { node: "binary", op: operator, left: tree, right, span };
  }
  return tree;
}

/** The library's type says that a callee is an identifier; a name or a LAMBDA can stand there too. */
function call(node: AstExpression & { type: "CallExpression" }, source: Source, span: Span): FormulaTree {
  const args = node.arguments.map((arg: AstExpression | null) => (arg === null ? null : convert(arg, source)));
  const callee = node.callee as { type: string; name?: string; value?: string };
  if (callee.type === "Identifier" && callee.name !== undefined) {
    const fn = callee.name.toUpperCase().replace(/^_XLFN\.(?:_XLWS\.)?/, "");
    const [only] = args;
    if (fn === "SINGLE" && args.length === 1 && only) return { node: "unary", op: "@", of: only, span };
    return { node: "call", fn, args, span };
  }
  const own = callee.type === "LambdaExpression" ? [convert(node.callee as unknown as AstExpression, source)] : [];
  const parts = [...own, ...args.filter((arg) => arg !== null)];
  return {
    node: "unsupported",
    what: callee.type === "ReferenceIdentifier" ? (callee.value ?? "") : "LAMBDA",
    parts,
    span,
  };
}

function reference(node: ReferenceIdentifier, source: Source, span: Span): FormulaTree {
  const text = source.text.slice(span.start - source.offset, span.end - source.offset) || node.value;
  const parsed = parseA1Ref(node.value);
  const struct = node.kind === "table" || !parsed ? parseStructRef(node.value) : undefined;
  if (struct?.workbookName) return { node: "external", text, to: null, span };
  if (struct || !parsed) {
    const { table = "", columns = [], sections = [] } = struct ?? {};
    return { node: "table", text, table, columns, sections, span };
  }
  // [0] is the workbook itself.
  if (parsed.workbookName && parsed.workbookName !== "0") {
    return { node: "external", text, to: linkTarget(parsed), span };
  }
  const [sheet = null, lastSheet = null] = parsed.sheetName ? parsed.sheetName.split(":") : [];
  if (!("range" in parsed)) {
    // In a file the variables of LET and LAMBDA carry a prefix.
    const local = sheet === null && (source.locals.has(parsed.name.toLowerCase()) || /^_xlpm\./i.test(parsed.name));
    if (local) return { node: "unsupported", what: parsed.name, parts: [], span };
    return { node: "name", sheet, name: parsed.name, span };
  }
  const { top, left, $top, $left, $bottom, $right, trim } = parsed.range;
  if (trim) return { node: "unsupported", what: text, parts: [], span };
  return {
    node: "area",
    sheet,
    lastSheet,
    rect: rectOf(parsed.range),
    whole: top === null ? "columns" : left === null ? "rows" : null,
    fixed: { top: !!$top, left: !!$left, bottom: !!$bottom, right: !!$right },
    text,
    span,
  };
}

type ParsedReference = NonNullable<ReturnType<typeof parseA1Ref>>;

const rectOf = ({ top, left, bottom, right }: Extract<ParsedReference, { range: unknown }>["range"]): Rect => ({
  top: top ?? 0,
  left: left ?? 0,
  bottom: bottom ?? top ?? MAX_ROWS - 1,
  right: right ?? left ?? MAX_COLUMNS - 1,
});

function linkTarget(parsed: ParsedReference): LinkTarget | null {
  const { workbookName: book = "", sheetName } = parsed;
  const what = "range" in parsed ? rectOf(parsed.range) : parsed.name;
  return sheetName?.includes(":") ? null : { book, sheet: sheetName === "" ? null : (sheetName ?? null), what };
}

const convertAll = (nodes: readonly (AstExpression | null)[], source: Source): readonly FormulaTree[] =>
  nodes.flatMap((node) => (node === null ? [] : [convert(node, source)]));

const arrayElement = (element: AstExpression): CellScalar => {
  if (element.type === "Literal") return literal(element.value);
  if (element.type === "ErrorLiteral") return { error: element.value.toUpperCase() as CellErrorCode };
  throw new Error("an array constant holds literals only");
};

function literal(value: string | number | boolean): CellScalar {
  if (typeof value === "number" && !Number.isFinite(value)) throw new Error("a number too large");
  return value;
}

const withLocals = (source: Source, ids: readonly { readonly name: string }[]): Source => ({
  ...source,
  locals: new Set([...source.locals, ...ids.map((id) => id.name.toLowerCase())]),
});

const spanOf = (loc: SourceLocation | undefined, source: Source): Span => ({
  start: (loc?.[0] ?? 0) + source.offset,
  end: (loc?.[1] ?? source.text.length) + source.offset,
});

const missing = (span: Span): FormulaTree => ({ node: "literal", value: null, span });
