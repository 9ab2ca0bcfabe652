import type { Finding } from "../findings/finding";
import { exactFromText, exactText, type Exact } from "../model/exact";
import { compact } from "../model/text";
import type { ScoringTable } from "../model/scoring-table";
import { sheetA1 } from "../workbook/address";
import type { WorkbookSnapshot } from "../workbook/snapshot";
import { namedStandards, type NamedStandards } from "./named-standards";
import { readNote, type NoteRules } from "./note-rules";
import { ruleTexts, type PrintedText } from "./rule-places";
import { StandardLists } from "./standard-lists";

/**
 * Rules that the form prints for all of its rows: above and below the table, in a header, beside the funding block, on a
 * sheet of its own. They are the table's own standard, with that cell as their source (SPEC M19).
 */
export interface FormRules {
  readonly comparison: Placed<NonNullable<NoteRules["target"]>> | null;
  readonly tiers: Placed<NonNullable<NoteRules["tiers"]>> | null;
  /** 预算执行率 by its share of the mark; the mark that the text names, where it names one. */
  readonly executionRate: Placed<{ readonly mark: Exact | null }> | null;
  /** Standards that are printed elsewhere under the name of their indicator. */
  readonly named: NamedStandards["of"];
  readonly findings: readonly Finding[];
}

interface Placed<T> {
  readonly rules: T;
  readonly cell: PrintedText;
}

export const NO_FORM_RULES: FormRules = {
  comparison: null,
  tiers: null,
  executionRate: null,
  named: new Map(),
  findings: [],
};

/** What the form of each table prints for all of its rows, or elsewhere than in them. */
export function formRules(
  book: WorkbookSnapshot,
  tables: readonly ScoringTable[],
): ReadonlyMap<ScoringTable, FormRules> {
  const lists = new StandardLists(book, tables);
  return new Map(tables.map((table) => [table, formRulesOf(book, table, tables, lists)]));
}

function formRulesOf(
  book: WorkbookSnapshot,
  table: ScoringTable,
  tables: readonly ScoringTable[],
  lists: StandardLists,
): FormRules {
  const texts = ruleTexts(book, table, tables);
  const named = namedStandards(table, texts, lists);
  const read = texts.map((cell) => ({ cell, rules: readNote(cell.text) }));
  const comparison = agreed(
    read.flatMap(({ cell, rules: { target } }) => (target ? [{ cell, rules: target }] : [])),
    // A note that says nothing of 反向指标 contradicts none that does.
    ({ reverse }) => reverse,
  );
  const tiers = agreed(
    read.flatMap(({ cell, rules }) => (rules.tiers ? [{ cell, rules: rules.tiers }] : [])),
    ({ levels }) => levels.map(({ from, to }) => `${String(from)}–${String(to)}`).join(" "),
  );
  const executionRate = agreed(texts.flatMap(executionRateIn), ({ mark }) => mark && exactText(mark));
  // What stands on a sheet of its own is told once, whatever tables it is of; a report typed into a sheet prints no rules.
  const own = read.filter(
    ({ cell }) => cell.at.sheet === table.sheet || (tables[0] === table && RULES_SHEET.test(cell.at.sheet)),
  );
  return {
    comparison: comparison.one,
    tiers: tiers.one,
    executionRate: executionRate.one,
    named: named.of,
    findings: [
      ...named.findings,
      ...own.flatMap(({ cell, rules }) => (rules.unread ? [unreadNote(table, cell, rules.unread)] : [])),
      ...[comparison, tiers, executionRate].flatMap(({ against }) => (against ? [conflict(table, ...against)] : [])),
    ],
  };
}

const RULES_SHEET = /评分|计分|打分|标准|说明|办法|规则|细则/;

interface Agreed<T> {
  readonly one: Placed<T> | null;
  /** Two texts that say different things: then neither judges. */
  readonly against: readonly [PrintedText, PrintedText] | null;
}

/** What all texts say that say something of it; `kindOf` is what two of them may contradict each other in, null: nothing. */
function agreed<T>(found: readonly Placed<T>[], kindOf: (rules: T) => string | null): Agreed<T> {
  const saying = found.filter(({ rules }) => kindOf(rules) !== null);
  const [first] = saying;
  const other = first && saying.find(({ rules }) => kindOf(rules) !== kindOf(first.rules));
  if (first && other) return { one: null, against: [first.cell, other.cell] };
  return { one: first ?? found[0] ?? null, against: null };
}

const about = (table: ScoringTable, { at }: PrintedText) =>
  ({ table: table.id, sheet: at.sheet, at, path: [], subject: "note" }) as const;

const unreadNote = (table: ScoringTable, cell: PrintedText, reason: NonNullable<NoteRules["unread"]>): Finding => ({
  code: "standard-unreadable",
  ...about(table, cell),
  data: { name: "表内说明", text: cell.text, reason },
});

function conflict(table: ScoringTable, first: PrintedText, second: PrintedText): Finding {
  const place = sheetA1(first.at);
  const fault = {
    zh: `与 ${place} 所印的计分办法不同，两处都没有据以计分`,
    en: `another way of scoring is printed at ${place}; nothing was scored by either`,
  };
  return { code: "standard-inconsistent", ...about(table, second), data: { name: "表内说明", fault } };
}

/** 得分（20分*执行率）, 执行率得分=执行率×10, 得分=预算执行率×分值. */
const BY_RATE =
  /(?:(?:得分|自评得分|评分)[(=:]*(\d+(?:\.\d+)?)?(?:分|分值|权重)?\*(?:预算)?执行率|(?:得分|评分)[(=:]*(?:预算)?执行率\*(?:(\d+(?:\.\d+)?)分?|(?:该项|本项)?(?:分值|权重)))/;

function executionRateIn(cell: PrintedText): readonly Placed<{ readonly mark: Exact | null }>[] {
  const found = BY_RATE.exec(compact(cell.text));
  if (!found) return [];
  const mark = found[1] ?? found[2];
  return [{ cell, rules: { mark: mark === undefined ? null : exactFromText(mark) } }];
}
