import { f } from "../formula/build";
import type { FormulaNode } from "../formula/node";
import type { Exact } from "../model/exact";
import { ratio } from "../model/exact";
import { NOT_APPLICABLE_TEXT } from "../rules/compile-rule";

/**
 * 核验结论 as a live formula in words: it looks at the cells as they are now, so that it never goes stale (SPEC P5).
 * 无误 is said only where a recomputed score stands beside the typed one, both agree, and a deduction has its reason.
 */
export const CONCLUSION = {
  moved: "行已变动，请重新核验",
  missing: "未填分",
  notNumber: "得分不是数值",
  negative: "负分",
  overFull: "高于满分",
  unexplained: "扣分未说明原因",
  mismatch: "与复算不符",
  agrees: "与复算相符",
  noData: "数据不足：",
  notJudged: "未复算",
  recomputed: "已复算",
  notApplicable: NOT_APPLICABLE_TEXT,
  fine: "无误",
} as const;

export interface ConclusionCells {
  /** The indicator's name as it stands in the table, and as it stood when the row was planned. */
  readonly name: FormulaNode;
  readonly plannedName: FormulaNode;
  /** Null where the table has no score column. */
  readonly score: FormulaNode | null;
  readonly fullMark: FormulaNode | null;
  readonly reason: FormulaNode | null;
  /** The recomputed score, blank text while it can not be told. */
  readonly recomputed: FormulaNode | null;
  /** What the rate and the rule read: the words for it, and where it stands. */
  readonly inputs: readonly { readonly label: string; readonly at: FormulaNode }[];
  readonly tolerance: Exact;
}

export function conclusionFormula(cells: ConclusionCells): FormulaNode {
  const { name, plannedName, score } = cells;
  const rest = score === null ? judgedWithoutScore(cells) : judgedScore(cells, score);
  return f.when(f.notEqual(name, plannedName), f.text(CONCLUSION.moved), rest);
}

function judgedScore(cells: ConclusionCells, score: FormulaNode): FormulaNode {
  const { fullMark, reason } = cells;
  const short = fullMark && f.less(f.decisive(f.subtract(score, fullMark)), f.number(ZERO));
  const unexplained = short && reason && f.call("AND", short, saysNothing(reason));
  const agreement = agreementFormula(cells, score, unexplained);
  // A deduction without a reason is said first; what recomputation has to say follows.
  const lead = unexplained && f.when(unexplained, f.text(`${CONCLUSION.unexplained}；`), f.blank);
  const judged = lead ? f.concat(lead, agreement) : agreement;
  const tooHigh = fullMark && f.greater(f.decisive(f.subtract(score, fullMark)), f.number(ZERO));
  const inRange =
    fullMark && tooHigh
      ? f.when(f.call("AND", f.call("ISNUMBER", fullMark), tooHigh), f.text(CONCLUSION.overFull), judged)
      : judged;
  return f.when(
    f.equal(score, f.blank),
    f.text(CONCLUSION.missing),
    f.when(
      f.call("ISNUMBER", score),
      f.when(f.less(score, f.number(ZERO)), f.text(CONCLUSION.negative), inRange),
      f.text(CONCLUSION.notNumber),
    ),
  );
}

/** 无误 only where nothing is unexplained either. */
function agreementFormula(cells: ConclusionCells, score: FormulaNode, unexplained: FormulaNode | null): FormulaNode {
  const { recomputed, tolerance } = cells;
  const unknown = unknownFormula(cells);
  if (recomputed === null) return unknown;
  const apart = f.greater(f.decisive(f.call("ABS", f.subtract(score, recomputed))), f.number(tolerance));
  const fine = unexplained
    ? f.when(unexplained, f.text(CONCLUSION.agrees), f.text(CONCLUSION.fine))
    : f.text(CONCLUSION.fine);
  return f.when(f.call("ISNUMBER", recomputed), f.when(apart, f.text(CONCLUSION.mismatch), fine), unknown);
}

function judgedWithoutScore(cells: ConclusionCells): FormulaNode {
  const unknown = unknownFormula(cells);
  return cells.recomputed
    ? f.when(f.call("ISNUMBER", cells.recomputed), f.text(CONCLUSION.recomputed), unknown)
    : unknown;
}

/** What is said where no recomputed number stands: 不适用, 数据不足 with the names of what is missing, else 未复算. */
function unknownFormula(cells: ConclusionCells): FormulaNode {
  const undecided = undecidedFormula(cells);
  const { recomputed } = cells;
  if (recomputed === null) return undecided;
  const words = f.text(CONCLUSION.notApplicable);
  return f.when(f.equal(recomputed, f.text(CONCLUSION.notApplicable)), words, undecided);
}

function undecidedFormula(cells: ConclusionCells): FormulaNode {
  const notJudged = f.text(CONCLUSION.notJudged);
  const { inputs } = cells;
  if (inputs.length === 0) return notJudged;
  const missing = inputs.map(({ label, at }) =>
    f.when(f.equal(f.call("COUNT", at), f.number(ZERO)), f.text(` ${shortLabel(label)}`), f.blank),
  );
  const list = missing.reduce((left, right) => f.concat(left, right));
  const given = f.call("COUNT", ...inputs.map(({ at }) => at));
  return f.when(
    f.less(given, f.number(ratio(inputs.length))),
    f.concat(f.text(CONCLUSION.noData), f.call("SUBSTITUTE", f.call("TRIM", list), f.text(" "), f.text("、"))),
    notJudged,
  );
}

const ZERO = ratio(0);

/** A text in a formula has at most 255 signs; what is missing need only be recognised. */
function shortLabel(label: string): string {
  const text = label.replace(/\s/g, "");
  return text.length > 24 ? `${text.slice(0, 24)}…` : text;
}

/** A reason of at most one sign (blank, 0, 无, /) or of dots alone explains nothing. */
export const saysNothing = (reason: FormulaNode): FormulaNode =>
  f.less(f.call("LEN", f.call("SUBSTITUTE", f.call("TRIM", reason), f.text("…"), f.blank)), f.number(ratio(2)));

/** Whether the words in a conclusion cell name a fault: for the conditional format, relative to its row. */
export function faultFormula(conclusion: FormulaNode): FormulaNode {
  const differs = (words: string): FormulaNode => f.notEqual(conclusion, f.text(words));
  const startsOtherwise = (words: string): FormulaNode =>
    f.notEqual(f.call("LEFT", conclusion, f.number(ratio(words.length))), f.text(words));
  return f.call(
    "AND",
    differs(""),
    differs(CONCLUSION.fine),
    differs(CONCLUSION.recomputed),
    differs(CONCLUSION.notApplicable),
    startsOtherwise(CONCLUSION.notJudged),
    startsOtherwise(CONCLUSION.noData),
  );
}
