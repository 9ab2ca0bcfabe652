/**
 * Where the words in front of a position begin: behind the last of the marks before it, not before `earliest`. Step by step
 * backwards, since a pattern that is only held at its end is tried from every place of a long text.
 */
export function clauseStart(text: string, at: number, marks: string, earliest = 0): number {
  let from = at;
  while (from > earliest && !marks.includes(text.charAt(from - 1))) from--;
  return from;
}
