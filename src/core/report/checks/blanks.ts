import type { Finding } from "../../findings/finding";
import { BLANKS } from "../words/blanks";
import type { ReportReading } from "../read-report";
import { saidAt, textFinding } from "./context";

const AFTER = 3;

/** Numbers that were left out; each sentence is told once. */
export function blanks(reading: ReportReading): readonly Finding[] {
  const { text, sentenceAt, printed } = reading.prose;
  const told = new Set<number>();
  return BLANKS.flatMap((pattern) =>
    [...text.matchAll(pattern)].flatMap((match) => {
      const sentence = sentenceAt(match.index);
      if (told.has(sentence.index)) return [];
      told.add(sentence.index);
      const to = Math.min(match.index + match[0].length + AFTER, sentence.to);
      const said = saidAt(reading, sentence);
      const gap = printed.slice(match.index, to).replace(/[，。；,;\s]+$/, "");
      return [textFinding("report-blank", { ...said, gap }, said.quote)];
    }),
  );
}
