import type { Token } from "./token";

const EDGE: ReadonlySet<string> = new Set(["comma", "pause", "stop", "break", "colon"]);

/** Without separators at the ends and without a bracket that lost its partner. */
export function trim(tokens: readonly Token[]): Token[] {
  let from = 0;
  let to = tokens.length;
  const at = (i: number): string => tokens[i]?.type ?? "";
  for (;;) {
    if (from < to && (EDGE.has(at(from)) || at(from) === "close")) from++;
    else if (from < to && (EDGE.has(at(to - 1)) || at(to - 1) === "open")) to--;
    else break;
  }
  const inner = tokens.slice(from, to);
  const opens = inner.filter(({ type }) => type === "open").length;
  const closes = inner.filter(({ type }) => type === "close").length;
  if (opens > closes && at(from) === "open") return trim(inner.slice(1));
  if (closes > opens && at(to - 1) === "close") return trim(inner.slice(0, -1));
  return inner;
}
