import { readReport, type ReportReading } from "../../../src/core/report/read-report";
import type { Relation, Statement } from "../../../src/core/report/types";
import { numbersOf } from "../../../src/core/report/relations/numbers-of";
import type { ReportText } from "../../../src/core/workbook/report-text";

/** A text as a .txt gives it: each line a paragraph. */
const reportText = (text: string): ReportText => ({
  source: "txt",
  lost: [],
  blocks: text.split("\n").map((line, block) => ({
    is: "paragraph",
    text: line,
    level: null,
    listNumber: null,
    at: { block, from: 0, to: line.length },
  })),
});

export const read = (text: string): ReportReading => readReport(reportText(text));

const printed = ({ prose }: ReportReading, { from, to }: Statement): string => prose.printed.slice(from, to);

/** "holds 585.99万元 = 485.78万元 + …", "contradicts …": a relation as one line. */
function line(reading: ReportReading, relation: Relation): string {
  if (relation.is === "count") return `${relation.verdict.is} ${relation.stated}${relation.noun}: ${relation.listed}`;
  const [first = "", ...rest] = numbersOf(relation).map((one) => printed(reading, one));
  const joint = { parts: " + ", growth: ", ", share: " : ", rate: " : ", difference: " − " }[relation.is];
  return `${relation.verdict.is} ${first} = ${rest.join(joint)}`;
}

/** What the text says of itself, relation by relation. */
export const lines = (text: string): readonly string[] => {
  const reading = read(text);
  return reading.relations.map((relation) => line(reading, relation));
};

/** Only what contradicts. */
export const contradictions = (text: string): readonly string[] =>
  lines(text).filter((one) => one.startsWith("contradicts"));
