import { problems } from "./problems";
import { refuse } from "./problem";
import type { Span, Token } from "./token";

/** Whether the indicator's target is a figure or words: some texts print a method for each in one cell. */
export type IndicatorKind = "quantitative" | "qualitative";

const LEAD =
  /^(?:若为|如为|若是|如是|如果是|如果为|对于?|属于|凡是?|其中)?["《(]?(定性|定量)(?:类|型)?(?:指标|目标)?(?!.*(?:定性|定量))/;
const BEGINS: ReadonlySet<string> = new Set(["marker", "stop", "break", "comma", "open"]);

interface Method {
  readonly kind: IndicatorKind;
  readonly at: number;
}

/**
 * 1.若为定性指标，…；2.若为定量指标，…: the tokens of the method that applies, all of them where the text has one method
 * only. Without the kind such a text has two readings and is refused (SPEC L14).
 */
export function methodFor(tokens: readonly Token[], kind: IndicatorKind | undefined): readonly Token[] {
  const methods = tokens.flatMap((token, at): Method[] => {
    if (token.type !== "word" || !(at === 0 || BEGINS.has(tokens[at - 1]?.type ?? ""))) return [];
    const found = LEAD.exec(token.text)?.[1];
    return found === undefined ? [] : [{ kind: found === "定性" ? "qualitative" : "quantitative", at }];
  });
  if (new Set(methods.map((method) => method.kind)).size < 2) return tokens;
  const [first] = methods;
  const place = tokens[first?.at ?? 0]?.at ?? 0;
  if (methods.length > 2) return refuse(place, problems.twoMethods);
  if (kind === undefined) return refuse(place, problems.needsKind);
  const index = methods.findIndex((method) => method.kind === kind);
  const from = methods[index]?.at ?? 0;
  const to = methods[index + 1]?.at ?? tokens.length;
  return [...prelude(tokens, first?.at ?? 0), ...withoutTitle(withoutMarker(tokens.slice(from, to)))];
}

/** 定量指标得分按照以下方法评定：… */
function withoutTitle(tokens: readonly Token[]): readonly Token[] {
  const colon = tokens.findIndex(({ type }) => type === "colon");
  const earlier = tokens.slice(0, Math.max(colon, 0)).some(({ type }) => SAYS.has(type));
  return colon > 0 && !earlier ? tokens.slice(colon + 1) : tokens;
}

const SAYS: ReadonlySet<string> = new Set(["comma", "stop", "number", "full", "zero", "marker"]);

const SIDES =
  /\(即:?(?:若?(?:定量)?指标值?|目标值)?为?(?:≥|>=)\*?,?得分=B\/A\*[该本]?指标分值[,;](?:若?(?:定量)?指标值?|目标值)?为?(?:≤|<=)\*?,?得分=A\/B\*[该本]?指标分值\)?/;

/** 按B/A或A/B×分值（即：≥…得分=B/A×分值；≤…得分=A/B×分值）: the bracket says the same once more. */
export function repeatedSides(text: string): Span | null {
  const match = text.includes("B/A或A/B") ? SIDES.exec(text) : null;
  return match && { at: match.index, end: match.index + match[0].length };
}

/** What stands before both methods holds for either; a list number in front of them says nothing. */
const prelude = (tokens: readonly Token[], end: number): readonly Token[] => withoutMarker(tokens.slice(0, end));

function withoutMarker(tokens: readonly Token[]): readonly Token[] {
  return tokens.at(-1)?.type === "marker" ? tokens.slice(0, -1) : tokens;
}
