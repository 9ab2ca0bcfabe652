import { compact } from "../model/text";
import { ratio, type Exact } from "../model/exact";
import { sheetA1 } from "../workbook/address";
import type { FormRules } from "./form-rules";
import type { Indicator } from "../model/scoring-table";
import { packAmount } from "../rules/packs/amount";
import type { PackFile } from "../rules/packs/schema";
import type { Target } from "../rules/clause";
import type { Clause, Rule, SourcedRule } from "../rules/rule";
import { alignedTarget } from "../targets/align";
import { directionOf } from "../targets/direction";
import { isSaidAgain } from "../targets/same-words";
import { readTarget } from "../targets/read";
import type { RuleInput } from "../rules/rule-input";
import { ROW_ACTUAL, ROW_TARGET } from "../rules/target-sides";

/** A date kept is no day late. What a late one is worth no share can tell: a person decides. */
export const DUE: RuleInput = { name: "完成期限", type: "amount", unit: "天" };
export const LATE: RuleInput = { name: "逾期天数", type: "amount", unit: "天" };
const AWARDED: RuleInput = { name: "自评分", type: "amount", unit: null };

/** What compares targets with actual values: a pack's, or what the form prints for all of its rows. */
export interface Comparison {
  readonly target: PackFile["target"];
  readonly tiers: PackFile["tiers"];
  /** Which share a missed target that must not be exceeded has; null: as the setting says. */
  readonly reverse: Target["reverse"];
  readonly origin: (text: string, entry: "target" | "tiers") => Omit<SourcedRule, "rule">;
}

/** The comparison that a pack lays down. */
export const packComparison = (pack: PackFile, source: "pack" | "workbook"): Comparison => ({
  target: pack.target,
  tiers: pack.tiers,
  reverse: null,
  origin: (text, entry) => ({
    source,
    text,
    at: `${pack.id}/${entry}`,
    ...(pack.authority === "official" ? { official: true } : {}),
  }),
});

/** What the form prints in its notes, if anything (SPEC M19). */
export function formComparison({ comparison, tiers }: FormRules): Comparison | null {
  if (!comparison && !tiers) return null;
  return {
    target: comparison?.rules,
    tiers: tiers?.rules,
    reverse: comparison?.rules.reverse ?? null,
    origin: (_, entry) => {
      const cell = (entry === "target" ? comparison : tiers)?.cell;
      if (!cell) throw new Error(`no note gives the ${entry}`);
      return { source: "table", text: cell.text, at: sheetA1(cell.at), printedAt: cell.at };
    },
  };
}

/**
 * The rule that a comparison gives an indicator of a target table: target against actual for a number, in time or not for
 * a date, tiers for words.
 * Null where the target is blank, or where nothing says on which side of it the good lies (SPEC M7).
 */
export function targetRule(indicator: Indicator, comparison: Comparison): SourcedRule | null {
  const mark = indicator.fullMark?.number;
  if (!mark) return null;
  const given = comparison.target;
  const target = readTarget(indicator);
  const sourced = (clause: Clause, text: string, entry: "target" | "tiers"): SourcedRule => ({
    rule: single(clause, mark),
    ...comparison.origin(text, entry),
  });
  if (target.kind === "number" && given) {
    const direction = directionOf(indicator, target);
    const side = target.operator ?? ({ more: ">=", less: "<=", open: null } as const)[direction];
    if (!side && !mayBeHit(indicator)) return null;
    const operator = side ?? "=";
    const missed = side ? given.missed : "open";
    const { shareFrom } = given;
    const from = shareFrom === undefined ? {} : { from: packAmount(shareFrom) };
    const { reverse } = comparison;
    const compared: Clause = {
      kind: "target",
      target: ROW_TARGET,
      actual: ROW_ACTUAL,
      operator,
      mark,
      missed,
      reverse,
      ...from,
    };
    return sourced(compared, clauseFor(given, operator), "target");
  }
  if (target.kind === "date" && given) {
    const dated: Clause = {
      kind: "target",
      target: DUE,
      actual: LATE,
      operator: "<=",
      mark,
      missed: "share",
      reverse: "manual",
    };
    return sourced(dated, given.clause, "target");
  }
  if (target.kind === "words" && comparison.tiers) {
    return sourced(tiersClause(comparison.tiers, mark), comparison.tiers.clause, "tiers");
  }
  return null;
}

