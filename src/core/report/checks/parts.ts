import type { Finding } from "../../findings/finding";
import { percentText, sumExact } from "../../model/exact";
import { baseValue } from "../relations/rounding";
import type { PartsRelation } from "../types";
import type { ReportReading } from "../read-report";
import { inUnitOf, printedStatement, saidAt, textFinding } from "./context";

/** Parts that make more than their whole, and complete lists that make less. */
export const partsOfWholes = (reading: ReportReading): readonly Finding[] =>
  reading.relations.flatMap((relation) =>
    relation.is === "parts" && relation.verdict.is === "contradicts" ? [partsFinding(reading, relation)] : [],
  );

function partsFinding(reading: ReportReading, { whole, parts }: PartsRelation): Finding {
  const sum = sumExact(parts.map(baseValue));
  const gap = sum.sub(baseValue(whole));
  const places = parts.reduce((most, { decimals }) => Math.max(most, decimals), whole.decimals);
  const last = parts.at(-1) ?? whole;
  const isNear = whole.sentence === (parts[0] ?? whole).sentence;
  // an amount of an earlier sentence is named by the message; quoted is the list
  const from = isNear ? Math.min(whole.labelFrom, (parts[0] ?? whole).labelFrom) : (parts[0] ?? whole).labelFrom;
  const said = saidAt(reading, { from, to: Math.max(last.to, isNear ? whole.to : last.to) });
  const amounts = { sum: inUnitOf(whole, sum, places), gap: inUnitOf(whole, gap.abs(), places) };
  const total = printedStatement(reading, whole);
  if (gap.s < 0n) {
    const share = percentText(gap.abs().div(baseValue(whole)), 1);
    return textFinding("parts-listed-short", { ...said, whole: total, ...amounts, share, count: String(parts.length) }, said.quote);
  }
  const names = parts.map((part) => part.label || printedStatement(reading, part)).join("、");
  const data = { parts: names, whole: whole.label, sum: amounts.sum, total, said: { ...said, excess: amounts.gap } };
  return textFinding("parts-exceed-whole", data, said.quote);
} // prettier-ignore
