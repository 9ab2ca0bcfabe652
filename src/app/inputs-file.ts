import { isMap, isScalar, type Pair } from "yaml";
import { exactFromText, type Exact } from "../core/model/exact";
import { fail, succeed, type Result } from "../core/model/result";
import { openYaml, type YamlFile, type YamlProblem } from "../core/rules/packs/yaml-file";

/** A line of an inputs file that is not `quantity: number`. */
export type InputsProblem = YamlProblem;

/**
 * Reads an inputs file (YAML or JSON: quantity → number). Numbers are taken as typed, digit for digit,
 * never through a float; a percentage counts as a fraction. Every faulty line is reported.
 */
export function readInputs(text: string): Result<ReadonlyMap<string, Exact>, readonly InputsProblem[]> {
  const opened = openYaml(text);
  if (!opened.ok) return opened;
  const { contents } = opened.value.document;
  if (contents === null) return succeed(new Map());
  if (!isMap(contents)) {
    return fail([{ line: 1, zh: "应为“名称: 数值”的列表。", en: "Expected lines of the form `quantity: number`." }]);
  }
  const inputs = new Map<string, Exact>();
  const problems: InputsProblem[] = [];
  for (const pair of contents.items) {
    const read = readPair(pair, opened.value);
    if (!("number" in read)) problems.push(read);
    else if (inputs.has(read.name)) {
      const { line, name } = read;
      problems.push({ line, zh: `“${name}”写了两次。`, en: `"${name}" stands twice.` });
    } else inputs.set(read.name, read.number);
  }
  return problems.length > 0 ? fail(problems) : succeed(inputs);
}

interface InputLine {
  readonly line: number;
  readonly name: string;
  readonly number: Exact;
}

function readPair({ key, value }: Pair, { lineAt }: YamlFile): InputLine | InputsProblem {
  const name = isScalar(key) ? String(key.value) : "?";
  const line = lineAt(isScalar(key) ? (key.range?.[0] ?? 0) : 0);
  const number = isScalar(key) && isScalar(value) ? readNumber(value.source ?? "") : null;
  return number
    ? { line, name, number }
    : { line, zh: `“${name}”的值不是数字。`, en: `The value of "${name}" is not a number.` };
}

/** Digits that a number may have; a workbook's has 17. */
const MOST_DIGITS = 400;

/** "1,234.5", "95%", "-3": exactly; null for anything else, and for a number that no workbook could hold. */
export function readNumber(typed: string): Exact | null {
  if (typed.length > MOST_DIGITS) return null;
  const text = typed.trim().replace(/^(-?\d{1,3}(?:,\d{3})+)(?=\.|%|$)/, (grouped) => grouped.replaceAll(",", ""));
  if (!text.endsWith("%")) return asDouble(text);
  return asDouble(text.slice(0, -1).trim())?.div(100n) ?? null;
}

/** A cell holds a double: what is too large or too small for one would be written as something else. */
function asDouble(text: string): Exact | null {
  const number = exactFromText(text);
  const double = Number(text);
  return number && Number.isFinite(double) && (double !== 0 || number.n === 0n) ? number : null;
}
