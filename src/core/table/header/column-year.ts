import { canonical } from "../../model/text";
import type { Candidate } from "./column-candidate";
import type { ColumnHead } from "./column-heads";
import { yearIn } from "./surroundings";

/** 2022决算数 and 22年实际 name a year as 2022年 does; 10年 and 5年 do not. */
const BARE_YEAR = /(?<!\d)20\d{2}(?!\d)/g;
const SHORT_YEAR = /^(1[5-9]|2\d|3[0-5])年/;

/** The one year of which a head speaks, its group included; null for none, and for several (2021-2023年). */
export function headYear({ above, text }: Pick<ColumnHead, "above" | "text">): number | null {
  for (const words of [text, above]) {
    const year = yearIn(words) ?? bareYear(canonical(words).replaceAll(" ", ""));
    if (year !== null) return year;
  }
  return null;
}

function bareYear(words: string): number | null {
  const years = new Set((words.match(BARE_YEAR) ?? []).map(Number));
  if (years.size > 0) return years.size === 1 ? ([...years][0] ?? null) : null;
  const short = SHORT_YEAR.exec(words)?.[1];
  return short === undefined ? null : 2000 + Number(short);
}

/** What columns hold of another year than the table's, and whether they count all the same (SPEC R46). */
export interface OtherYear {
  readonly candidate: Candidate;
  readonly year: number;
  readonly used: boolean;
}

export interface YearReading {
  readonly candidates: readonly Candidate[];
  /** Columns of another year beside which no column of the table's own year stands for the same. */
  readonly others: readonly OtherYear[];
}

/** What was to be reached and what was: another year's is no substitute for this year's. */
const REACHED: ReadonlySet<string> = new Set(["target", "actual", "rate"]);
/** Marks, scores and standards: without them there would be no table. */
const SET: ReadonlySet<string> = new Set(["fullMark", "score", "itemScore", "reviewScore", "deduction", "standard"]);

/**
 * Which columns are of the table's own year. Where 2022年得分 and 2023年得分 stand beside each other the table's year says
 * which counts. A target or an actual value of another year alone is not taken for this year's, unless the header names
 * that year throughout: then the title's year is the odd one.
 */
export function ofYear(found: readonly Candidate[], year: number | null): YearReading {
  if (year === null) return { candidates: found, others: [] };
  const own = new Set(found.filter(({ head }) => headYear(head) === year).map(({ role }) => role));
  const isOther = ({ head }: Candidate): boolean => (headYear(head) ?? year) !== year;
  const alone = found.filter((each) => isOther(each) && !own.has(each.role));
  const throughout = own.size === 0 && isOneYear(found);
  const others = alone.flatMap((candidate): readonly OtherYear[] => {
    const { role, head } = candidate;
    if (!REACHED.has(role) && !SET.has(role)) return [];
    // an undated column beside it says the same for this year
    if (found.some((each) => each.role === role && !isOther(each))) return [];
    return [{ candidate, year: headYear(head) ?? year, used: throughout || SET.has(role) }];
  });
  const used = new Set(others.flatMap((each) => (each.used ? [each.candidate] : [])));
  const isKept = (each: Candidate): boolean =>
    !isOther(each) || used.has(each) || (!own.has(each.role) && !REACHED.has(each.role) && !SET.has(each.role));
  return { candidates: found.filter(isKept), others };
} // prettier-ignore

/** Target and actual value both name the same other year, and no column of either is without one. */
function isOneYear(found: readonly Candidate[]): boolean {
  const reached = found.filter(({ role }) => role === "target" || role === "actual");
  const years = new Set(reached.map(({ head }) => headYear(head)));
  return new Set(reached.map(({ role }) => role)).size === 2 && years.size === 1 && !years.has(null);
}
