import { highest, lowest } from "../../workbook/long-lists";
import { f } from "../../formula/build";
import { printFormula } from "../../formula/print";
import { overlaps, rectA1, type Rect } from "../../workbook/address";
import type { Finding } from "../../findings/finding";
import { ratio } from "../../model/exact";
import { keptWith } from "../../workbook/kept-with";
import { AreaIndex } from "../../workbook/area-index";
import type { SheetView } from "../../workbook/sheet-view";
import type { RangedRule } from "../../workbook/snapshot";
import { tableColumn } from "../../ours/added-columns";
import { FAULT_SHAPES, faultFormula } from "../formulas/conclusion";
import { formulaShape, hasShape } from "../../formula/formula-shape";
import { FAULT_LOOK } from "../steps/cell-styles";
import type { Tag } from "../../ours/tags";
import { TAG_PREFIX, wrappedAreas, wrappedReference } from "../../ours/tags";
import type { Placement } from "../../ours/placement";
import { saysHardlyAnything } from "../formulas/reason-node";
import type { SheetDraft, WantedName } from "../steps/wanted";

/**
 * One relative validation for the score column and one for our reason column, one conditional format for the
 * column that shows faults, never one per row (SPEC P7). A validation that the unit has on its score column stays.
 */
export interface Looks {
  readonly names: readonly WantedName[];
  readonly findings: readonly Finding[];
}

export function draftLooks(placement: Placement, view: SheetView, draft: SheetDraft, tags: readonly Tag[]): Looks {
  const { table, columns } = placement;
  const rows = table.indicators.map((_, index) => placement.rowOf(index));
  if (rows.length === 0) return { names: [], findings: [] };
  const band = { top: lowest(rows), bottom: highest(rows) };
  if (columns.conclusion !== undefined) {
    const { conclusion } = columns;
    const formula = (row: number): string => printFormula(faultFormula(f.name(mixed(row, conclusion))));
    // Never on the unit's own cells: a conditional format is printed, and the official page must print as before.
    draft.formats.push({
      range: { ...band, left: conclusion, right: conclusion },
      formula,
      look: FAULT_LOOK,
      shapes: FAULT_SHAPES,
    });
  }
  if (columns.reason !== undefined) guardReasons(draft, { ...band, left: columns.reason, right: columns.reason });
  return guardScores(placement, view, draft, tags);
}

/** $K3: the column stays, the row moves. */
const mixed = (row: number, column: number): string =>
  `$${rectA1({ top: row, bottom: row, left: column, right: column })}`;

export function guardReasons(draft: SheetDraft, range: Rect): void {
  const cell = f.cell({ row: range.top, column: range.left });
  draft.validations.push({
    range,
    rule: {
      type: "custom",
      formula: printFormula(f.call("AND", f.call("ISTEXT", cell), f.call("NOT", saysHardlyAnything(cell)))),
    },
    prompt: "扣分须在此写明具体原因",
    error: "请写明具体原因，不要只填“无”“0”“/”",
    alert: "warning",
  });
}

/** 0 to the full mark of the row; where a cell holds the score of several indicators only 0 and up. */
function guardScores(placement: Placement, view: SheetView, draft: SheetDraft, tags: readonly Tag[]): Looks {
  const { table, columns, beside } = placement;
  const column = tableColumn(table, "score");
  const mark = columns.fullMark ?? placement.markColumn;
  // percentages, and scores out of a hundred, are no marks to be held against one
  const isScaled = table.indicators.some(({ score }) => score?.factor !== undefined);
  if (!beside || column === null || isScaled) return { names: [], findings: [] };
  const rows = table.indicators.map(({ row }) => row);
  const range: Rect = { top: lowest(rows), bottom: highest(rows), left: column, right: column };
  const isShared = table.indicators.some(({ scoreGroup }) => scoreGroup !== null);
  const formula = scoreGuard(range.top, column, isShared ? null : mark);
  const kept = unitValidations(placement, view, range, formulaShape(formula), tags);
  if (kept.length > 0) return { names: [], findings: kept.map((area) => keptFinding(table.id, table.sheet, area)) };
  const limit = isShared || mark === null ? "得分应为不小于0的数" : "得分应为0至满分之间的数";
  draft.validations.push({ range, rule: { type: "custom", formula }, prompt: null, error: limit, alert: "stop" });
  return { names: [guardTag(table.id, table.sheet, range)], findings: [] };
}

function scoreGuard(row: number, column: number, mark: number | null): string {
  const score = f.cell({ row, column });
  const isNumber = f.call("AND", f.call("ISNUMBER", score), f.atLeast(score, f.number(ratio(0))));
  if (mark === null) return printFormula(isNumber);
  const full = f.cell({ row, column: mark });
  const within = f.call("AND", f.call("ISNUMBER", score), f.atLeast(score, f.number(ratio(0))), f.atMost(score, full));
  return printFormula(f.when(f.call("ISNUMBER", full), within, isNumber));
}

/** The shapes that the validation of a score column may have. */
const SCORE_GUARD_SHAPES: ReadonlySet<string> = new Set(
  [scoreGuard(0, 0, null), scoreGuard(0, 0, 1)].map(formulaShape),
);
const guardTag = (table: string, sheet: string, range: Rect): WantedName => ({
  name: `${TAG_PREFIX}guard.${table}`,
  refersTo: wrappedReference(sheet, range),
  hidden: true,
});

/** Validations on the score column that are not ours. */
function unitValidations(
  { table }: Placement,
  view: SheetView,
  range: Rect,
  shape: string,
  tags: readonly Tag[],
): readonly Rect[] {
  const isTagged = (wrappedAreas(tags).get("guard") ?? []).some(
    (area) => area.sheet === table.sheet && area.rect.left === range.left && overlaps(area.rect, range),
  );
  const isOurs = (present: RangedRule): boolean => isTagged && (hasShape(present, shape) || isScoreGuard(present.formula)); // prettier-ignore
  return ruleAreas(view.sheet.validations)
    .meeting(range)
    .filter(({ rule }) => !isOurs(rule));
}

interface RuleArea extends Rect {
  readonly rule: RangedRule;
}

const ruleAreas = keptWith(
  (rules: readonly RangedRule[]): AreaIndex<RuleArea> =>
    new AreaIndex(rules.flatMap((rule) => rule.ranges.map((range) => ({ ...range, rule })))),
);

export const isScoreGuard = (formula: string | null): boolean =>
  formula !== null && SCORE_GUARD_SHAPES.has(formulaShape(formula));

const keptFinding = (table: string, sheet: string, area: Rect): Finding => ({
  code: "validation-kept",
  table,
  sheet,
  at: { sheet, row: area.top, column: area.left },
  path: [],
  subject: "score",
  data: { range: rectA1(area) },
});
