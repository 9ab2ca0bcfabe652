import { append } from "../../workbook/lists-by-key";
import type { Statement } from "../types";

/** The numbers of each sentence that has any, by the index of the sentence. */
export type BySentence = ReadonlyMap<number, readonly Statement[]>;

export function groupBySentence(statements: readonly Statement[]): BySentence {
  const groups = new Map<number, Statement[]>();
  for (const one of statements) append(groups, one.sentence, one);
  return groups;
}
