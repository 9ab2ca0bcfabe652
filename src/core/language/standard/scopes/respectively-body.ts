import { type Frame, itemsOf } from "./frame";
import { readStatements } from "../clauses/statements";
import { readRespectively, tierGaps } from "./tiers";
import { refuse } from "../words/problem";
import { problems } from "../words/problems";
import type { Token } from "../words/token";
import type { Composed } from "./composed";

const SILENT: ReadonlySet<string> = new Set(["note", "marker", "heading"]);

/** 优、良、中、差四档，分别得5、4、3、0分: names and as many amounts. Null where no sentence of the text is such a list. */
export function respectivelyBody(tokens: readonly Token[], frame: Frame): Composed | null {
  const sentence = sentenceWith(tokens, "respectively");
  const clause = sentence && readRespectively(tokens.slice(sentence.from, sentence.to), frame);
  if (!clause) return null;
  const rest = [...tokens.slice(0, sentence.from), ...tokens.slice(sentence.to)];
  for (const { statement } of itemsOf(readStatements(rest)))
    if (!SILENT.has(statement.type)) refuse(statement.at, problems.twoMethods);
  return { ok: true, clauses: [clause], named: clause.kind === "tiers" ? tierGaps(clause) : [] };
}

/** The sentence, stop to stop, that holds the first token of a type. */
function sentenceWith(
  tokens: readonly Token[],
  type: Token["type"],
): { readonly from: number; readonly to: number } | null {
  const at = tokens.findIndex((token) => token.type === type);
  if (at < 0) return null;
  const from = tokens.findLastIndex((token, i) => i < at && token.type === "stop") + 1;
  const next = tokens.findIndex((token, i) => i > at && token.type === "stop");
  return { from, to: next < 0 ? tokens.length : next };
}
