import { sameMeaning } from "../../core/formula/same-meaning";

/** What was derived anew beside what was sealed (SPEC G18). */
export interface Replayed {
  readonly differences: readonly Divergence[];
  /** Formulas that another program spelled otherwise when it saved the file; they say the same. */
  readonly respelled: number;
}

/** The hashes of the file are none of what is derived: whether it is the same file, or holds the same, is told apart. */
const OF_THE_FILE: ReadonlySet<string> = new Set(
  ["check", "audit"].flatMap((report) => [`${report}.sha256`, `${report}.contentHash`]),
);

export function replayed(sealed: unknown, now: unknown): Replayed {
  const found = divergences(sealed, now).filter(({ path }) => !OF_THE_FILE.has(path));
  const differences = found.filter((one) => !isRespelled(one));
  return { differences, respelled: found.length - differences.length };
}

const isRespelled = ({ sealed, now }: Divergence): boolean =>
  typeof sealed === "string" && typeof now === "string" && sealed.startsWith("=") && now.startsWith("=") && sameMeaning(sealed, now); // prettier-ignore

/** One place at which what was derived anew is not what was sealed; undefined: it is not there. */
interface Divergence {
  /** "check.tables.0.totals.score" */
  readonly path: string;
  readonly sealed: unknown;
  readonly now: unknown;
}

/** Every place at which two JSON values differ, in the order of the sealed one. */
function divergences(sealed: unknown, now: unknown): readonly Divergence[] {
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
