/** One place at which what was derived anew is not what was sealed; undefined: it is not there. */
export interface Divergence {
  /** "check.tables.0.totals.score" */
  readonly path: string;
  readonly sealed: unknown;
  readonly now: unknown;
}

/** Every place at which two JSON values differ, in the order of the sealed one. */
export function divergences(sealed: unknown, now: unknown): readonly Divergence[] {
  const found: Divergence[] = [];
  const waiting: Divergence[] = [{ path: "", sealed, now }];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { path, sealed: a, now: b } = next;
    if (!isBranch(a) || !isBranch(b) || Array.isArray(a) !== Array.isArray(b)) {
      if (a !== b) found.push(next);
      continue;
    }
    const keys = [...new Set([...Object.keys(a), ...Object.keys(b)])];
    const [left, right] = [new Map(Object.entries(a)), new Map(Object.entries(b))];
    for (const key of keys.reverse()) {
      waiting.push({ path: path === "" ? key : `${path}.${key}`, sealed: left.get(key), now: right.get(key) });
    }
  }
  return found;
}

const isBranch = (value: unknown): value is object => typeof value === "object" && value !== null;
