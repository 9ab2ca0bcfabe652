import { unspaced } from "../../model/text";
import { f } from "../../formula/build";
import { formulaShape } from "../../formula/formula-shape";
import { printFormula } from "../../formula/print";
import type { FormulaNode } from "../../formula/written";
import { ratio } from "../../model/exact";
import { NOT_APPLICABLE_TEXT } from "../../rules/compile-rule";
import { beyondMark, type MarkBounds } from "./mark-bounds";
import type { TargetTests } from "./target-nodes";
import type { Settings } from "../../rules/setting-types";

/**
 * 核验结论 as a live formula in words: it looks at the cells as they are now, so that it never goes stale (SPEC P5).
 * 无误 is said only where a recomputed score stands beside the typed one, both agree, and a deduction has its reason.
 */
export const CONCLUSION = {
  moved: "行已变动，请重新核验",
  changed: "评分依据已变动，请重新核验",
  outsideTier: "得分不在所评档次内",
  sorted: "基础数据的行已变动，请重新核验",
  broken: "引用的单元格出错或已删除，请重新核验",
  withdrawn: "有内容已划去，请改正后重新核验",
  missing: "未评分",
  notNumber: "得分不是数值",
  negative: "负分",
  overFull: "高于满分",
  unexplained: "扣分缺原因",
  mismatch: "与复算不符",
  agrees: "与复算一致",
  rounded: "舍入后与复算一致",
  missedButFull: "未达目标却得满分",
  exceeded: "超额完成缺原因",
  noData: "缺数据：",
  impossible: "数据不可能：",
  notJudged: "未复算",
  recomputed: "已复算",
  notApplicable: NOT_APPLICABLE_TEXT,
  fine: "无误",
} as const;

/** What 核对原因 says. */
export const UNSAID = "无说明";

export interface ConclusionCells {
  /** The cells of ours that this one reads: a formula stands in each, until somebody empties it. */
  readonly ours: readonly FormulaNode[];
  /** The cells 核对依据 of all that share the score: blank, or what the row no longer rests on. */
  readonly basis: readonly FormulaNode[];
  /** Null where the table has no score column. */
  readonly score: FormulaNode | null;
  readonly fullMark: FormulaNode | null;
  readonly bounds: MarkBounds;
  /** The cell 核对原因: blank where words explain a deduction; null where no cell is for them. */
  readonly unsaid: FormulaNode | null;
  /** The recomputed score, blank text while it can not be told. */
  readonly recomputed: FormulaNode | null;
  /** What the rate and the rule read: the words for it, and where it stands. */
  readonly inputs: readonly { readonly label: string; readonly at: FormulaNode }[];
  /** Inputs whose number can not be, each by its test. */
  readonly impossible?: readonly { readonly label: string; readonly test: FormulaNode }[];
  /** Whether a tier is chosen, within which the score must lie. */
  readonly tiers?: boolean;
  /** Target against actual value; null where they are no numbers. */
  readonly target: TargetTests | null;
  readonly settings: Pick<Settings, "tolerance" | "roundingMode">;
  /** Decimals to which the table rounds its scores; null: the rule's scores can not be rounded ones; absent: any. */
  readonly rounding?: number | null;
}

export function conclusionFormula(cells: ConclusionCells): FormulaNode {
  const { basis, score } = cells;
  const judged = score === null ? judgedWithoutScore(cells) : judgedScore(cells, score);
  const rest = (cells.impossible ?? []).reduceRight(
    (otherwise, { label, test }) => f.when(test, f.text(`${CONCLUSION.impossible}${shortLabel(label)}`), otherwise),
    judged,
  );
  const judgement = basis.reduceRight((otherwise, cell) => f.when(f.notEqual(cell, f.blank), cell, otherwise), rest);
  const emptied = emptiedNode(cells.ours);
  return emptied ? f.when(emptied, f.text(CONCLUSION.broken), judgement) : judgement;
}

