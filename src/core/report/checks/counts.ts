import type { Finding } from "../../findings/finding";
import type { ReportReading } from "../read-report";
import { saidAt, textFinding } from "./context";

/** 4个股室 beside five names. */
export const counts = (reading: ReportReading): readonly Finding[] =>
  reading.relations.flatMap((relation) => {
    if (relation.is !== "count" || relation.verdict.is !== "contradicts") return [];
    const { span, stated, listed, noun } = relation;
    const said = saidAt(reading, span);
    return [
      textFinding(
        "report-count-mismatch",
        { ...said, stated: String(stated), listed: String(listed), noun },
        said.quote,
      ),
    ];
  });
