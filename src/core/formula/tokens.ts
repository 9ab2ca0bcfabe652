import { tokenize, type Token } from "@borgar/fx/xlsx";

/**
 * Tokens of a formula text, with two things mended that the library does not read:
 * quoted links with a path ('C:\报表\[b.xlsx]S'!A1), and lost references with a sheet ('S'!#REF!).
 * Offsets stay those of the text that was given.
 */
export function formulaTokens(text: string): readonly Token[] {
  return joinLostReferences(tokenize(foldPaths(text), { withLocation: true }));
}

/** 'C:\报表\[b.xlsx]S'! → '[C__报表_b.xlsx]S'!: same length, and a form that the library knows. */
function foldPaths(text: string): string {
  let result = "";
  let at = 0;
  while (at < text.length) {
    const quote = text[at];
    if (quote !== '"' && quote !== "'") {
      result += quote ?? "";
      at++;
      continue;
    }
    const end = closingQuote(text, at);
    const quoted = text.slice(at, end);
    result += quote === "'" && text[end] === "!" ? foldPath(quoted) : quoted;
    at = end;
  }
  return result;
}

/** The offset just behind the closing quote; the end of the text where it is not closed. */
function closingQuote(text: string, start: number): number {
  const quote = text[start];
  for (let at = start + 1; at < text.length; at++) {
    if (text[at] !== quote) continue;
    if (text[at + 1] !== quote) return at + 1;
    at++;
  }
  return text.length;
}

function foldPath(quoted: string): string {
  const open = quoted.lastIndexOf("[");
  const close = quoted.lastIndexOf("]");
  if (open <= 1 || close < open) return quoted;
  const path = quoted.slice(1, open) + quoted.slice(open + 1, close);
  return `'[${path.replace(/[\\/:*?[\]']/g, "_")}${quoted.slice(close)}`;
}

/** [sheet] [!] [#REF!] is one lost reference. */
function joinLostReferences(tokens: readonly Token[]): readonly Token[] {
  const joined: Token[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const [token, bang, error] = [tokens[i], tokens[i + 1], tokens[i + 2]];
    if (!token) continue;
    const lost = token.type.startsWith("context") && bang?.value === "!" && error?.type === "error";
    if (!lost) {
      joined.push(token);
      continue;
    }
    joined.push({ ...error, loc: [token.loc?.[0] ?? 0, error.loc?.[1] ?? 0] });
    i += 2;
  }
  return joined;
}

/** True where one pair of brackets encloses the whole formula: =(A1-B1). */
export function isBracketed(tokens: readonly Token[]): boolean {
  const body = tokens.filter((token) => token.type !== "whitespace" && token.type !== "fx_prefix");
  if (body[0]?.value !== "(" || body.at(-1)?.value !== ")") return false;
  let depth = 0;
  for (const [index, token] of body.entries()) {
    if (token.type !== "operator" && token.type !== "func") continue;
    if (token.value === "(") depth++;
    if (token.value === ")") depth--;
    if (depth === 0) return index === body.length - 1;
  }
  return false;
}
