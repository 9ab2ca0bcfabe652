import { ratio } from "../../model/exact";
import { canonical, compact } from "../../model/text";
import type { Expression } from "../../rules/definition";
import { printedNumberAt } from "./factor";
import { HUNDRED_PERCENT } from "./parse";
import { ReadingStopped } from "./problem";
import type { Source } from "./source";

/** A formula without the factor that only says how its value is shown. */
export interface Shown {
  readonly expression: Expression;
  /** The value is a fraction to be shown as a percentage. */
  readonly percent: boolean;
  /** Factors that were printed otherwise and read as ×100%. */
  readonly slips: readonly string[];
}

/**
 * Takes the factor 100% out, wherever in a product it is printed (…)×100%, 甲×100%/乙, 1-甲/乙×100%. The bare ×100 makes a
 * percentage of the quotient of a rate and of nothing that is counted per hundred; a factor that fits neither stops the
 * reader, for the value would be a hundred times too large or too small (SPEC D5, D13).
 */
export function withoutPercentFactor(expression: Expression, name: string, source: Source): Shown {
  const kind = kindOf(name);
  const stripped = strip(expression);
  const plain = stripped === expression;
  const divided = plain ? [] : divisorsOfHundred(expression);
  if (kind === "per-hundred") return { expression: stripped, percent: !plain, slips: divided };
  const scale = new Scale(source, kind);
  const read = scale.read(stripped, plain);
  return { ...read, slips: [...divided, ...read.slips] };
}

type ValueKind = "rate" | "percent-unit" | "per-hundred" | "index" | "other";

const RATE_NAME = /(?:率|比|比重|比例|占比|百分比|(?<![密浓强高长宽厚深温湿速额年精硬尺])度)$/;
const PER_HUNDRED = /每百|百(?:人|户|名|元|公里|平方米|平米|亩|万|吨|台|辆|床)/;
const INDEX = /(?:指数|得分|分数|评分|分值|系数)$/;
const UNIT_OTHER = /\((?:单位:)?[^()%]*(?:[元人户个件台亩吨次天张辆]|‰)[^()%]*\)$/;

