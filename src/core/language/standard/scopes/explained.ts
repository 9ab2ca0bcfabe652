import { bareWords } from "../conditions/question";
import { tokenise } from "../words/lexer";
import { Unreadable } from "../words/problem";
import { readSource } from "../words/source";
import type { Token } from "../words/token";
import type { Element } from "./elements-body";

/**
 * The numbered elements that a cell of explanations lists: ①目标清楚；②路径可行. Empty where it numbers none, or not from 1 on: what
 * is not a list is not taken for one.
 */
export function elementsOf(explanation: string): readonly Element[] {
  const source = readSource(explanation);
  const tokens = tokensOf(source);
  const marker = tokens.find(({ type }) => type === "marker");
  if (marker?.type !== "marker") return [];
  const elements: Element[] = [];
  let open: { readonly ordinal: number; readonly at: number } | null = null;
  const close = (end: number): void => {
    if (open) elements.push({ ordinal: open.ordinal, words: bareWords(source.text.slice(open.at, end)) });
    open = null;
  };
  for (const token of tokens) {
    if (token.type === "marker" && token.style === marker.style) {
      close(lastEnd(source.text, token.at));
      open = { ordinal: token.ordinal, at: token.end };
    } else if (token.type === "stop" && source.text.charAt(token.at) !== ".") {
      // what stands behind the stop is no element, unless the next number follows
      close(token.at);
    }
  }
  close(source.text.length);
  const inOrder = elements.every(({ ordinal, words }, i) => ordinal === i + 1 && words !== "");
  return inOrder ? elements : [];
}

const SEPARATORS = ";,。、\n";

function lastEnd(text: string, at: number): number {
  let end = at;
  while (end > 0 && SEPARATORS.includes(text.charAt(end - 1))) end--;
  return end;
}

function tokensOf(source: ReturnType<typeof readSource>): readonly Token[] {
  try {
    return tokenise(source);
  } catch (problem) {
    if (problem instanceof Unreadable) return [];
    throw problem;
  }
}
