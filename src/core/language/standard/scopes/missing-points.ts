import { type Exact, sumExact, ZERO } from "../../../model/exact";
import { criteria } from "./awards";
import type { Awards } from "./awarded";
import { awardList, type Case, deductList } from "./choices";
import type { Deduction } from "../clauses/step-count";
import type { OnceCount } from "../clauses/event-count";
import { extrasOf, type Extras, type Whole } from "./extras";
import { type Frame, type Item, use } from "./frame";
import { refuse } from "../words/problem";
import { problems } from "../words/problems";
import { KEEPS, TARGET_MET } from "../words/case-words";
import { FURTHER, NO_BASE, NO_BASE_NOUN, NOTHING_WRONG } from "../words/award-words";
import { LOSES } from "../words/step-words";

export interface Counted {
  readonly deduction: Deduction;
  readonly deduct: Exact;
  readonly at: number;
}

/** ①…②…③…每缺一项扣1分; with marks at the points the two must say the same. */
export function missingList(
  counted: readonly Counted[],
  items: readonly Item[],
  awards: Awards,
  frame: Frame,
): Pick<Whole, "clauses" | "combine" | "ambiguities"> | null {
  const [only] = counted;
  if (!only || counted.length > 1) return null;
  const { deduction } = only;
  if (deduction.counts === "steps" && awards.lines.length > 0) return null;
  if (!countsMissing(deduction)) return null;
  const points = awards.cases.filter(({ score, rest }) => !rest && score.compare(ZERO) > 0);
  if (points.length >= 2) {
    if (
      !sumExact(points.map(({ score }) => score)).equals(frame.full) ||
      points.some(({ score }) => !score.equals(only.deduct))
    )
      return refuse(only.at, problems.thresholds);
    use(points.map(({ item }) => item));
    return {
      clauses: [
        awardList(
          points.map(({ words, score }) => ({ words, mark: score })),
          frame,
        ),
      ],
      combine: "sum",
      ambiguities: [],
    };
  }
  const all = criteria(items, frame);
  const listed = all.filter(({ words }) => words !== "");
  if (listed.length >= 2 && listed.length < all.length) return refuse(only.at, problems.itemMarks);
  if (listed.length < 2) return namedInLine(only, frame);
  use(listed.flatMap((entry) => entry.items));
  return {
    clauses: [
      deductList(
        listed.map(({ words }) => words),
        only.deduct,
        frame,
      ),
    ],
    combine: "sum",
    ambiguities: [],
  };
}

/** 每缺一项, 每有一项不符合: it counts points that are not met. */
export const countsMissing = (deduction: Deduction): boolean =>
  deduction.counts === "events"
    ? deduction.missing
    : deduction.counts === "steps" && (deduction.asEvent?.missing ?? false);

/** 制度健全、内容完整、执行有效，每缺一项扣1分: points named in the line itself, where they make the mark. */
function namedInLine(
  { deduction, deduct }: Counted,
  frame: Frame,
): Pick<Whole, "clauses" | "combine" | "ambiguities"> | null {
  const lead =
    deduction.counts === "events"
      ? deduction.lead
      : deduction.counts === "steps"
        ? (deduction.asEvent?.lead ?? "")
        : "";
  const words = lead.split(/[、,]/).filter((word) => word !== "");
  if (words.length < 2 || new Set(words).size !== words.length || !deduct.mul(words.length).equals(frame.full))
    return null;
  return { clauses: [deductList(words, deduct, frame)], combine: "sum", ambiguities: [] };
}

/** 未按时报送的扣1分；内容不完整的扣1分. */
export function onceList(counted: readonly Counted[], awards: Awards, floor: Exact, frame: Frame): Whole {
  const [first] = counted;
  if (!first) throw new Error("no deductions");
  if (!floor.equals(ZERO) || awards.lines.length > 0) refuse(first.at, problems.mixed);
  const rest = restOf(awards, frame);
  const names = counted.map(({ deduction, at }) => {
    const { words } = deduction as OnceCount;
    if (words === "") refuse(at, problems.noCondition);
    return `没有“${words}”`;
  });
  if (new Set(names).size !== names.length) refuse(first.at, problems.repeated);
  const items = names.map((name, i) => ({
    input: { name, type: "yesNo" as const, unit: null },
    mark: counted[i]?.deduct ?? ZERO,
  }));
  return {
    clauses: [{ kind: "checklist", mode: "deduct", full: frame.full, items }],
    combine: "sum",
    ambiguities: [],
    ...rest,
  };
}

/** Worded awards beside deductions: 全部符合得5分 is where they start from; the others are gates and the like. */
export function restOf(awards: Awards, frame: Frame): Extras {
  const left = awards.cases.filter(({ item }) => !item.used);
  const measured = awards.lines.some(({ score }) => score.equals(frame.full));
  const base = measured ? undefined : left.find((one) => isBase(one, frame));
  if (base) base.item.used = true;
  for (const { at, item } of awards.rests) if (!item.used) refuse(at, problems.mixed);
  return extrasOf(
    left.filter((one) => one !== base),
    frame,
  );
}

/** 每发现1项扣1分，已整改的不扣分: what keeps its marks behind a loss is an exception from it, no state to start from. */
const isException = ({ words, item: { statement } }: Case & { readonly item: Item }, frame: Frame): boolean =>
  KEEPS.test(textOfSpan(statement, frame)) &&
  !NOTHING_WRONG.test(words) &&
  LOSES.test(frame.text.slice(0, statement.at));

const textOfSpan = ({ at, end }: { readonly at: number; readonly end: number }, { text }: Frame): string =>
  text.slice(at, end);

export const isBase = (one: Case & { readonly item: Item }, frame: Frame): boolean =>
  isGood(one, frame) && !isException(one, frame);

const isGood = ({ words, score }: Case, frame: Frame): boolean =>
  score.equals(frame.full) &&
  !FURTHER.test(words) &&
  !NO_BASE.test(words) &&
  (!NO_BASE_NOUN.test(words) || TARGET_MET.test(words));
