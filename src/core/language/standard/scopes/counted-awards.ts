import { ONE, ZERO } from "../../../model/exact";
import type { Clause, StepDeduct } from "../../../rules/clause";
import type { Ambiguity } from "../../../rules/rule";
import { clauseInputs } from "../../../rules/score";
import { ambiguities } from "../words/ambiguity";
import type { Awards } from "./awarded";
import { readDeduction } from "../clauses/deduction";
import { cleanName } from "../clauses/event-count";
import { extrasOf, type Whole } from "./extras";
import { figure, type Frame, type Item, textOf, unused, use } from "./frame";
import { refuse } from "../words/problem";
import { problems } from "../words/problems";
import { readSubject } from "../conditions/subject";
import { cappedByLimit } from "./share-surroundings";
import { eventsClause } from "./steps";
import type { Token } from "../words/token";
import { UNIT_ALONE } from "../words/award-words";
import { DE_BEHIND } from "../words/step-words";

type Shared = Awards["shared"][number];

/** 每完成一项得1分，最高5分; 国家级的每次得2分，省级的每次得1分: counted from none up to the full mark. */
export function readCounts(items: readonly Item[], awards: Awards, frame: Frame): Whole {
  const [first] = awards.shared;
  if (!first) throw new Error("no shared marks");
  const alike = awards.shared.map((one) => countOf(one, frame));
  const clauses = areApart(alike) ? alike : awards.shared.map((one, i) => underItsLead(alike[i], one, frame));
  if (awards.rests.length > 0) refuse(first.at, problems.noThreshold);
  if (!areApart(clauses)) refuse(first.at, problems.repeated);
  const capped = unused(items, "cap").length > 0 || cappedByLimit(items, frame);
  use([...awards.shared.map(({ item }) => item), ...unused(items, "cap")]);
  const steps = clauses.some((clause) => clause.kind === "stepDeduct" && clause.partialSteps === null);
  const named: Ambiguity[] = [...(steps ? [ambiguities.partialSteps] : []), ...(capped ? [] : [ambiguities.cap])];
  return { clauses, combine: "sum", ambiguities: named, ...extrasOf(awards.cases, frame) };
}

/** Whether each clause asks for figures of its own: one answer must not be taken for two. */
export function areApart(clauses: readonly Clause[]): boolean {
  const names = clauses.flatMap((clause) => clauseInputs([clause]).map(({ name }) => name));
  return new Set(names).size === names.length;
}

/** 市级媒体每报道1次得0.5分，省级媒体每报道1次得1分: what is counted is told apart by whose it is. */
function underItsLead(clause: Clause | undefined, { item, at }: Shared, frame: Frame): Clause {
  const { condition } = item.statement;
  const lead = condition.slice(
    0,
    condition.findIndex(({ type }) => type === "each"),
  );
  if (clause?.kind !== "events") return refuse(at, problems.repeated);
  const own = cleanName(textOf(lead, frame));
  const { name } = clause.count;
  return own === "" || name.startsWith(own) ? clause : { ...clause, count: { ...clause.count, name: own + name } };
}

function countOf(one: Shared, frame: Frame): Clause {
  const { condition, all } = one.item.statement;
  const each = condition.findIndex(({ type }) => type === "each");
  const lead = condition.slice(0, each);
  const counted = condition.slice(each + 1);
  const numbered = counted.some(({ type }) => type === "number") || (lead.length > 0 && isUnit(counted, frame));
  if (all || each < 0 || !numbered || lead.some(({ type }) => type === "number") || one.mark.compare(ZERO) <= 0)
    return refuse(one.at, problems.itemMarks);
  const steps = stepsOf(lead, counted, one, frame);
  if (steps) return steps;
  const counts = readDeduction(condition, frame.text, null, one.at);
  const event = counts.counts === "events" ? counts : counts.counts === "steps" ? counts.asEvent : null;
  if (!event) return refuse(one.at, problems.noThreshold);
  return eventsClause(event, { deduct: one.mark.neg(), full: ZERO, floor: ZERO }, frame);
}

/** 获得表彰的每次得2分: a unit alone is one of it. */
const isUnit = (counted: readonly Token[], frame: Frame): boolean => UNIT_ALONE.test(textOf(counted, frame));

/** 每完成2个得1分, 完成率每10%得0.5分: steps of more than one thing, counted from none. */
function stepsOf(
  lead: readonly Token[],
  counted: readonly Token[],
  { mark, at }: Shared,
  frame: Frame,
): StepDeduct | null {
  const numbers = counted.filter((token) => token.type === "number");
  const [number] = numbers;
  if (numbers.length !== 1 || !number || !counted.every(isPlain)) return null;
  const several = number.unit.of === "counter" && number.value.compare(ONE) > 0;
  if (!several && !(number.unit.of === "rate" && lead.length > 0)) return null;
  const before = lead.length > 0 ? readSubject(lead, "lead") : null;
  if (before === "unknown") return null;
  const words = counted.flatMap((token) => (token.type === "word" ? [token.text] : [])).join("");
  const name = before?.name ?? words.replace(DE_BEHIND, "");
  const subject = figure(name, [{ unit: number.unit, value: number.value, at }], frame);
  return {
    kind: "stepDeduct",
    subject,
    side: "above",
    threshold: ZERO,
    step: number.value,
    deduct: mark.neg(),
    full: ZERO,
    floor: ZERO,
    partialSteps: frame.partial?.mode ?? null,
  };
}

const isPlain = (token: Token): boolean =>
  ["word", "number", "open", "close"].includes(token.type) || (token.type === "compare" && token.soft === true);
