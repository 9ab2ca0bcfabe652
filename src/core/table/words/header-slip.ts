import { HEADS, type HeaderRole } from "./header-words";

/**
 * A header with a slip of the typist's: a sign left out (年度标值), typed twice (年度指标标值) or two exchanged
 * (年度标指值). Only of long headers, and only where every known header that it may have been meant for says the same of
 * its column: a wrong sign makes other words, and is never guessed.
 */
export function slippedRole(header: string): HeaderRole | null {
  const roles = SLIPS.get(header);
  const [only] = roles ?? [];
  return only !== undefined && roles?.size === 1 ? only : null;
}

/** Of shorter headers too little is left to know them by. */
const SHORTEST = 5;

const SLIPS: ReadonlyMap<string, ReadonlySet<HeaderRole>> = slipsOf();

function slipsOf(): ReadonlyMap<string, ReadonlySet<HeaderRole>> {
  const slips = new Map<string, Set<HeaderRole>>();
  for (const [role, , words] of HEADS) {
    for (const word of words.split(" ")) {
      if (word.length < SHORTEST) continue;
      for (const slip of slipsIn(word)) slips.set(slip, (slips.get(slip) ?? new Set()).add(role));
    }
  }
  return slips;
}

/** The first and the last sign stay: a header is known by how it begins and by its last word. */
function slipsIn(word: string): readonly string[] {
  const slips: string[] = [];
  for (let i = 1; i < word.length - 1; i++) {
    const [before, sign, after] = [word.slice(0, i), word.charAt(i), word.slice(i + 1)];
    slips.push(before + after, before + sign + sign + after);
    if (i < word.length - 2) slips.push(before + after.charAt(0) + sign + after.slice(1));
  }
  return slips;
}
