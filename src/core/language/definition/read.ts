import { compact, nameKey } from "../../model/text";
import type { Definition, Expression, ReadingNote } from "../../rules/definition";
import { isHeading, skipBeforeName } from "./boundary";
import { explanationsOf } from "./explanations";
import { locate, type Candidate } from "./locate";
import { parseExpression } from "./parse";
import { withoutPercentFactor } from "./percent";
import {
  noDefinition,
  problemAt,
  ReadingStopped,
  severalDefinitions,
  type DefinitionProblem,
  type Stop,
} from "./problem";
import { placeOf, prepare, printedName, printedSlice, type Source } from "./source";
import type { Note } from "./token";
import { tokenise } from "./tokenise";
import { putsArithmeticInWords } from "./variable";
import { variablesOf } from "./variables";

export type { DefinitionProblem } from "./problem";

export type Reading =
  { readonly ok: true; readonly definition: Definition } | { readonly ok: false; readonly problem: DefinitionProblem };

export interface ReadingOptions {
  /** What the text is printed for: the name of a formula that gives none of its own (计算公式：甲/乙×100%). */
  readonly subject?: string;
}

/**
 * The one definition a text holds. Definitions of its own variables (其中：乙=丙+丁) do not make it several. Otherwise the
 * problem: none there, several there, or where and why the reader stopped. Never a guess (SPEC D1–D6).
 */
export function readDefinition(text: string, options: ReadingOptions = {}): Reading {
  const readings = readDefinitions(text, options);
  const first = readings[0];
  if (!first) return { ok: false, problem: noDefinition };
  if (!first.ok || readings.length === 1) return first;
  const failed = readings.find((reading) => !reading.ok);
  if (failed) return failed;
  const definitions = readings.flatMap((reading) => (reading.ok ? [reading.definition] : []));
  const known = new Set(first.definition.variables.map(nameKey));
  for (const helper of definitions.slice(1)) {
    if (!known.has(nameKey(helper.name))) {
      return {
        ok: false,
        problem: severalDefinitions(
          definitions.map((each) => each.name),
          text.indexOf(helper.text),
        ),
      };
    }
    for (const variable of helper.variables) known.add(nameKey(variable));
  }
  return first;
}

/** Every definition of a text in reading order, readable or not; empty where there is none (SPEC D3). */
export function readDefinitions(text: string, options: ReadingOptions = {}): readonly Reading[] {
  const source = prepare(text);
  const candidates = locate(source);
  const readings = candidates.flatMap((candidate) => readCandidate(source, candidate, options) ?? []);
  const found = readings.length > 0 || candidates.length > 0 ? readings : readUnsigned(source, options);
  const definitions = found.flatMap((reading) => (reading.ok ? [reading.definition] : []));
  const explained = explanationsOf(text, definitions);
  return found.map((reading) =>
    reading.ok
      ? { ok: true, definition: { ...reading.definition, explanations: explained(reading.definition) } }
      : reading,
  );
}

/** Null where the sign states a value or a word (率=100%, 预算数=0，计8分) and defines nothing. */
function readCandidate(source: Source, candidate: Candidate, options: ReadingOptions): Reading | null {
  const { equals, limit, chain } = candidate;
  try {
    const end = chain[0] ?? limit;
    const { expression, notes, to } = readRightSide(source, equals + 1, end);
    const links = chain.map((sign, i) => readRightSide(source, sign + 1, chain[i + 1] ?? limit).expression);
    const second = links.findIndex((link) => variablesOf(link).length > 0);
    if (!defines(expression) && !links.some(defines)) {
      if (expression.op === "variable" && ratioColonAt(source, to)) throw new ReadingStopped(to, { why: "colon" });
      return wordsInstead(source, candidate, expression);
    }
    if (second >= 0) throw new ReadingStopped(chain[second] ?? equals, { why: "equals-twice" });
    return { ok: true, definition: build(source, candidate, options, { expression, notes, to }) };
  } catch (error) {
    if (!(error instanceof ReadingStopped)) throw error;
    if (error.stop.why !== "colon" && !attemptsArithmetic(source, candidate)) return null;
    return { ok: false, problem: problemOf(source, candidate, error.position, error.stop) };
  }
}

const problemOf = (source: Source, candidate: Candidate, at: number, stop: Stop): DefinitionProblem =>
  problemAt(source.printed, placeOf(source, at), stop, nameOf(source, candidate));

const nameOf = (source: Source, { left, nameFrom, nameTo }: Candidate): string | null =>
  left === "name" ? printedName(source, nameFrom, nameTo) : null;

interface RightSide {
  readonly expression: Expression;
  readonly notes: readonly Note[];
  readonly to: number;
}

function readRightSide(source: Source, from: number, limit: number): RightSide {
  const tokens = tokenise(source, from, limit);
  return { expression: parseExpression(tokens), notes: tokens.notes, to: tokens.end };
}

/** A formula has a variable and an operation; a bare number states a value, a bare name a synonym. */
const defines = (expression: Expression): boolean =>
  expression.op !== "number" && expression.op !== "variable" && variablesOf(expression).length > 0;

