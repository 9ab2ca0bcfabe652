import { sumExact } from "../model/exact";
import { itemStyle } from "../model/item-style";
import type { FundingBlock, FundingRow } from "../model/scoring-table";
import { compact } from "../model/text";

/**
 * Which rows of a funding block are sources of money themselves and which only break down the one before. Numbering and
 * dashes say so (1、 over （1）); a second 其中 begins a breakdown whose end nothing says, so that every end is tried.
 */

/** A source with the rows that break it down. */
export interface BrokenDown {
  readonly whole: FundingRow;
  readonly parts: readonly FundingRow[];
}

const MONEY = ["initialBudget", "budget", "executed"] as const;

const styleOf = ({ label }: FundingRow): string => itemStyle(compact(label).replace(/^其中:?/, "")) ?? "";

/** A style met for the first time goes one deeper, one met before goes back; between 1、 and 2、 a row without any is a part of 1、. */
function depths(parts: readonly FundingRow[]): readonly number[] {
  const stack: string[] = [];
  const numbered = parts.map(styleOf);
  const [first] = numbered;
  return numbered.map((style, i) => {
    if (style === "" && first !== "") return numbered.slice(i + 1).some((each) => each === first) ? 1 : 0;
    const known = stack.indexOf(style);
    if (known >= 0) stack.length = known + 1;
    else stack.push(style);
    return stack.length - 1;
  });
}

/** The rows that may make the total, likeliest first: all that are not set below another; without a breakdown that 其中 begins. */
export function directParts(block: FundingBlock): readonly (readonly FundingRow[])[] {
  const top = topRows(block);
  const nested = nestedFrom(top);
  const ends = nested < 0 ? [] : top.slice(nested).map((_, offset) => nested + offset + 1);
  return [top, ...ends.map((end) => top.filter((_, index) => index < nested || index >= end))];
}

function topRows({ parts }: FundingBlock): readonly FundingRow[] {
  const deep = depths(parts);
  return parts.filter((_, i) => deep[i] === 0);
}

const nestedFrom = (rows: readonly FundingRow[]): number =>
  rows.findIndex(({ label }, index) => index > 0 && compact(label).startsWith("其中"));

/** The sources that are broken down, as far as it is certain which rows do so. */
export function brokenDown(block: FundingBlock): readonly BrokenDown[] {
  const deep = depths(block.parts);
  const found: { whole: FundingRow; parts: FundingRow[] }[] = [];
  for (const [i, part] of block.parts.entries()) {
    if (deep[i] === 0) found.push({ whole: part, parts: [] });
    else if (deep[i] === 1) found.at(-1)?.parts.push(part);
  }
  return [...found.filter(({ parts }) => parts.length > 0), ...saidAgain(block)];
}

/** A breakdown that 其中 begins ends where the rest makes the total, in as many columns as any end does. */
function saidAgain(block: FundingBlock): readonly BrokenDown[] {
  const top = topRows(block);
  const nested = nestedFrom(top);
  const whole = top[nested - 1];
  if (!whole) return [];
  const ends = top.slice(nested).map((_, offset) => nested + offset + 1);
  const fitting = ends.map((end) => ({ end, fits: columnsThatFit(block, top.filter((_, i) => i < nested || i >= end)) }));
  const best = fitting.reduce((a, b) => (b.fits > a.fits ? b : a), { end: nested, fits: 0 });
  return best.fits === 0 ? [] : [{ whole, parts: top.slice(nested, best.end) }];
} // prettier-ignore

const columnsThatFit = ({ total }: FundingBlock, rows: readonly FundingRow[]): number =>
  MONEY.filter((column) => {
    const stated = total?.cells[column]?.stated;
    const sum = sumExact(rows.flatMap(({ cells }) => cells[column]?.stated?.number ?? []));
    return stated?.number.equals(sum) === true && stated.number.s > 0n && stated.number.n > 0n;
  }).length;