/** Whether one of these cells holds nothing, not even a formula; null where there are none. */
export const emptiedNode = (cells: readonly FormulaNode[]): FormulaNode | null =>
  cells.length === 0 ? null : f.less(f.over("COUNTA", cells), f.number(ratio(cells.length)));

function judgedScore(cells: ConclusionCells, score: FormulaNode): FormulaNode {
  const { fullMark, bounds, unsaid, settings } = cells;
  const short =
    fullMark && !bounds.isExtra
      ? f.less(f.decisive(f.subtract(score, fullMark)), f.number(settings.tolerance.neg()))
      : null;
  const agreement = agreementFormula(cells, score, short);
  const judged = unsaid ? withLead(cells, short, f.notEqual(unsaid, f.blank), agreement) : agreement;
  const inRange =
    fullMark !== null
      ? f.when(
          f.call("AND", f.call("ISNUMBER", fullMark), beyondMark(score, fullMark, bounds)),
          f.text(CONCLUSION.overFull),
          judged,
        )
      : judged;
  return f.when(
    f.equal(score, f.blank),
    f.text(CONCLUSION.missing),
    f.when(
      f.call("ISNUMBER", score),
      bounds.mayBeNegative ? inRange : f.when(f.less(score, f.number(ZERO)), f.text(CONCLUSION.negative), inRange),
      f.text(CONCLUSION.notNumber),
    ),
  );
}

/** What has no reason and needs one is said first; what recomputation has to say follows, and is 无误 no more. */
function withLead(
  { target }: ConclusionCells,
  short: FormulaNode | null,
  silent: FormulaNode,
  agreement: FormulaNode,
): FormulaNode {
  const exceeded = target?.exceeded ?? null;
  const wanting = short && exceeded ? f.call("OR", short, exceeded) : (short ?? exceeded);
  if (!wanting) return agreement;
  const deducted = f.text(`${CONCLUSION.unexplained}；`);
  const far = f.text(`${CONCLUSION.exceeded}；`);
  const words = short && exceeded ? f.when(short, deducted, far) : short ? deducted : far;
  const lead = f.when(f.when(wanting, silent, f.boolean(false)), words, f.blank);
  return f.call(
    "SUBSTITUTE",
    f.concat(lead, agreement),
    f.text(`；${CONCLUSION.fine}`),
    f.text(`；${CONCLUSION.agrees}`),
  );
}

function agreementFormula(cells: ConclusionCells, score: FormulaNode, short: FormulaNode | null): FormulaNode {
  const { recomputed, settings, rounding } = cells;
  const unknown = unknownFormula(cells);
  if (recomputed === null) return missedOr(cells, short, unknown);
  const apart = f.greater(f.decisive(f.call("ABS", f.subtract(score, recomputed))), f.number(settings.tolerance));
  const mismatch = f.text(CONCLUSION.mismatch);
  const otherwise =
    rounding === null
      ? mismatch
      : f.when(roundedTo(score, recomputed, settings, rounding), f.text(CONCLUSION.rounded), mismatch);
  const judged = f.when(apart, otherwise, f.text(CONCLUSION.fine));
  return missedOr(cells, short, f.when(f.call("ISNUMBER", recomputed), judged, unknown));
}

/** A full score beside a missed target is told before all that recomputation has to say (SPEC C10, P19). */
function missedOr({ target }: ConclusionCells, short: FormulaNode | null, otherwise: FormulaNode): FormulaNode {
  if (!target || !short) return otherwise;
  return f.when(f.when(short, f.boolean(false), target.missed), f.text(CONCLUSION.missedButFull), otherwise);
}