function wordsInstead(source: Source, candidate: Candidate, expression: Expression): Reading | null {
  if (expression.op !== "variable" || !putsArithmeticInWords(expression.name)) return null;
  const at = expression.at ?? candidate.equals + 1;
  return {
    ok: false,
    problem: problemOf(source, candidate, at, { why: "words", words: expression.name }),
  };
}

/** 执行数:预算数×100%, 执行数∶预算数: a colon behind a name that may divide, where what follows ends as a formula does. */
const ratioColonAt = ({ text, original }: Source, at: number): boolean =>
  original.charAt(at) === "∶" || /^:[^。;,\n=:]*(?:[*xX] *100 *%|[数额量费] *$)/.test(text.slice(at, at + 200));

/** Whether a right side that stopped the reader was meant as arithmetic at all. */
function attemptsArithmetic(source: Source, candidate: Candidate): boolean {
  const rest = source.text.slice(candidate.equals + 1, candidate.limit);
  const sentence = /^[^。;\n]*(?:\n\s*[+*/)\]][^。;\n]*)*/.exec(rest)?.[0] ?? "";
  if (!/\p{L}/u.test(sentence)) return false;
  const upToComma = /^[^,:]*/.exec(sentence)?.[0] ?? "";
  return /[+*/]|[^\d\s]\s*-|除以|乘以|减去|加上|∑|Σ|√/.test(upToComma) || putsArithmeticInWords(upToComma.trim());
}

function build(source: Source, candidate: Candidate, options: ReadingOptions, right: RightSide): Definition {
  const { nameFrom, nameTo, left } = candidate;
  if (left === "arithmetic") {
    throw new ReadingStopped(nameFrom, { why: "left-side", text: printedName(source, nameFrom, nameTo) });
  }
  const printed = left === "name" ? printedName(source, nameFrom, nameTo) : "";
  const name = printed !== "" && !isHeading(printed) ? printed : (options.subject ?? "");
  if (name === "") throw new ReadingStopped(Math.max(0, candidate.equals), { why: "name-missing" });
  return define(source, name, right, printedSlice(source, nameFrom, right.to));
}

function define(source: Source, name: string, right: RightSide, text: string): Definition {
  const shown = withoutPercentFactor(right.expression, name, source);
  const spelling = new Map<string, string>();
  const expression = unify(shown.expression, spelling);
  if (expression.op === "variable" && putsArithmeticInWords(expression.name)) {
    throw new ReadingStopped(expression.at ?? right.to, { why: "words", words: expression.name });
  }
  if (spelling.has(spellingKey(name))) throw new ReadingStopped(right.to, { why: "self", name });
  const said = [...right.notes, ...shown.slips.map((text): Note => ({ of: "factor", text }))];
  const notes = [...new Map(said.map((note) => [note.text, wordNote(note)])).values()];
  return {
    name,
    variables: [...spelling.values()],
    expression,
    percent: shown.percent,
    text,
    explanations: new Map(),
    ...(notes.length > 0 ? { notes } : {}),
  };
}

/** Two typings of one name within a formula are one variable, spelled as it first stands. */
function unify(node: Expression, spelling: Map<string, string>): Expression {
  if (node.op === "number") return node;
  if (node.op === "variable") {
    const key = spellingKey(node.name);
    const name = spelling.get(key) ?? node.name;
    spelling.set(key, name);
    return name === node.name ? node : { ...node, name };
  }
  if (node.op === "negate") return { ...node, of: unify(node.of, spelling) };
  const left = unify(node.left, spelling);
  return { ...node, left, right: unify(node.right, spelling) };
}

/** Quotation marks and spaces do not tell names apart; a unit in brackets does, until a person says otherwise. */
const spellingKey = (name: string): string => compact(name).replace(/["'《》]/g, "");

function wordNote({ of, text }: Note): ReadingNote {
  switch (of) {
    case "hyphen":
      return {
        zh: `“${text}”中的“-”按名称的一部分读取，不作减号`,
        en: `the “-” in “${text}” is read as part of a name, not as a minus`,
      };
    case "factor":
      return { zh: `印作“${text}”，按“×100%”读取`, en: `“${text}” is printed; it is read as ×100%`, slip: true };
    case "sum":
      return { zh: `“${text}”按各项相加读取`, en: `“${text}” is read as the sum of what it lists` };
  }
}

/** 在职人员控制率：（在职人员数/编制数）×100% or the bare quotient: only with ×100%, which no sentence ends with by chance. */
function readUnsigned(source: Source, options: ReadingOptions): readonly Reading[] {
  const { text } = source;
  const factor = /[*xX] *100 *%/.exec(text)?.index ?? -1;
  if (factor < 0) return [];
  const before = (stops: RegExp, end: number): number => {
    let start = end;
    while (start > 0 && !stops.test(text.charAt(start - 1))) start--;
    return start;
  };
  const from = before(/[。;,:\n]/, factor);
  const colon = text.charAt(from - 1) === ":" ? from - 1 : from;
  const nameFrom = skipBeforeName(text, before(/[。;,\n]/, colon), colon);
  const candidate: Candidate = {
    equals: from - 1,
    nameFrom: colon < from ? nameFrom : from,
    nameTo: colon,
    left: colon < from ? "name" : "nothing",
    limit: source.text.length,
    chain: [],
  };
  const reading = readCandidate(source, candidate, options);
  return reading ? [reading] : [];
}
