import { sumExact } from "../../model/exact";
import type { Prose } from "../text/prose";
import type { PartsRelation, Statement } from "../types";
import { BEGINS_OTHER, PER_UNIT, SAYS_SAMPLE, TOTAL_BEHIND, TOTAL_OF_MORE } from "../words/lists";
import { holds } from "./part-sums";
import { baseValue, compareSum } from "./rounding";

/** Two amounts and a third that is called their total may well belong to something else. */
const FEWEST = 3;
const MOST = 200;

/**
 * 甲10万元、乙20万元、丙5万元，共计35万元: the total behind its list. It contradicts only where the list is all of the sentence,
 * its names parted by one sign throughout, so that nobody can read it as beginning later.
 */
export function readTotals(prose: Prose, statements: readonly Statement[]): readonly PartsRelation[] {
  return statements.flatMap((whole, i) => {
    if (whole.role !== "stated" || whole.isAbout || !TOTAL_BEHIND.test(prose.text.slice(whole.labelFrom, whole.from)))
      return [];
    const items = listBefore(statements, i);
    if (items.length < FEWEST || !isOneList(prose, items, whole)) return [];
    const verdict: PartsRelation["verdict"] =
      compareSum(whole, items) === 0
        ? holds(whole, items)
        : { is: "contradicts", computed: sumExact(items.map(baseValue)), hint: null };
    return [{ is: "parts", whole, parts: items, list: "complete", verdict }];
  });
}

/** The numbers of the sentence in front of the total, all of its kind; none where another number stands among them. */
function listBefore(statements: readonly Statement[], at: number): readonly Statement[] {
  const whole = statements[at];
  let from = at;
  while (from > 0 && at - from < MOST && statements[from - 1]?.sentence === whole?.sentence) from--;
  // what a bracket tells of an item is no item
  const items = statements.slice(from, at).filter(({ depth }) => depth === 0);
  const isItem = ({ role, measure, label, isAbout }: Statement): boolean =>
    role === "stated" && !isAbout && measure.dimension === whole?.measure.dimension && !PER_UNIT.test(label) && label !== "";
  return items.every(isItem) ? items : [];
} // prettier-ignore

function isOneList({ text, sentences }: Prose, items: readonly Statement[], whole: Statement): boolean {
  const sentence = sentences[whole.sentence];
  const words = text.slice(sentence?.from ?? 0, whole.from);
  if (SAYS_SAMPLE.test(words) || TOTAL_OF_MORE.test(words) || items.some(({ label }) => BEGINS_OTHER.test(label))) return false;
  const signs = items.slice(1).map((item, i) => text.slice(items[i]?.to, item.labelFrom).replace(/^\([^()]*\)/, ""));
  return new Set(signs).size === 1 && /^[、,;]$/.test(signs[0] ?? "");
} // prettier-ignore
