import type { FindingCode } from "../findings/catalogue";
import type { Finding } from "../findings/finding";
import { noiseOf, sameValue } from "../formula/same-value";
import { decisive, toDouble, type Exact } from "../model/exact";
import { statedTotalOf } from "../model/stated-total";
import type { Comparison, FormulaAbsence, TableReview, Verdict } from "../review.types";
import { placeKey, type CellPosition } from "../workbook/address";
import { append } from "../workbook/lists-by-key";
import { sheetViews } from "../workbook/sheet-view";
import type { CellScalar, WorkbookSnapshot } from "../workbook/snapshot";
import type { JudgedCell } from "./judged-cell";
import { recalculationOf, type RecalculatedFormula, type Recalculation } from "./recalculation";
import { typedAmongFormulas } from "./typed-among-formulas";

const LOST: readonly FindingCode[] = ["broken-reference", "circular-reference"];
/** The formula itself is not the rule's, whatever it comes to now. */
const OTHER_FORMULA: readonly FindingCode[] = [
  "formula-differs",
  "range-too-short",
  "double-counted",
  "hard-coded-constant",
];
const WRONG: readonly FindingCode[] = [
  ...OTHER_FORMULA,
  "score-mismatch",
  "target-missed-but-full",
  "score-outside-tier",
  "score-over-full",
  "score-negative",
  "score-not-a-number",
  "weighed-score-mismatch",
  "total-mismatch",
  "subtotal-mismatch",
  "cap-exceeded",
  "level-mark-mismatch",
  "full-mark-total",
  "rate-mismatch",
  "percent-scale",
  "error-value",
];

/** A judged cell with what the workbook holds there. */
interface Held extends JudgedCell {
  readonly value: CellScalar;
  readonly formula: RecalculatedFormula | null;
  /** The text of the formula; null for what is typed. */
  readonly text: string | null;
  readonly codes: ReadonlySet<FindingCode>;
  readonly expected: string | null;
  readonly absence: FormulaAbsence | null;
  /** The formula was tried and is the rule's own: what it gives is wrong only where what it reads is. */
  readonly isRuleFormula: boolean;
}

/** What a single cell's verdict rests on besides the cell. */
interface Whole {
  readonly recalculation: Recalculation;
  readonly isTypedAmongFormulas: (cell: Held) => boolean;
}

/** What is known of the formula that a cell should hold: its text, and whether the one that stands there is the same. */
export interface ExpectedFormula {
  readonly formula: string;
  readonly same: boolean;
}

/** One table's judged cells, and the formula that each of them should hold where that can be told. */
export interface JudgedTable {
  readonly cells: readonly JudgedCell[];
  readonly expected: ReadonlyMap<JudgedCell, ExpectedFormula>;
  /** Why there is none for the others. */
  readonly absences: ReadonlyMap<JudgedCell, FormulaAbsence>;
}

/**
 * The three-way verdict of each score, rate, sub-total and total (SPEC G8): what is typed or stored, what it recalculates
 * to, and what the rule gives, told by what the checks found at the cell. Null where there is nothing to compare.
 */
export function withVerdicts(
  book: WorkbookSnapshot,
  tables: readonly TableReview[],
  findings: readonly Finding[],
  judged: (reviewed: TableReview) => JudgedTable,
): readonly TableReview[] {
  const views = sheetViews(book);
  const recalculation = recalculationOf(book);
  const onSheet = new Map<string | null, Finding[]>();
  for (const finding of findings) append(onSheet, finding.sheet, finding);
  const codesOn = new Map([...onSheet].map(([sheet, found]) => [sheet, codesAt(found)]));
  return tables.map((reviewed) => {
    const view = views.get(reviewed.table.sheet);
    if (!view) return reviewed;
    const codes = codesOn.get(reviewed.table.sheet) ?? codesAt([]);
    const { cells, expected, absences } = judged(reviewed);
    const held = cells.map((cell): Held => {
      const own = view.cell(cell.at.row, cell.at.column);
      const wanted = expected.get(cell);
      return {
        ...cell,
        value: own?.value ?? null,
        formula: own ? recalculation.formula(view.sheet, own) : null,
        text: own?.formula ?? null,
        codes: codes(cell.at),
        expected: wanted?.formula ?? null,
        absence: absences.get(cell) ?? null,
        isRuleFormula: wanted?.same ?? false,
      };
    });
    const whole: Whole = { recalculation, isTypedAmongFormulas: typedAmongFormulas(held) };
    return withComparisons(reviewed, held.map((cell) => comparison(cell, whole)));
  }); // prettier-ignore
}

