import type { Finding } from "../../findings/finding";
import { nameOf } from "../../model/path";
import { a1 } from "../../workbook/address";
import { isResult, lostMarks, missedAt } from "./lost-marks";
import { cellFinding, saidAt, type ReportContext } from "./context";

/** 全面完成了年初绩效工作目标 beside outputs and results that lost marks or missed their targets. */
export function claims(context: ReportContext): readonly Finding[] {
  const [first] = context.claims;
  if (!first) return [];
  const lost = new Set(lostMarks(context.tables).map(({ indicator }) => indicator));
  const said = saidAt(context, first);
  return context.tables.flatMap((reviewed) => {
    const against = reviewed.table.indicators.flatMap((indicator) => {
      const missed = missedAt(indicator);
      const isLost = lost.has(indicator) && (isResult(indicator) || missed !== null);
      const at = [...(missed ? [missed.at] : []), ...(isLost && indicator.score ? [indicator.score.at] : [])];
      return at.length === 0 ? [] : [{ name: nameOf(indicator.path), at }];
    });
    const [one] = against;
    if (!one) return [];
    const cells = against.flatMap(({ at }) => at.map(a1));
    const data = { ...said, first: one.name, count: String(against.length), cells };
    return [cellFinding("report-claim-contradicts", reviewed, one.at[0] ?? null, data, { subject: said.quote })];
  });
}
