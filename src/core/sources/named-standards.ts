import type { Finding } from "../findings/finding";
import { nameOf } from "../model/path";
import type { Indicator, ScoringTable } from "../model/scoring-table";
import { compact, nameKey } from "../model/text";
import { sheetA1 } from "../workbook/address";
import type { PrintedText } from "./rule-places";
import { standardsByName, type NamedStandard, type StandardLists } from "./standard-lists";

export interface NamedStandards {
  readonly of: ReadonlyMap<Indicator, NamedStandard>;
  readonly findings: readonly Finding[];
}

/**
 * Standards for rows that print none of their own, joined by the indicator's name (SPEC M26): a list 指标 + 评分标准 on
 * another sheet or beside the table, or items of a note (1.培训人数：…). Two that differ under one name judge nothing and are told.
 */
export function namedStandards(
  table: ScoringTable,
  texts: readonly PrintedText[],
  lists: StandardLists,
): NamedStandards {
  const wanting = table.indicators.filter(({ standard }) => !standard || compact(standard.text) === "");
  const of = new Map<Indicator, NamedStandard>();
  const findings: Finding[] = [];
  if (wanting.length === 0) return { of, findings };
  const names = countedNames(table);
  const notes = standardsByName(inNotes(texts, names));
  for (const indicator of wanting) {
    const key = keyOf(indicator);
    const fitting = fittingOf(indicator, [...lists.named(key, table), ...(notes.get(key) ?? [])]);
    const [first] = fitting;
    if (!first) continue;
    const other = fitting.find(({ standard }) => compact(standard) !== compact(first.standard));
    const shared = first.levels.length === 0 && (names.get(key) ?? 0) > 1;
    if (other || shared) findings.push(ambiguous(table, indicator, first, other ?? null));
    else of.set(indicator, first);
  }
  return { of, findings };
}

const keyOf = ({ path }: Indicator): string => nameKey(nameOf(path));

/** How many indicators of the table bear each name. */
function countedNames({ indicators }: ScoringTable): ReadonlyMap<string, number> {
  const names = new Map<string, number>();
  for (const indicator of indicators) names.set(keyOf(indicator), (names.get(keyOf(indicator)) ?? 0) + 1);
  return names;
}

/** Where standards of one name name levels, those whose levels are all among the indicator's own. */
function fittingOf({ path }: Indicator, named: readonly NamedStandard[]): readonly NamedStandard[] {
  const above = new Set(path.slice(0, -1).map(nameKey));
  const exact = named.filter(({ levels }) => levels.length > 0 && levels.every((level) => above.has(nameKey(level))));
  return exact.length > 0 ? exact : named.filter(({ levels }) => levels.length === 0 || named.length === 1);
}

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

const ITEM =
  /^(?:(?:注|备注|说明|评分说明|评分标准|计分办法|计分标准)[:：]\s*)?(?:[(（]?\d{1,2}[)）.、．]|[①-⑳]|[-•])?\s*["“]?([^:：。；;\n]{2,30}?)["”]?[:：]\s*(\S.*)$/su;

/** 1.培训人数：…；2.单位成本：…: items of a note that begin with the name of an indicator. */
function inNotes(texts: readonly PrintedText[], names: ReadonlyMap<string, number>): readonly NamedStandard[] {
  return texts.flatMap(({ text, at }) => {
    if (!/[:：]/.test(text) || !text.includes("分")) return [];
    const items = text.split(/[\n\r]+|(?<=[。；;])\s*(?=[(（]?\d{1,2}[)）.、．](?!\d)|[①-⑳])/u);
    return items.flatMap((item) => {
      const [, name = "", standard = ""] = ITEM.exec(item.trim()) ?? [];
      return names.has(nameKey(name)) && standard.includes("分") ? [{ name, levels: [], standard, text, at }] : [];
    });
  });
}
