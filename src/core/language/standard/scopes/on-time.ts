import { ZERO } from "../../../model/exact";
import type { Range } from "../conditions/range";
import { IS_LATE, ON_TIME } from "../words/award-words";
import { TIME_UNITS } from "../words/direction";
import type { Awards } from "./awarded";
import type { Frame } from "./frame";

/** 按期完成得8分，逾期10天以内得5分，逾期10—30天得3分: beside levels of lateness “in time” is no day late. */
export function withOnTime(awards: Awards, frame: Frame): Awards {
  const { lines, cases } = awards;
  const [done, ...more] = cases.filter(({ words, score }) => score.equals(frame.full) && ON_TIME.test(words));
  const [first] = lines.flatMap(({ range }) => range.low ?? range.high ?? []);
  if (!done || more.length > 0 || first?.unit.of !== "counter" || !TIME_UNITS.test(first.unit.name)) return awards;
  const isLate = lines.every(
    ({ range, score }) => score.compare(frame.full) < 0 && IS_LATE.test(range.subject?.name ?? ""),
  );
  if (!isLate) return awards;
  const name = `逾期${first.unit.name}数`;
  const late = (range: Range): Range => ({ ...range, subject: { name, absolute: false, at: range.subject?.at ?? 0 } });
  const none = late({ subject: null, low: null, high: { value: ZERO, unit: first.unit, closed: true }, point: false });
  return {
    ...awards,
    lines: [
      { range: none, score: done.score, at: done.at, item: done.item },
      ...lines.map((line) => ({ ...line, range: late(line.range) })),
    ],
    cases: cases.filter((one) => one !== done),
    rests: awards.rests.map((rest) => ({ ...rest, after: rest.after + 1 })),
  };
}
