import { isMap, isScalar, LineCounter, parseDocument } from "yaml";
import { exactFromText, type Exact } from "../core/model/exact";
import { fail, succeed, type Result } from "../core/model/result";

/** A line of an inputs file that is not `quantity: number`. */
export interface InputsProblem {
  readonly line: number;
  readonly zh: string;
  readonly en: string;
}

/**
 * Reads an inputs file (YAML or JSON: quantity → number). Numbers are taken as typed, digit for digit,
 * never through a float; a percentage counts as a fraction. Every faulty line is reported.
 */
export function readInputs(text: string): Result<ReadonlyMap<string, Exact>, readonly InputsProblem[]> {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, uniqueKeys: true });
  const line = (offset: number): number => lines.linePos(offset).line;
  if (document.errors.length > 0) {
    return fail(
      document.errors.map((error) => ({
        line: line(error.pos[0]),
        zh: `写法有误：${error.message}`,
        en: error.message,
      })),
    );
  }
  if (document.contents === null) return succeed(new Map());
  if (!isMap(document.contents)) {
    return fail([{ line: 1, zh: "应为“名称: 数值”的列表。", en: "Expected lines of the form `quantity: number`." }]);
  }
  const inputs = new Map<string, Exact>();
  const problems: InputsProblem[] = [];
  for (const { key, value } of document.contents.items) {
    const name = isScalar(key) ? String(key.value) : null;
    const number = isScalar(value) ? readNumber(value.source) : null;
    if (name !== null && number !== null) inputs.set(name, number);
    else {
      const at = line(isScalar(key) ? key.range[0] : 0);
      problems.push({
        line: at,
        zh: `“${name ?? "?"}”的值不是数字。`,
        en: `The value of "${name ?? "?"}" is not a number.`,
      });
    }
  }
  return problems.length > 0 ? fail(problems) : succeed(inputs);
}

/** "1,234.5", "95%", "-3": exactly; null for anything else. */
export function readNumber(typed: string): Exact | null {
  const text = typed.trim().replace(/^(-?\d{1,3}(?:,\d{3})+)(?=\.|%|$)/, (grouped) => grouped.replaceAll(",", ""));
  if (!text.endsWith("%")) return exactFromText(text);
  return exactFromText(text.slice(0, -1).trim())?.div(100n) ?? null;
}
