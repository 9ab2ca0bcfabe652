import type { Prose } from "./prose";

/** The words in front of a number, from the mark that parts them from what was said before. */
export const wordsOf = (
  { text }: Prose,
  { labelFrom, from }: { readonly labelFrom: number; readonly from: number },
): string => text.slice(labelFrom, from);
