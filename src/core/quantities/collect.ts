import type { Definition } from "../rules/definition";
import { compact, nameKey } from "../model/text";
import type { QuantityUse } from "../model/quantity";
import type { ScoringTable } from "../model/scoring-table";
import type { DefinitionUse } from "./definition-use";
import { identityKey, phaseExplained, readQuantityName, type QuantityName } from "../language/definition/quantity-name";

/** A quantity before anything is known of its value. */
export interface WantedQuantity {
  readonly key: string;
  /** As first printed, without quotation marks, spaces and a unit in brackets. */
  readonly name: string;
  readonly parsed: QuantityName;
  /** Where the name leaves it open, the printed explanation may settle it. */
  readonly phase: QuantityName["phase"];
  readonly unit: string | null;
  readonly scope: string | null;
  /** The evaluated year of the tables that use it. */
  readonly tableYear: number | null;
  readonly uses: readonly QuantityUse[];
  /** Every spelling in use. */
  readonly spellings: readonly string[];
  /** The indicator it was parted for; null for the shared quantity. */
  readonly partedFor: string | null;
}

/**
 * The quantities of all definitions, in order of first use. Uses share a quantity where name, year and phase agree within
 * the tables of one unit and year; a person parts one use from the rest by the label 名称（指标） (SPEC Q1, Q6).
 */
export function collectQuantities(
  uses: readonly DefinitionUse[],
  isParted: (variable: string, indicator: string) => boolean,
): readonly WantedQuantity[] {
  const groupOf = tableGroups(uses);
  const drafts = new Map<string, Collected>();
  const read = new Map<string, QuantityName>();
  for (const { table, indicator, definition } of uses) {
    for (const variable of definition.variables) {
      const parsed = read.get(variable) ?? readQuantityName(variable);
      read.set(variable, parsed);
      const own = indicator.path.at(-1) ?? "";
      const partedFor = isParted(variable, own) ? own : null;
      const key = [identityKey(parsed), groupOf(table), partedFor ?? ""].join("|").replace(/\|+$/, "");
      const draft = drafts.get(key) ?? { key, parsed, partedFor, table, uses: [], definitions: [] };
      draft.uses.push({ table: table.id, path: indicator.path, variable });
      draft.definitions.push(definition);
      drafts.set(key, draft);
    }
  }
  return [...drafts.values()].map(finish);
}

interface Collected {
  readonly key: string;
  readonly parsed: QuantityName;
  readonly partedFor: string | null;
  readonly table: ScoringTable;
  readonly uses: QuantityUse[];
  readonly definitions: Definition[];
}

function finish({ key, parsed, partedFor, table, uses, definitions }: Collected): WantedQuantity {
  const explanation = firstExplanation(uses, definitions);
  const spellings = [...new Set(uses.map(({ variable }) => variable))];
  return {
    key,
    name: plainName(spellings[0] ?? ""),
    parsed,
    phase: parsed.phase ?? phaseExplained(parsed, explanation),
    unit: parsed.unit ?? unitExplained(explanation) ?? firstUnit(spellings),
    scope: explanation ?? definitions[0]?.text ?? null,
    tableYear: table.year,
    uses,
    spellings,
    partedFor,
  };
}

const firstExplanation = (uses: readonly QuantityUse[], definitions: readonly Definition[]): string | null => {
  for (const [i, { variable }] of uses.entries()) {
    const found = definitions[i]?.explanations.get(variable);
    if (found !== undefined) return found;
  }
  return null;
};

const firstUnit = (spellings: readonly string[]): string | null =>
  spellings
    .slice(1)
    .map((spelling) => readQuantityName(spelling).unit)
    .find((unit) => unit !== null) ?? null;

const UNIT_EXPLAINED = /单位:(?:人民币)?([十百千万亿]{0,2}(?:元|人次|人(?!民币)|户|个|件|亩|吨|公里|平方米|㎡)|%)/;

/** 单位：万元, 单位：人民币万元 in an explanation. */
const unitExplained = (explanation: string | null): string | null =>
  !explanation?.includes("单位") ? null : (UNIT_EXPLAINED.exec(compact(explanation))?.[1] ?? null);

/** 本年度三公经费总额 of 本年度“三公经费”总额, 水量 of 水量（立方米）; full-width brackets stay as printed. */
function plainName(variable: string): string {
  const unquoted = variable.replace(/["'“”‘’„‟＂《》「」『』]/g, "");
  const dropped = compact(variable).replace(/["'《》]/g, "").length - nameKey(variable).length;
  return dropped > 0 ? unquoted.slice(0, unquoted.length - dropped) : unquoted;
}

/**
 * Tables of one unit and year share their quantities; a project table has its own. Empty while there is but one group, so
 * that keys stay as they are when the year is filled in.
 */
function tableGroups(uses: readonly DefinitionUse[]): (table: ScoringTable) => string {
  const label = (table: ScoringTable): string =>
    table.kind === "project" ? table.id : `${compact(table.unit ?? "")}@${table.year ?? ""}`;
  const groups = new Set(uses.map(({ table }) => label(table)));
  return (table) => (groups.size > 1 ? label(table) : "");
}
