import { canonical, compact, unspaced } from "../model/text";
import { MONEY_UNIT } from "../model/money-units";
import { yearWordOf } from "../language/definition/year-word";
import type { CellAddress } from "../workbook/address";
import { exactFromText, type Exact } from "../model/exact";
import type { QuantityOffer } from "../model/quantity";
import type { Indicator, ScoringTable, TextCell } from "../model/scoring-table";
import type { WantedQuantity } from "./collect";
import type { DefinitionUse } from "./definition-use";
import { comparable, type Phase } from "../language/definition/quantity-name";

/** A number of the unit's own text with the words that lead up to it. */
interface Mention {
  readonly number: Exact;
  readonly at: CellAddress;
  readonly excerpt: string;
  /** The words in the form in which names are compared. */
  readonly words: string;
  readonly yearOffset: number | null;
  readonly phase: Phase | null;
  readonly percent: boolean;
}

/** Only a share is stated in percent: 预算完成率99.27% says nothing of 预算完成数. */
const SHARE = /(?:率|比例|比重|占比|进度|度)$/;

/**
 * The numbers that an indicator's own text names for a quantity: 2017年度预算安排的三公经费总额为32万元. They are offered
 * to a person, never taken (SPEC Q5).
 */
function offersFor(draft: WantedQuantity, mentions: readonly Mention[]): readonly QuantityOffer[] {
  return mentions
    .filter((mention) => !mention.percent || SHARE.test(draft.parsed.core))
    .filter((mention) => namesIt(draft, mention) || describesIt(draft, mention))
    .map(({ number, at, excerpt }) => ({ number, at, excerpt }));
}

/** The name itself, 上年结转 or 年初预算数 without its last word; two characters alone are too general. */
function namesIt({ name }: WantedQuantity, { words }: Mention): boolean {
  const whole = comparable(name).replace(/[数额]$/, "");
  return whole.length >= 3 && words.includes(whole);
}

/** What it is of, in the same year and phase: 2017年度预算安排的三公经费总额. */
function describesIt({ parsed, phase }: WantedQuantity, mention: Mention): boolean {
  if (parsed.subject.length < 2 || !mention.words.includes(parsed.subject)) return false;
  return phase === mention.phase && parsed.stage === null && (parsed.yearOffset ?? 0) === (mention.yearOffset ?? 0);
}

const NUMBER = new RegExp(`(\\d+(?:,\\d{3})*(?:\\.\\d+)?) ?(${MONEY_UNIT}|人次|人|名|个|项|户|次|件|%)?`, "g");
const CLAUSE_END = /[。.;,!?\n]/;

/** All mentions in the texts of an indicator that describe the unit's own case. */
function mentionsOf(table: ScoringTable, indicator: Indicator): readonly Mention[] {
  const cells = [indicator.description, indicator.explanation, textOf(indicator.remark), textOf(indicator.actual)];
  return cells.flatMap((cell) => (cell ? mentionsIn(table, cell) : []));
}

const textOf = (cell: Indicator["remark"]): TextCell | null =>
  cell && typeof cell.raw === "string" ? { text: cell.raw, at: cell.at } : null;

function mentionsIn(table: ScoringTable, cell: TextCell): readonly Mention[] {
  const text = canonical(cell.text);
  const mentions: Mention[] = [];
  let from = 0;
  for (const match of text.matchAll(NUMBER)) {
    const end = match.index + match[0].length;
    if (namesDate(text, end)) continue;
    if (isWorkedOut(text, match.index)) {
      from = end;
      continue;
    }
    const lead = lastClause(text, from, match.index);
    from = end;
    const number = exactFromText((match[1] ?? "").replaceAll(",", ""));
    if (!number || !/\p{L}{2}/u.test(lead)) continue;
    const excerpt = excerptAt(cell.text, match.index, end, lead);
    const percent = match[2] === "%";
    const stated = { number: percent ? number.div(100) : number, percent, excerpt };
    mentions.push({ ...readLead(lead, table.year), ...stated, at: { sheet: table.sheet, ...cell.at } });
  }
  return mentions;
}

/** 2018年, 3月: the words go on behind it. */
const namesDate = (text: string, end: number): boolean => /^(?:年|月|日|季|号)/.test(text.slice(end, end + 1));

/** (63.46-32)÷32=98.31%, 第3项: no figure that the text states of a quantity. */
const isWorkedOut = (text: string, start: number): boolean =>
  /[第A-Za-z(\-+/*=〔]/.test(text.slice(Math.max(0, start - 1), start));

/** The words from the clause's beginning, but not from before the last number. */
function lastClause(text: string, from: number, to: number): string {
  let start = to;
  while (start > from && !CLAUSE_END.test(text.charAt(start - 1))) start--;
  return text.slice(start, to).trim();
}

function readLead(lead: string, tableYear: number | null): Pick<Mention, "words" | "yearOffset" | "phase"> {
  const words = compact(lead);
  const year = yearWordOf(words);
  const offset = year?.year != null ? (tableYear === null ? null : year.year - tableYear) : (year?.offset ?? null);
  const budget = words.includes("预算");
  const final = /决算|实际支出|实际发生/.test(words);
  return { words: comparable(words), yearOffset: offset, phase: budget === final ? null : budget ? "budget" : "final" };
}

const EXCERPT = 40;

function excerptAt(printed: string, start: number, end: number, lead: string): string {
  const from = Math.max(0, start - Math.min(lead.length, EXCERPT));
  return unspaced(printed.slice(from, end));
}

/** Offers for a quantity come from the texts of the indicators that use it; each text is read once, when first asked for. */
export function offerReader(uses: readonly DefinitionUse[]): (draft: WantedQuantity) => readonly QuantityOffer[] {
  const byUse = new Map(uses.map((use) => [useKey(use.table.id, use.indicator.path), use]));
  const read = new Map<string, readonly Mention[]>();
  return (draft) => {
    const keys = new Set(draft.uses.map(({ table, path }) => useKey(table, path)));
    const offers = [...keys].flatMap((key) => {
      const use = byUse.get(key);
      const mentions = read.get(key) ?? (use ? mentionsOf(use.table, use.indicator) : []);
      read.set(key, mentions);
      return offersFor(draft, mentions);
    });
    return [...new Map(offers.map((offer) => [JSON.stringify([offer.at, offer.excerpt]), offer])).values()];
  };
}

const useKey = (table: string, path: readonly string[]): string => [table, ...path].join("\n");
