import type { FindingData } from "../../findings/catalogue";
import type { Finding } from "../../findings/finding";
import { percentText } from "../../model/exact";
import type { Relation } from "../types";
import type { ReportReading } from "../read-report";
import { inUnitOf, printedStatement, saidAt, textFinding } from "./context";

type Computed = Extract<Relation, { is: "growth" | "share" | "rate" | "difference" }>;

/** Growth, shares, rates and differences that the numbers beside them do not give. */
export const arithmetic = (reading: ReportReading): readonly Finding[] =>
  reading.relations.flatMap((relation) =>
    relation.is === "growth" || relation.is === "share" || relation.is === "rate" || relation.is === "difference"
      ? arithmeticFinding(reading, relation)
      : [],
  );

function arithmeticFinding(reading: ReportReading, relation: Computed): readonly Finding[] {
  const { verdict } = relation;
  if (verdict.is !== "contradicts") return [];
  const { numbers, stated } = sidesOf(relation);
  const first = [...numbers, stated].reduce((a, b) => (b.from < a.from ? b : a));
  const last = [...numbers, stated].reduce((a, b) => (b.to > a.to ? b : a));
  const isNear = first.sentence === last.sentence;
  const said = saidAt(reading, { from: isNear ? first.labelFrom : stated.labelFrom, to: last.to });
  const isAmount = stated.measure.dimension !== "percent";
  const computed = isAmount
    ? inUnitOf(stated, verdict.computed)
    : percentText(verdict.computed.abs(), Math.max(2, stated.decimals));
  const [a, b] = numbers.map((one) => printedStatement(reading, one));
  const data: FindingData["report-arithmetic"] = {
    ...said,
    of: relation.is === "growth" && isAmount ? "previous" : relation.is,
    stated: printedStatement(reading, stated),
    computed,
    from: [a ?? "", b ?? ""],
    hint: verdict.hint,
  };
  return [textFinding("report-arithmetic", data, said.quote)];
}

/** What the stated number is computed from; where an increase contradicts the amount before it, that is what is wrong. */
function sidesOf(relation: Computed) {
  switch (relation.is) {
    case "growth":
      return { numbers: [relation.of, relation.delta ?? relation.previous ?? relation.of], stated: relation.wrong };
    case "difference":
      return { numbers: [relation.a, relation.b], stated: relation.result };
    case "share":
    case "rate":
      return { numbers: [relation.part, relation.whole], stated: relation.percent };
  }
}
