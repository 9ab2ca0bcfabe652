import type { Finding } from "../../findings/finding";
import { REPORT_TITLE, SELF } from "../words/title";
import { saidAt, textFinding, cellFinding, type ReportContext } from "./context";

/** Sentences in which a title may stand. */
const OPENING = 3;

/** The year in the title beside that of the tables. */
export function year(context: ReportContext): readonly Finding[] {
  const { prose, tables } = context;
  const years = new Set(tables.flatMap(({ table }) => table.year ?? []));
  const [reviewed] = tables;
  const [inTable] = years;
  if (!reviewed || years.size !== 1 || inTable === undefined) return [];
  const end = prose.sentences[OPENING - 1]?.to ?? prose.text.length;
  const title =
    prose.text
      .slice(0, end)
      .split("\n")
      .find((line) => REPORT_TITLE.test(line)) ?? "";
  const match = REPORT_TITLE.exec(title);
  // 2024年开展的2023年度…: any year of the title may be the one reported on
  if (!match || title.includes(String(inTable))) return [];
  const from = prose.text.indexOf(match[0]);
  const said = saidAt(context, { from, to: from + match[0].length });
  const data = { ...said, inText: match[1] ?? "", inTable: String(inTable) };
  return [cellFinding("report-year", reviewed, null, data, { subject: said.quote })];
}

/** 本中心 throughout, and 我局 in one place: told where one word is the unit's own and another is hardly used. */
export function otherUnit(context: ReportContext): readonly Finding[] {
  const { prose, tables } = context;
  const units = tables.flatMap(({ table }) => table.unit ?? []).join("");
  const uses = [...prose.text.matchAll(SELF)].map((match) => ({ match, word: match[1] ?? "" }));
  const own = uses.filter(({ word }) => units.endsWith(word) || units.endsWith(`${word}室`));
  const [first] = own;
  const others = uses.filter(({ word }) => !units.includes(word) && !KINDRED.has(word));
  // more than a slip or two, and the word is one of its own
  if (!first || others.length > 2 || own.length < 2 * others.length) return [];
  return others.slice(0, 1).map(({ match }) => {
    const said = saidAt(context, prose.sentenceAt(match.index));
    return textFinding("report-other-unit", { ...said, inText: match[0], own: first.match[0] }, said.quote);
  });
}

/** Words with which a part of a unit speaks of itself: 本处 within an office, 本所 within a station. */
const KINDRED = new Set(["处", "会"]);
