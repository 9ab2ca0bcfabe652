/** Excel's wildcards: * any run, ? any one character, ~ takes the next one as it is. No regular expression: no blow-up. */

type Step = { readonly any: "run" } | { readonly any: "one" } | { readonly any: null; readonly unit: string };

export const hasWildcard = (pattern: string): boolean => /[*?~]/.test(pattern);

function stepsOf(pattern: string): readonly Step[] {
  const steps: Step[] = [];
  for (let i = 0; i < pattern.length; i++) {
    const unit = pattern.charAt(i);
    const next = pattern.charAt(i + 1);
    if (unit === "~") {
      // At the end it stands for nothing.
      if (next !== "") steps.push({ any: null, unit: next.toUpperCase() });
      i++;
    } else if (unit === "*") steps.push({ any: "run" });
    else if (unit === "?") steps.push({ any: "one" });
    else steps.push({ any: null, unit: unit.toUpperCase() });
  }
  return steps;
}

/** True where the whole text fits the pattern, without regard to case. */
export const matchesPattern = (text: string, pattern: string): boolean => endOfMatch(text, 0, stepsOf(pattern), true);

/** The offset of the first fit at or after `from`; null where there is none. */
export function findPattern(text: string, pattern: string, from: number): number | null {
  const steps = stepsOf(pattern);
  for (let start = from; start <= text.length; start++) if (endOfMatch(text, start, steps, false)) return start;
  return null;
}

/** Greedy with one point to come back to: linear for one run, at worst text × pattern. */
function endOfMatch(text: string, start: number, steps: readonly Step[], whole: boolean): boolean {
  let [at, step, runStep, runAt] = [start, 0, -1, start];
  while (at < text.length || step < steps.length) {
    if (step === steps.length && !whole) return true;
    const wanted = steps[step];
    if (wanted?.any === "run") {
      [runStep, runAt] = [step++, at];
    } else if (wanted && at < text.length && (wanted.any === "one" || text.charAt(at).toUpperCase() === wanted.unit)) {
      at++;
      step++;
    } else if (runStep >= 0 && runAt < text.length) {
      [at, step] = [++runAt, runStep + 1];
    } else return false;
  }
  return true;
}