/** A typed score that the recomputed one rounds to; a half mark is shown as it is, never rounded (SPEC C11). */
export function roundedTo(
  score: FormulaNode,
  recomputed: FormulaNode,
  { roundingMode }: Pick<Settings, "roundingMode">,
  rounding: number | undefined,
): FormulaNode {
  const exact = f.decisive(recomputed);
  const modes = roundingMode === "down" ? ["ROUND", "ROUNDDOWN"] : ["ROUND"];
  const tests = modes.flatMap((mode) =>
    (rounding === undefined ? [0, 1, 2, 3] : [rounding]).map((places) =>
      f.equal(f.call(mode, exact, f.number(ratio(places))), score),
    ),
  );
  const twice = f.decisive(f.multiply(recomputed, f.number(ratio(2))));
  return f.call("AND", f.notEqual(twice, f.call("INT", twice)), f.anyOf(tests));
}

function judgedWithoutScore(cells: ConclusionCells): FormulaNode {
  const unknown = unknownFormula(cells);
  return cells.recomputed
    ? f.when(f.call("ISNUMBER", cells.recomputed), f.text(CONCLUSION.recomputed), unknown)
    : unknown;
}

/** What is said where no recomputed number stands: 不适用, 缺数据 with the names of what is missing, else 未复算. */
function unknownFormula(cells: ConclusionCells): FormulaNode {
  const undecided = undecidedFormula(cells);
  const { recomputed } = cells;
  if (recomputed === null) return undecided;
  const words = f.text(CONCLUSION.notApplicable);
  return f.when(f.equal(recomputed, f.text(CONCLUSION.notApplicable)), words, undecided);
}

function undecidedFormula(cells: ConclusionCells): FormulaNode {
  const { inputs, tiers } = cells;
  // With everything given, only a score outside its tier keeps a rule of tiers from telling one.
  const notJudged = f.text(tiers ? CONCLUSION.outsideTier : CONCLUSION.notJudged);
  if (inputs.length === 0) return notJudged;
  const missing = inputs.map(({ label, at }) =>
    f.when(f.equal(f.call("COUNT", at), f.number(ZERO)), f.text(` ${shortLabel(label)}`), f.blank),
  );
  const list = missing.reduce((left, right) => f.concat(left, right));
  const given = f.over(
    "COUNT",
    inputs.map(({ at }) => at),
  );
  return f.when(
    f.less(given, f.number(ratio(inputs.length))),
    f.concat(f.text(CONCLUSION.noData), f.call("SUBSTITUTE", f.call("TRIM", list), f.text(" "), f.text("、"))),
    notJudged,
  );
}

const ZERO = ratio(0);

/** A text in a formula has at most 255 signs; what is missing need only be recognised. */
function shortLabel(label: string): string {
  const text = unspaced(label);
  return text.length > 24 ? `${text.slice(0, 24)}…` : text;
}

/** Whether the words in a conclusion cell name a fault: for the conditional format, relative to its row. */
export function faultFormula(
  conclusion: FormulaNode,
  { rounded, noData }: Pick<typeof CONCLUSION, "rounded" | "noData"> | typeof FORMER_WORDS = CONCLUSION,
): FormulaNode {
  const differs = (words: string): FormulaNode => f.notEqual(conclusion, f.text(words));
  const startsOtherwise = (words: string): FormulaNode =>
    f.notEqual(f.call("LEFT", conclusion, f.number(ratio(words.length))), f.text(words));
  return f.call(
    "AND",
    differs(""),
    differs(CONCLUSION.fine),
    differs(rounded),
    differs(CONCLUSION.recomputed),
    differs(CONCLUSION.notApplicable),
    startsOtherwise(CONCLUSION.notJudged),
    startsOtherwise(noData),
  );
}

/** Conditional formats of earlier versions look for these; by them they are still told as ours. */
const FORMER_WORDS = { rounded: "舍入后与复算相符", noData: "数据不足：" } as const;

/** The shapes that our conditional format has or had. */
export const FAULT_SHAPES: ReadonlySet<string> = new Set(
  [CONCLUSION, FORMER_WORDS].map((words) => formulaShape(printFormula(faultFormula(f.name("$A1"), words)))),
);
