import { LABELLED, PLAIN_FORMS, ROUNDED, type PlainForm } from "./plain-forms";
import type { Source } from "./source";

/** The source with every form of `plain-forms` in its plain words; each sign knows where its form was typed. */
export const plainSource = (source: Source): Source => inPlainForms(source, PLAIN_FORMS);

/** 优（≥95%）：12分: without the label. */
export const withoutLabels = (source: Source): Source => inPlainForms(source, LABELLED);

function inPlainForms(source: Source, forms: readonly PlainForm[]): Source {
  return forms.reduce((read, { find, as }) => replaced(read, find, as), source);
}

/** Without a remark on how the score is rounded, and whether there was one. */
export function withoutRounding(source: Source): { readonly source: Source; readonly rounded: boolean } {
  const remark = ROUNDED.exec(source.text);
  return remark
    ? { source: replaced(source, new RegExp(ROUNDED.source, "g"), () => ""), rounded: true }
    : { source, rounded: false };
}

function replaced(source: Source, find: RegExp, as: (...groups: string[]) => string | null): Source {
  if (source.text.search(find) < 0) return source;
  let text = "";
  const positions: number[] = [];
  const spacedBefore = new Set<number>();
  const brokenBefore = new Set<number>();
  const copy = (from: number, to: number): void => {
    for (let i = from; i < to; i++) {
      if (source.spacedBefore.has(i)) spacedBefore.add(text.length);
      if (source.brokenBefore.has(i)) brokenBefore.add(text.length);
      text += source.text.charAt(i);
      positions.push(source.positions[i] ?? 0);
    }
  };
  let at = 0;
  for (const match of source.text.matchAll(find)) {
    const plain = as(...match.slice(1).map((group: string | undefined) => group ?? ""));
    if (plain === null) continue;
    copy(at, match.index);
    text += plain;
    while (positions.length < text.length) positions.push(source.positions[match.index] ?? 0);
    at = match.index + match[0].length;
  }
  copy(at, source.text.length);
  return { typed: source.typed, text, positions, spacedBefore, brokenBefore };
}
