import type { Outcome } from "./amount";
import { trim } from "../words/trim";
import type { Token } from "../words/token";
import type { Statement } from "./tree";

export interface Reader {
  readonly tokens: readonly Token[];
  i: number;
  pending: Token[];
  readonly out: Statement[];
}

type Unplaced<S> = S extends Statement ? Omit<S, "at" | "end"> : never;

export function emit(reader: Reader, statement: Unplaced<Statement>, next: number): void {
  const first = reader.pending[0] ?? reader.tokens[reader.i];
  const last = reader.tokens[next - 1];
  const span = { at: first?.at ?? 0, end: last?.end ?? first?.end ?? 0 };
  reader.out.push(Object.assign(statement, span));
  reader.pending = [];
  reader.i = next;
}

/** What stands before a stop without a score is a note or, before a colon, a heading. */
export function flush(reader: Reader, type: "note" | "heading"): void {
  const tokens = trim(reader.pending);
  const [first] = tokens;
  const last = tokens.at(-1);
  reader.pending = [];
  if (!first || !last) return;
  const span = { at: first.at, end: last.end };
  reader.out.push(type === "note" ? { type, tokens, ...span } : { type, tokens, mark: null, ...span });
}

export const push = (reader: Reader): void => {
  const token = reader.tokens[reader.i];
  if (token) reader.pending.push(token);
  reader.i++;
};

/** Pending commas before a tail or limit carry nothing. */
export function flushComma(reader: Reader): void {
  reader.pending = trim(reader.pending);
  if (reader.pending.length > 0) flush(reader, "note");
}

/** Where the clause that begins at `i` ends: at a stop, or at a comma. */
export function clauseEnd(tokens: readonly Token[], i: number, stops: ReadonlySet<string>): number {
  let depth = 0;
  for (let j = i; j < tokens.length; j++) {
    const type = tokens[j]?.type ?? "stop";
    if (type === "open") depth++;
    else if (type === "close" && --depth < 0) return j;
    else if (depth <= 0 && stops.has(type)) return j;
  }
  return tokens.length;
}

export const STOPS: ReadonlySet<string> = new Set(["stop", "marker", "comma", "cap", "tail", "limit", "rest"]);

export function award(reader: Reader, found: Outcome): void {
  let { next } = found;
  const { tokens } = reader;
  const opened = reader.pending.at(-1)?.type === "open";
  if (opened && tokens[next]?.type === "close") {
    reader.pending.pop();
    next++;
    if (tokens[next]?.type === "colon" && found.act === "award" && found.amount.type === "marks") {
      const heading = trim(reader.pending);
      emit(reader, { type: "heading", tokens: heading, mark: found.amount.value }, next + 1);
      return;
    }
  }
  const condition = trim(reader.pending);
  if (found.act === "deduct") {
    emit(reader, { type: "deduct", condition, amount: found.amount }, next);
    return;
  }
  emit(
    reader,
    { type: "award", condition, amount: found.amount, bonus: found.act === "bonus", all: found.all ?? false },
    next,
  );
}