/** What a definition of this name is worth: 结余率（%） in points of a percent, 每百户拥有量（台/百户） in pieces. */
function kindOf(printed: string): ValueKind {
  const name = compact(printed).replace(/["'《》]/g, "");
  if (/\((?:单位:)?(?:%|百分[比点数])\)$/.test(name)) return "percent-unit";
  if (PER_HUNDRED.test(name) || UNIT_OTHER.test(name)) return "per-hundred";
  const bare = name.replace(/\([^()]*\)$/, "");
  if (INDEX.test(bare)) return "index";
  return RATE_NAME.test(bare) ? "rate" : "other";
}

function strip(node: Expression): Expression {
  if (node.op === "number" || node.op === "variable") return node;
  if (node.op === "negate") {
    const of = strip(node.of);
    return of === node.of ? node : { ...node, of };
  }
  const left = strip(node.left);
  const right = strip(node.right);
  if ((node.op === "multiply" || node.op === "divide") && right === HUNDRED_PERCENT) return left;
  if (node.op === "multiply" && left === HUNDRED_PERCENT) return right;
  return left === node.left && right === node.right ? node : { ...node, left, right };
}

/** ÷100% is printed where ×100% is meant; the value is the same. */
function divisorsOfHundred(node: Expression): readonly string[] {
  if (node.op === "number" || node.op === "variable") return [];
  if (node.op === "negate") return divisorsOfHundred(node.of);
  const own = node.op === "divide" && node.right === HUNDRED_PERCENT ? ["÷100%"] : [];
  return [...divisorsOfHundred(node.left), ...divisorsOfHundred(node.right), ...own];
}

type Product = Extract<Expression, { readonly left: Expression }>;
type NumberNode = Extract<Expression, { readonly op: "number" }>;

/** The terms of a formula on one scale: fractions, or hundredths that a bare ×100 made. */
class Scale {
  private readonly source: Source;
  private readonly kind: ValueKind;
  private readonly slips: string[] = [];

  constructor(source: Source, kind: ValueKind) {
    this.source = source;
    this.kind = kind;
  }

  /** `plain`: no 100% stood in the formula. */
  read(whole: Expression, plain: boolean): Shown {
    const terms = termsOf(whole);
    const hundredfold = terms.filter((term) => this.hundredfold(term) !== null);
    if (hundredfold.length === 0) {
      if (!plain) this.refuseMixed(terms);
      const single = terms.length === 1 ? this.withoutSlip(whole) : whole;
      return this.shown(single, !plain || this.slips.length > 0);
    }
    if (this.kind === "index" && plain) return this.shown(whole, false);
    const wrong = hundredfold[0];
    if (wrong && (this.kind === "other" || this.kind === "index")) this.refuse(wrong);
    const mixed = terms.some((term) => !hundredfold.includes(term) && !this.isConstant(term, plain));
    if (wrong && mixed) this.refuse(wrong);
    if (this.kind === "rate") this.slips.push("×100");
    return this.shown(this.asFraction(whole), true);
  }

  private shown(expression: Expression, percent: boolean): Shown {
    return { expression, percent, slips: this.slips };
  }

  /** The quotient of a term with ×100 or 100×, or null. */
  private hundredfold(term: Expression): Expression | null {
    const factor = term.op === "multiply" ? factorOf(term) : null;
    return factor && factor.number.number.equals(100) && this.signOf(factor.number) === "" ? factor.of : null;
  }

  /** 100 in 100-甲/乙×100, 100% in 100%-甲/乙×100: numbers that say their own scale. */
  private isConstant(term: Expression, plain: boolean): boolean {
    if (term.op !== "number") return false;
    return term === HUNDRED_PERCENT || this.signOf(term) === "%" || (plain && term.number.compare(2) >= 0);
  }

  private asFraction(node: Expression): Expression {
    if (node.op === "number") {
      return node === HUNDRED_PERCENT || this.signOf(node) === "%" ? node : { ...node, number: node.number.div(100) };
    }
    if (node.op === "negate") return { ...node, of: this.asFraction(node.of) };
    if (node.op === "add" || node.op === "subtract") {
      return { ...node, left: this.asFraction(node.left), right: this.asFraction(node.right) };
    }
    return this.hundredfold(node) ?? node;
  }

  /** A single product whose factor is a power of ten that makes no rate of it. */
  private withoutSlip(node: Expression): Expression {
    const factor = node.op === "multiply" || node.op === "divide" ? factorOf(node) : null;
    if (!factor || (this.kind !== "rate" && this.kind !== "percent-unit")) return node;
    const sign = this.signOf(factor.number);
    const { number } = factor.number;
    if (node.op === "multiply" && sign === "‰" && number.equals(1)) return factor.of;
    if (node.op === "multiply" && sign === "%" && isPowerOfTen(number.div(10))) {
      this.slips.push(`×${this.printed(factor.number)}`);
      return factor.of;
    }
    const bare = sign === "" && (number.equals(10) || (node.op === "divide" && number.equals(100)));
    if (bare || (sign !== "" && (number.equals(0) || isPowerOfTen(number) || isPowerOfTen(ratio(1).div(number))))) {
      this.refuse(factor.number);
    }
    return node;
  }

  /** 100-甲/乙×100%: one term in hundredths, the other a fraction. */
  private refuseMixed(terms: readonly Expression[]): void {
    const hundred = terms.find((term) => term.op === "number" && this.signOf(term) === "" && term.number.equals(100));
    if (hundred && terms.length > 1) this.refuse(hundred);
  }

  private signOf(node: NumberNode): string {
    if (node === HUNDRED_PERCENT) return "%";
    return node.at === undefined ? "" : printedNumberAt(this.source, node.at).sign;
  }

  private printed(node: NumberNode): string {
    return node.at === undefined ? "" : printedNumberAt(this.source, node.at).text;
  }

  private refuse(node: Expression): never {
    const factor = node.op === "multiply" ? factorOf(node)?.number : node.op === "number" ? node : null;
    const at = factor?.at ?? node.at ?? 0;
    throw new ReadingStopped(at, { why: "factor", factor: canonical(factor ? this.printed(factor) : "") });
  }
}

const isPowerOfTen = (number: ReturnType<typeof ratio>): boolean =>
  [1, 10, 100, 1000].some((power) => number.equals(power));

function termsOf(node: Expression): readonly Expression[] {
  if (node.op === "negate") return termsOf(node.of);
  if (node.op === "add" || node.op === "subtract") return [...termsOf(node.left), ...termsOf(node.right)];
  return [node];
}

/** The number that a quotient is multiplied by (or divided by), and the quotient. */
function factorOf(node: Product): { readonly number: NumberNode; readonly of: Expression } | null {
  if (node.right.op === "number" && hasQuotient(node.left)) return { number: node.right, of: node.left };
  if (node.op === "multiply" && node.left.op === "number" && hasQuotient(node.right))
    return { number: node.left, of: node.right };
  return null;
}

function hasQuotient(node: Expression): boolean {
  if (node.op === "number" || node.op === "variable") return false;
  if (node.op === "negate") return hasQuotient(node.of);
  return node.op === "divide" || hasQuotient(node.left) || hasQuotient(node.right);
}