function withComparisons(reviewed: TableReview, comparisons: readonly Comparison[]): TableReview {
  const verdicts = new Map(comparisons.map(({ kind, of, at, verdict }) => [`${kind} ${of} ${placeKey(at)}`, verdict]));
  const of = (what: string, at: CellPosition | undefined): Verdict | null =>
    (at && verdicts.get(`${what} ${placeKey(at)}`)) ?? null;
  const levelAt = new Map(reviewed.table.levels.map(({ path, statedScore }) => [path, statedScore?.at]));
  const rateAt = new Map(comparisons.flatMap(({ kind, path, at }) => (kind === "rate" ? [[path, at] as const] : [])));
  return {
    ...reviewed,
    indicators: reviewed.indicators.map((one) => ({
      ...one,
      verdict: of("score score", one.indicator.score?.at),
      rateVerdict: of("rate rate", rateAt.get(one.indicator.path)),
    })),
    levels: reviewed.levels.map((level) => ({
      ...level,
      verdict: of("level score", levelAt.get(level.path)),
    })),
    totalVerdict: of(
      "total score",
      (statedTotalOf(reviewed.table)?.cell ?? reviewed.table.totalRows.at(-1)?.score)?.at,
    ),
    comparisons,
  };
}

function comparison(cell: Held, whole: Whole): Comparison {
  const { kind, of, at, path, name, value, text, formula, stated, expected, absence } = cell;
  const rule = ruleAsStated(cell);
  const result = (one: RecalculatedFormula["chain"] | undefined): CellScalar => (one?.kind === "value" ? one.value : null); // prettier-ignore
  return {
    kind, of, at, path, name,
    formula: text,
    expected,
    absence,
    held: value,
    stated: stated?.number ?? null,
    isolated: result(formula?.isolated),
    recalculated: result(formula?.chain),
    rule,
    verdict: verdictOf(cell, rule, whole),
  }; // prettier-ignore
}

/** The reading of the rule that is nearest to what is stated, in percent where the cell counts so. */
function ruleAsStated({ rule, alsoRight, of, stated, codes }: Held): Exact | null {
  if (!rule || !stated) return rule;
  const fractions = [rule, ...alsoRight];
  const inPercent = of === "rate" && !codes.has("percent-scale") ? fractions.map((one) => one.mul(100)) : [];
  const away = (one: Exact): Exact => one.sub(stated.number).abs();
  return [...fractions, ...inPercent].reduce((a, b) => (away(b).compare(away(a)) < 0 ? b : a));
}

function verdictOf(cell: Held, rule: Exact | null, { recalculation, isTypedAmongFormulas }: Whole): Verdict | null {
  const { value, text, formula, codes, stated, kind } = cell;
  if (value === null && text === null) return null;
  const has = (list: readonly FindingCode[]): boolean => list.some((code) => codes.has(code));
  if (codes.has("formula-overwritten") || isTypedAmongFormulas(cell)) return "overwritten";
  if (text !== null) {
    if (has(LOST)) return "wrongFormula";
    if (codes.has("stale-value")) return "stale";
    if (formula?.isolated.kind !== "value") return "notRecalculated";
  }
  if (has(["text-skipped-by-sum", "number-as-text"]) || countsTextAsZero(cell, recalculation)) return "textAsZero";
  if (text !== null && has(OTHER_FORMULA)) return "wrongFormula";
  if (has(WRONG)) return text === null || cell.isRuleFormula ? "wrongInput" : "wrongFormula";
  if (formula && isOutdated(formula)) return "stale";
  if (codes.has("explained-by-rounding")) return "rounding";
  if (text !== null) return "agrees";
  if (rule === null || stated === null) return null;
  return kind === "score" ? "agrees" : "typed";
}

/** What it shows is right for the stored values that it reads, and still not what the workbook gives when it is calculated. */
const isOutdated = ({ formula, stored, chain }: RecalculatedFormula): boolean =>
  stored !== null && chain.kind === "value" && !sameValue(stored, chain.value, noiseOf(formula));

/** The rule's value comes out only where text counts as a number, and this cell counts it as 0. */
function countsTextAsZero({ stated, rule, withoutText, formula }: Held, recalculated: Recalculation): boolean {
  if (rule === null || stated === null) return false;
  if (formula) {
    const asRead = recalculated.asRead.valueAt(formula.at);
    return (
      asRead.kind === "value" && !sameValue(asRead.value, formula.stored) && sameValue(asRead.value, toDouble(rule))
    );
  }
  return withoutText !== null && !withoutText.equals(rule) && decisive(stated.number).equals(decisive(withoutText));
}

/** What is found at a cell, by code. */
function codesAt(findings: readonly Finding[]): (at: CellPosition) => ReadonlySet<FindingCode> {
  const byCell = new Map<number, Set<FindingCode>>();
  for (const { at, code } of findings) {
    if (!at) continue;
    byCell.set(placeKey(at), (byCell.get(placeKey(at)) ?? new Set()).add(code));
  }
  const none: ReadonlySet<FindingCode> = new Set();
  return (at) => byCell.get(placeKey(at)) ?? none;
}
