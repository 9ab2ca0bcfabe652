import { LABELLED, PLAIN_FORMS, ROUNDED, STATED_MARK, type PlainForm } from "./plain-forms";
import { type Exact, exactFromText } from "../../../model/exact";
import { exceptionOf, type Exception } from "./exceptions";
import { type Edit, namedLetters } from "./letters";
import type { Source } from "./source";

/** The source with every form of `plain-forms` in its plain words; each sign knows where its form was typed. */
export const plainSource = (source: Source): Source => inPlainForms(source, PLAIN_FORMS);

/** With what its letters stand for: （A为完成率）. */
export const withNamedLetters = (source: Source): Source => edited(source, namedLetters(source.text));

/** Without 本项满分10分。 in front, where it says what the table says; another number stays, and is refused. */
export function withoutStatedMark(source: Source, full: Exact): Source {
  const stated = STATED_MARK.exec(source.text);
  const isFull = exactFromText(stated?.[1] ?? "")?.equals(full) === true;
  return stated && isFull ? edited(source, [{ at: 0, end: stated[0].length, text: "" }]) : source;
}

/** 优（≥95%）：12分: without the label. */
export const withoutLabels = (source: Source): Source => inPlainForms(source, LABELLED);

function inPlainForms(source: Source, forms: readonly PlainForm[]): Source {
  return forms.reduce((read, { find, as }) => replaced(read, find, as), source);
}

/** Without the one exception that it prints, and which; null where it prints none. */
export function withoutException(source: Source): { readonly source: Source; readonly exception: Exception } | null {
  const found = exceptionOf(source.text);
  return found && { source: edited(source, [found.edit]), exception: found.exception };
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
  const edits = [...source.text.matchAll(find)].flatMap((match): Edit[] => {
    const text = as(...match.slice(1).map((group: string | undefined) => group ?? ""));
    return text === null ? [] : [{ at: match.index, end: match.index + match[0].length, text }];
  });
  return edited(source, edits);
}

/** The source with every stretch as it is read, in their order. */
function edited(source: Source, edits: readonly Edit[]): Source {
  if (edits.length === 0) return source;
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
  let done = 0;
  for (const { at, end, text: plain } of edits) {
    copy(done, at);
    text += plain;
    while (positions.length < text.length) positions.push(source.positions[at] ?? 0);
    done = end;
  }
  copy(done, source.text.length);
  return { typed: source.typed, text, positions, spacedBefore, brokenBefore };
}
