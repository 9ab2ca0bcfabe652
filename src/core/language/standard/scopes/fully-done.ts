import { ONE } from "../../../model/exact";
import type { Awards } from "./awarded";
import { type Frame, type Item, textOf } from "./frame";
import type { Range } from "../conditions/range";
import type { Token } from "../words/token";
import { FULLY } from "../words/award-words";

/**
 * 全部完成得10分，完成90%得8分; 全部完成得满分，完成率每降低1%扣…: beside rates of completion “all done” is the rate 100 %.
 */
export function withFullyDone(awards: Awards, items: readonly Item[], frame: Frame): Awards {
  const { lines, cases } = awards;
  const [done, ...more] = cases.filter(({ words, score }) => score.equals(frame.full) && FULLY.test(words));
  if (!done || more.length > 0 || lines.some(({ score }) => score.compare(frame.full) >= 0)) return awards;
  const rates =
    lines.length > 0
      ? lines.every(({ range }) => [range.low, range.high].every((end) => end === null || end.unit.of === "rate"))
      : items.some(({ statement, used }) => !used && goesByRate(statement, frame));
  if (!rates) return awards;
  const end = { value: ONE, unit: { of: "rate" }, closed: true } as const;
  const range: Range = { subject: null, low: end, high: null, point: false };
  const line = { range, score: done.score, at: done.at, item: done.item };
  return {
    ...awards,
    lines: [line, ...lines],
    cases: cases.filter((one) => one !== done),
    rests: awards.rests.map((rest) => ({ ...rest, after: rest.after + 1 })),
  };
}

/** 完成率每降低1%扣…, 按完成比例得分. */
const goesByRate = (statement: Item["statement"], frame: Frame): boolean =>
  statement.type === "deduct"
    ? stepsByRate(statement.condition)
    : statement.type === "proportion" && !statement.loss && textOf(statement.base, frame).includes("完成");

const stepsByRate = (condition: readonly Token[]): boolean =>
  condition.some(({ type }) => type === "each") &&
  condition.some((token) => token.type === "number" && token.unit.of === "rate");