/**
 * Actual value and target are one number: reached, whichever side is the good one (SPEC M20). What is not filled in yet
 * may come to be it: a form that is handed out has its formula from the start.
 */
function mayBeHit(indicator: Indicator): boolean {
  if ((indicator.actual?.raw ?? null) === null) return indicator.score?.stated == null;
  const pair = alignedTarget(indicator);
  return pair?.target.equals(pair.actual) ?? false;
}

/** What the pack says of targets to reach, and of those not to exceed. */
const clauseFor = ({ clause, reverseClause }: NonNullable<PackFile["target"]>, operator: Target["operator"]): string =>
  (operator === "<=" || operator === "<" ? reverseClause : undefined) ?? clause;

const single = (clause: Clause, fullMark: Exact): Rule => ({
  fullMark,
  clauses: [clause],
  combine: "sum",
  gates: [],
  applicability: null,
  cap: null,
  ambiguities: [],
});

type PackTiers = NonNullable<PackFile["tiers"]>;

/** The score within the tier is the unit's judgement: the typed score counts as long as it stays within. */
function tiersClause({ levels }: PackTiers, mark: Exact): Clause {
  const tiers = levels.map(({ names, from, to, fromClosed, toClosed }) => ({
    name: names[0] ?? "",
    low: { value: packAmount(from), closed: fromClosed },
    high: { value: packAmount(to), closed: toClosed },
  }));
  const choice: RuleInput = { name: "完成档次", type: "choice", unit: null, options: tiers.map(({ name }) => name) };
  return { kind: "tiers", choice, mark, tiers, awarded: AWARDED };
}

/**
 * The tier of an indicator's actual value: the one that its words name; the best where they say the target's own words again
 * (高 and 高, SPEC M20).
 */
export function tierOf(indicator: Indicator, tiers: PackTiers): Exact | null {
  const { actual } = indicator;
  if (typeof actual?.raw !== "string") return null;
  return tierRank(actual.raw, tiers) ?? (isSaidAgain(indicator) ? ratio(1) : null);
}

/**
 * The 1-based tier that an actual value's words name (达成预期指标): by the tier's own names, else by how far they say the
 * target was met, where one tier's names say the same. Null where they name none.
 */
export function tierRank(words: string, { levels }: PackTiers): Exact | null {
  const said = compact(words);
  const named = levels.findIndex(({ names }) => names.some((name) => compact(name) === said));
  if (named >= 0) return ratio(named + 1);
  const degree = degreeOf(said);
  const same = levels.flatMap(({ names }, index) =>
    degree && names.some((name) => degreeOf(compact(name)) === degree) ? [index] : [],
  );
  const [only] = same;
  return only !== undefined && same.length === 1 ? ratio(only + 1) : null;
}

const MET =
  "(?:达成|达到|实现|完成)了?(?:全部)?(?:年度|年初|全年|预期|预定|既定|设定|绩效)*(?:指标值?|目标值?|任务|要求)?";
const WHOLLY = new RegExp(`^(?:已|均|都|全部|全面|圆满|按期|按时|如期|全部或基本)*${MET}$`);
const PARTLY = new RegExp(
  `^(?:已)?(?:大?部分|未全部|未完全|未能全部|未能完全|没有全部|没有完全)${MET}(?:[,，]?并?具有一定效果)?$`,
);
const NOT = new RegExp(`^(?:未|未能|没有|尚未)${MET}(?:[,，]?且?效果较差)?$`);

/** 全部达成, 部分完成, 未实现目标; null for words of any other kind, 基本 and 大致 among them. */
function degreeOf(words: string): "wholly" | "partly" | "not" | null {
  if (WHOLLY.test(words)) return "wholly";
  if (PARTLY.test(words)) return "partly";
  return NOT.test(words) ? "not" : null;
}
