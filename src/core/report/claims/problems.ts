import type { Prose, Sentence } from "../text/prose";
import { NEXT_STEPS, NO_PROBLEM, PROBLEM_HEADING, PROBLEM_SAID } from "../words/claims";

/** What a report says under 存在的问题. */
export interface ProblemSection {
  readonly sentences: readonly Sentence[];
  /** True where it says that there is none. */
  readonly saysNone: boolean;
}

/** The sentences under headings that speak of problems, to the next heading of the same level, or behind 存在的问题：. */
export function readProblems(prose: Prose): ProblemSection | null {
  const sentences = [...underHeadings(prose), ...saidInLine(prose)];
  if (sentences.length === 0) return null;
  const texts = sentences.map(({ from, to }) => prose.text.slice(from, to));
  return { sentences, saysNone: texts.every((text) => NO_PROBLEM.test(text)) };
}

function underHeadings({ text, sentences }: Prose): readonly Sentence[] {
  const found: Sentence[] = [];
  let level: number | null = null;
  for (const sentence of sentences) {
    const { heading } = sentence;
    if (heading !== null && (level === null || heading <= level)) {
      const words = text.slice(sentence.from, sentence.to);
      level = PROBLEM_HEADING.test(words) ? heading : null;
    } else if (heading !== null && NEXT_STEPS.test(text.slice(sentence.from, sentence.to))) {
      // 存在的问题及改进措施 in one chapter: what is planned is no problem
      level = null;
    } else if (level !== null && heading === null) found.push(sentence);
  }
  return found;
}

const saidInLine = ({ text, sentences }: Prose): readonly Sentence[] =>
  sentences.flatMap((sentence) => {
    const said = sentence.heading === null ? PROBLEM_SAID.exec(text.slice(sentence.from, sentence.to)) : null;
    if (!said) return [];
    const from = sentence.from + said.index + said[0].length;
    return from < sentence.to - 1 ? [{ ...sentence, from }] : [];
  });
