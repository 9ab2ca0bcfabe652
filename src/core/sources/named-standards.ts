import type { Finding } from "../findings/finding";
import { nameOf } from "../model/path";
import type { Indicator, ScoringTable } from "../model/scoring-table";
import { compact, nameKey } from "../model/text";
import { sheetA1 } from "../workbook/address";
import type { SheetSnapshot, WorkbookSnapshot } from "../workbook/snapshot";
import { listedStandards, type NamedStandard } from "./standard-lists";
import { readOurs } from "../ours/read-ours";
import { ruleTexts } from "./rule-places";

export interface NamedStandards {
  readonly of: ReadonlyMap<Indicator, NamedStandard>;
  readonly findings: readonly Finding[];
}

/**
 * Standards for rows that print none of their own, joined by the indicator's name (SPEC M26): a list 指标 + 评分标准 on
 * another sheet or beside the table, or items of a note (1.培训人数：…). Two that differ under one name judge nothing and are told.
 */
export function namedStandards(
  book: WorkbookSnapshot,
  table: ScoringTable,
  tables: readonly ScoringTable[],
): NamedStandards {
  const wanting = table.indicators.filter(({ standard }) => !standard || compact(standard.text) === "");
  const of = new Map<Indicator, NamedStandard>();
  const findings: Finding[] = [];
  if (wanting.length === 0) return { of, findings };
  const names = new Set(table.indicators.map(({ path }) => nameKey(nameOf(path))));
  const found = [...listsFor(book, table, tables), ...inNotes(book, table, tables, names)];
  for (const indicator of wanting) {
    const fitting = fittingOf(indicator, found);
    const [first] = fitting;
    if (!first) continue;
    const other = fitting.find(({ standard }) => compact(standard) !== compact(first.standard));
    const shared = first.levels.length === 0 && sameNamed(table, indicator) > 1;
    if (other || shared) findings.push(ambiguous(table, indicator, first, other ?? null));
    else of.set(indicator, first);
  }
  return { of, findings };
}

/** Those of the indicator's name; where the lists name levels, those whose levels are all among the indicator's own. */
function fittingOf({ path }: Indicator, found: readonly NamedStandard[]): readonly NamedStandard[] {
  const key = nameKey(nameOf(path));
  const above = new Set(path.slice(0, -1).map(nameKey));
  const named = found.filter(({ name }) => nameKey(name) === key);
  const exact = named.filter(({ levels }) => levels.length > 0 && levels.every((level) => above.has(nameKey(level))));
  return exact.length > 0 ? exact : named.filter(({ levels }) => levels.length === 0 || named.length === 1);
}

const sameNamed = ({ indicators }: ScoringTable, { path }: Indicator): number =>
  indicators.filter((one) => nameKey(nameOf(one.path)) === nameKey(nameOf(path))).length;

function ambiguous(
  table: ScoringTable,
  indicator: Indicator,
  first: NamedStandard,
  other: NamedStandard | null,
): Finding {
  const name = nameOf(indicator.path);
  const place = sheetA1(first.at);
  const fault = other
    ? {
        zh: `与 ${place} 为同名指标印出的评分标准不同，两处都没有据以计分`,
        en: `another standard is printed for the same name at ${place}; nothing was scored by either`,
      }
    : {
        zh: `表中有多个同名指标“${name}”，不知这条标准指哪一个，没有据以计分`,
        en: `several indicators are named “${name}”; which one this standard is for is open, so nothing was scored by it`,
      };
  const { at } = other ?? first;
  const subject = `named ${sheetA1(at)}`;
  return {
    code: "standard-inconsistent",
    table: table.id,
    sheet: at.sheet,
    at,
    path: indicator.path,
    subject,
    data: { name, fault },
  };
}

/** Lists on sheets where nothing is scored, and on the table's own sheet outside of all tables. */
function listsFor(
  book: WorkbookSnapshot,
  table: ScoringTable,
  tables: readonly ScoringTable[],
): readonly NamedStandard[] {
  const { ownership } = readOurs(book);
  const scored = tables.filter((one) => one.columns.some(({ role }) => role === "score" || role === "actual"));
  const scoring = new Set(scored.map(({ sheet }) => sheet));
  return book.sheets.flatMap((sheet: SheetSnapshot) => {
    if (ownership.isOurSheet(sheet.name)) return [];
    if (!scoring.has(sheet.name)) return listedStandards(sheet, () => true);
    if (sheet.name !== table.sheet) return [];
    const own = tables.filter((one) => one.sheet === sheet.name);
    return listedStandards(sheet, (row) => own.every(({ range }) => row < range.top || row > range.bottom));
  });
}

const ITEM =
  /^(?:(?:注|备注|说明|评分说明|评分标准|计分办法|计分标准)[:：]\s*)?(?:[(（]?\d{1,2}[)）.、．]|[①-⑳]|[-•])?\s*["“]?([^:：。；;\n]{2,30}?)["”]?[:：]\s*(\S.*)$/su;

/** 1.培训人数：…；2.单位成本：…: items of a note that begin with the name of an indicator. */
function inNotes(
  book: WorkbookSnapshot,
  table: ScoringTable,
  tables: readonly ScoringTable[],
  names: ReadonlySet<string>,
): readonly NamedStandard[] {
  return ruleTexts(book, table, tables).flatMap(({ text, at }) => {
    if (!/[:：]/.test(text) || !text.includes("分")) return [];
    const items = text.split(/[\n\r]+|(?<=[。；;])\s*(?=[(（]?\d{1,2}[)）.、．](?!\d)|[①-⑳])/u);
    return items.flatMap((item) => {
      const [, name = "", standard = ""] = ITEM.exec(item.trim()) ?? [];
      return names.has(nameKey(name)) && standard.includes("分") ? [{ name, levels: [], standard, text, at }] : [];
    });
  });
}
