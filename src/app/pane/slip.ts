import type { Language } from "../failure-words";
import { reviewedOf, type ReviewLine } from "./review-lines";
import { marks } from "./marks";
import type { QueueItem } from "./queue-item";

/** One line of the return slip. */
export interface SlipLine {
  readonly key: string;
  readonly group: "scores" | "supply";
  readonly cells: string;
  readonly name: string;
  /** "4 → 0", or marks. */
  readonly fact: string;
  readonly text: string;
}

/** What is returned to the unit: reviewed scores that differ, then what is to be supplied, one cause a line. */
export function slipLines(
  lines: readonly ReviewLine[],
  queue: readonly QueueItem[],
  lang: Language,
): readonly SlipLine[] {
  const scores = lines.flatMap((one): readonly SlipLine[] => {
    const { opinion, cell, name, score } = one.line;
    if (!opinion?.present.returned) return [];
    const reviewed = reviewedOf(one);
    const fact = reviewed && score !== null ? `${score} → ${marks(reviewed)}` : "";
    return [{ key: one.key, group: "scores", cells: cell, name, fact, text: opinion.present.words }];
  });
  return [...scores, ...supplyLines(lines, queue, lang)];
}

function supplyLines(lines: readonly ReviewLine[], queue: readonly QueueItem[], lang: Language): readonly SlipLine[] {
  const tables = new Set(lines.map(({ table }) => table));
  const say = (zh: string, en: string): string => (lang === "zh" ? zh : en);
  const own = (kind: QueueItem["kind"]): readonly QueueItem[] =>
    queue.filter((item) => item.kind === kind && item.table !== null && tables.has(item.table));
  const reasons = own("unexplained");
  const scores = own("unscored");
  const found: SlipLine[] = [];
  if (scores.length > 0)
    found.push({
      key: "scores-missing",
      group: "supply",
      cells: span(scores),
      name: say(`自评分 ${scores.length} 项`, `${scores.length} self scores`),
      fact: "",
      text: say("没有填自评分，请补填。", "No self score; please fill in."),
    });
  if (reasons.length > 0)
    found.push({
      key: "reasons",
      group: "supply",
      cells: span(reasons),
      name: say(`扣分原因 ${reasons.length} 项`, `${reasons.length} reasons`),
      fact: "",
      text: say("扣了分，没有写明原因，请补充。", "Marks were deducted without a reason; please explain."),
    });
  for (const item of own("lacking")) {
    const missing = item.findings.flatMap(({ lacks }) => lacks);
    if (item.fact.is !== "marks") continue;
    found.push({
      key: item.key,
      group: "supply",
      cells: item.cell,
      name: item.name,
      fact: item.fact.marks,
      text: say(
        `缺数据：${missing.join("、")}，未能复算，请补充。`,
        `Data missing: ${missing.join(", ")}; please supply.`,
      ),
    });
  }
  return found;
}

/** D23–D29. */
function span(items: readonly QueueItem[]): string {
  const [first, last] = [items[0]?.cell ?? "", items.at(-1)?.cell ?? ""];
  return first === last ? first : `${first}–${last}`;
}

/** The slip as text that can be pasted into a message. */
export function slipText(title: string, lines: readonly SlipLine[]): string {
  return [
    title,
    ...lines.map(
      ({ cells, name, fact, text }, index) => `${index + 1}. ${[cells, name, fact].filter(Boolean).join(" ")}：${text}`,
    ),
  ].join("\n");
}
