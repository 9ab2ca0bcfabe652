import { exactFromText, ratio } from "../../core/model/exact";
import type { Language } from "../failure-words";
import type { BatchSummary } from "./batch-summary";
import { BATCH_WORDS } from "./batch-words";
import type { SummarySheet } from "./summary-sheet";

/** Lower ends of the classes of the self score, in per cent of the marks; the grades of 财预〔2020〕10号 end at 60, 80 and 90. */
const CLASSES = [0, 60, 70, 80, 85, 90, 95, 100] as const;

/** How many tables have which share of their marks, by their own score; those without a score are counted apart. */
export function scoreDistribution({ tables }: BatchSummary, lang: Language): SummarySheet {
  const w = BATCH_WORDS[lang];
  const counts = CLASSES.map(() => 0);
  let unscored = 0;
  for (const { table } of tables) {
    const [score, marks] = [exactFromText(table.totals.score ?? ""), exactFromText(table.totals.marks)];
    const share = score && marks && !marks.equals(0) ? score.div(marks).mul(100) : null;
    const at = share ? CLASSES.findLastIndex((from) => share.compare(ratio(BigInt(from))) >= 0) : -1;
    if (at < 0) unscored++;
    else counts[at] = (counts[at] ?? 0) + 1;
  }
  const rows = CLASSES.map((from, i) => {
    const to = CLASSES[i + 1];
    return [to === undefined ? w.classTop : `${from}%–<${to}%`, counts[i] ?? 0];
  });
  return { name: w.sheets.distribution, heads: w.distributionHeads, widths: [16, 10], rows: [...rows, ...(unscored > 0 ? [[w.unscored, unscored]] : [])] }; // prettier-ignore
}
