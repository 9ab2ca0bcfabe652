import { readQuantityName } from "../language/definition/quantity-name";
import type { DefinitionUse } from "../quantities/definition-use";
import type { Finding } from "../findings/finding";
import { evaluateExpression } from "../language/definition/evaluate";
import { printExpression } from "../language/definition/print";
import { variablesOf } from "../language/definition/variables";
import type { Expression } from "../rules/definition";
import { decimalPlaces, decimalText, ratio, type Exact } from "../model/exact";
import { BLANK, known } from "../model/value";
import { rateFinding } from "./rate-findings";

type Lookup = (variable: string) => Exact | null;

/** Numbers that can hardly be meant as typed: 元 beside 万元, 90 beside 0.9, a part larger than its whole (SPEC Q8). */
export function scaleFindings(use: DefinitionUse, lookup: Lookup): readonly Finding[] {
  const { expression } = use.definition;
  const quotients = quotientsOf(expression);
  return [
    ...percentScale(use, lookup),
    ...quotients.flatMap((quotient) => unitScale(use, quotient, lookup)),
    ...quotients.flatMap((quotient) => partsExceedWhole(use, quotient, lookup)),
  ];
}

interface Quotient {
  readonly left: Expression;
  readonly right: Expression;
}

function quotientsOf(node: Expression): readonly Quotient[] {
  if (node.op === "number" || node.op === "variable") return [];
  if (node.op === "negate") return quotientsOf(node.of);
  const inner = [...quotientsOf(node.left), ...quotientsOf(node.right)];
  return node.op === "divide" ? [...inner, node] : inner;
}

const TEN_THOUSAND = 10_000;
/** A quotient this near to 10,000 (or its inverse) is a change of unit; a true rate of that size is not met. */
const NEAR = 3;

/** 元 beside 万元: sides of a quotient that differ by a factor around 10,000. */
function unitScale(use: DefinitionUse, { left, right }: Quotient, lookup: Lookup): readonly Finding[] {
  if (variablesOf(left).length === 0 || variablesOf(right).length === 0 || !isMoney(use, left, right)) return [];
  const above = valueOf(left, lookup)?.abs();
  const below = valueOf(right, lookup)?.abs();
  if (!above || !below || above.equals(0) || below.equals(0)) return [];
  const [large, small, of, to] = above.compare(below) > 0 ? [above, below, left, right] : [below, above, right, left];
  const factor = large.div(small);
  if (factor.compare(ratio(TEN_THOUSAND, NEAR)) < 0 || factor.compare(ratio(TEN_THOUSAND * NEAR)) > 0) return [];
  const data = {
    name: printExpression(of),
    value: shown(large),
    compared: `${printExpression(to)} ${shown(small)}`,
    factor: String(TEN_THOUSAND),
  };
  return [rateFinding(use, "unit-scale", data, { subject: printExpression(of) })];
}

/** Counts of people or cases may differ by any factor; amounts of money of one rate do not. */
const isMoney = (use: DefinitionUse, ...sides: readonly Expression[]): boolean => {
  const names = sides.flatMap(variablesOf);
  const money = /经费|资金|预算|决算|支出|收入|金额|成本|投资|总额|结转|结余|采购|款|费|价/;
  return names.every((name) => money.test(name)) && !/每|人均|单位成本|平均/.test(use.definition.name);
};

/** 90 beside 0.9, or 1 - 90: shares of one formula that are typed on two scales. */
function percentScale(use: DefinitionUse, lookup: Lookup): readonly Finding[] {
  const shares = use.definition.variables.flatMap((variable) => {
    const number = isShare(variable) ? lookup(variable) : null;
    return number ? [{ variable, number }] : [];
  });
  const large = shares.filter(({ number }) => number.abs().compare(2) > 0);
  const asFraction = shares.some(({ number }) => !number.equals(0) && number.abs().compare(ratio(3, 2)) <= 0);
  if (
    large.length === 0 ||
    !(
      asFraction ||
      addsToOne(
        use.definition.expression,
        large.map(({ variable }) => variable),
      )
    )
  )
    return [];
  return large.map(({ variable, number }) =>
    rateFinding(
      use,
      "percent-scale",
      { name: variable, value: shown(number), suggested: shown(number.div(100)) },
      { subject: variable },
    ),
  );
}

/** Most names hold none of the letters in which a share's name ends, and are not worth reading closely. */
const isShare = (variable: string): boolean =>
  /[率例重比度]/.test(variable) && SHARE.test(readQuantityName(variable).core);

/** 温度 and 长度 end in the same sign and are no shares. */
const SHARE = /(?:率|比例|比重|占比|(?:进|完成|执行|实现|满意|支持|知晓|认可|达标|合格|覆盖|达成|合规|准确|及时)度)$/;

/** 1-甲 or 甲-1: the formula itself counts the share as a fraction. */
function addsToOne(node: Expression, shares: readonly string[]): boolean {
  if (node.op === "number" || node.op === "variable") return false;
  if (node.op === "negate") return addsToOne(node.of, shares);
  const isOne = (side: Expression): boolean => side.op === "number" && side.number.equals(1);
  const isShareOf = (side: Expression): boolean => side.op === "variable" && shares.includes(side.name);
  const here =
    (node.op === "add" || node.op === "subtract") &&
    ((isOne(node.left) && isShareOf(node.right)) || (isOne(node.right) && isShareOf(node.left)));
  return here || addsToOne(node.left, shares) || addsToOne(node.right, shares);
}

/** 实际在用固定资产总额 of 所有固定资产总额: the whole names itself as all of what the part is some of. */
function partsExceedWhole(use: DefinitionUse, { left, right }: Quotient, lookup: Lookup): readonly Finding[] {
  if (left.op !== "variable" || right.op !== "variable" || !/[所全]/.test(right.name)) return [];
  const part = readQuantityName(left.name);
  const whole = readQuantityName(right.name);
  const all = /^(?:所有|全部|全体)的?/.exec(whole.core);
  if (!all || !part.core.endsWith(whole.core.slice(all[0].length)) || part.yearOffset !== whole.yearOffset) return [];
  const sum = lookup(left.name);
  const total = lookup(right.name);
  if (!sum || !total || sum.compare(total) <= 0) return [];
  const data = { parts: left.name, whole: right.name, sum: shown(sum), total: shown(total) };
  return [rateFinding(use, "parts-exceed-whole", data, { subject: left.name })];
}

function valueOf(node: Expression, lookup: Lookup): Exact | null {
  const outcome = evaluateExpression(node, (variable) => {
    const number = lookup(variable);
    return number ? known(number) : BLANK;
  });
  return outcome.state === "known" ? outcome.number : null;
}

const shown = (number: Exact): string => decimalText(number, decimalPlaces(number, 6));
