import type { Finding } from "../../findings/finding";
import { decimalText } from "../../model/exact";
import { nameOf } from "../../model/path";
import type { Indicator } from "../../model/scoring-table";
import { a1 } from "../../workbook/address";
import { SURVEY, SURVEY_IN_CELL } from "../words/claims";
import { cellFinding, type ReportContext } from "./context";

/** Satisfaction with a value or marks, and no survey in the text, the reason, the evidence or the remark. */
export function evidence(context: ReportContext): readonly Finding[] {
  const isInText = context.prose.sentences.some(({ from, to }) => SURVEY.test(context.prose.text.slice(from, to)));
  if (isInText) return [];
  return context.tables.flatMap((reviewed) =>
    reviewed.table.indicators.flatMap((indicator) => {
      if (!nameOf(indicator.path).includes("满意") || hasSurvey(indicator)) return [];
      const { score } = indicator;
      if (!score?.stated || score.stated.number.s <= 0n) return [];
      const value = valueOf(indicator) ?? `${decimalText(score.stated.number, 2)} 分`;
      const data = { name: nameOf(indicator.path), value, cell: a1(score.at) };
      const about = { path: indicator.path, subject: "" };
      return [cellFinding("report-evidence-absent", reviewed, score.at, data, about)];
    }),
  );
}

const valueOf = ({ actual }: Indicator): string | null =>
  actual?.shown ?? (typeof actual?.raw === "string" || typeof actual?.raw === "number" ? String(actual.raw) : null);

const hasSurvey = ({ reason, evidence: material, remark, actual }: Indicator): boolean =>
  [reason, material, remark, actual].some((cell) => typeof cell?.raw === "string" && SURVEY_IN_CELL.test(cell.raw));
