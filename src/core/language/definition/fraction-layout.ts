import { canonical } from "../../model/text";

/** A text with its fractions put in a line, and for every unit the place in the printed text that it stands for. */
export interface InLine {
  readonly text: string;
  readonly places: readonly number[];
}

/** 执行率=————×100%: a bar drawn in a line of its own, with at most the name before it and the factor behind it. */
const BAR = /^(?<before>[^-]*?)(?<bar>-[- ]*-+|_{3,}|━{2,}|═{2,})(?<behind>[^-]*)$/;
const FRAC = /\\[dt]?frac\s*\{([^{}]*)\}\s*\{([^{}]*)\}/g;

const TERM = "[^\\s=＝:：,，。;；×*÷/]{2,40}";
const SIGN_BEFORE = "(?:^|[=＝:：]|等于)\\s*";
const UP_TO_END = "\\s*(?:[×*xX]\\s*100\\s*[%％])?\\s*(?:[。;；\\n\\r]|$)";
/** 百分之九十 and 三分之二 are numbers. */
const BASE = `(?<bottom>(?![（(【[])${TERM}(?<![\\d百千万零〇一二两三四五六七八九十]))`;
/** 编制数分之在职人员数, bare or in a bracket of its own. */
const SHARES: readonly RegExp[] = [
  new RegExp(`(?<=${SIGN_BEFORE})${BASE}分之(?<top>${TERM}?)(?=${UP_TO_END})`, "g"),
  new RegExp(`(?<=${SIGN_BEFORE}[（(【[])${BASE}分之(?<top>${TERM}?)(?=[）)】\\]]${UP_TO_END})`, "g"),
];

/**
 * Fractions that a cell draws or says instead of printing a sign, as 名=(甲)/(乙)×100%: a bar between two lines,
 * \frac{甲}{乙}, or 乙分之甲. Null where there is none, and where what stands above or below the bar is not one term (SPEC D15).
 */
export function fractionsInLine(text: string): InLine | null {
  const start: InLine = { text, places: Array.from({ length: text.length }, (_, i) => i) };
  const barred = withBars(start);
  const written = SHARES.reduce(withShares, withFracs(barred));
  return written === start ? null : written;
}

function withFracs(from: InLine): InLine {
  if (!from.text.includes("frac")) return from;
  const build = new Builder(from);
  let last = 0;
  for (const match of from.text.matchAll(FRAC)) {
    const [whole, top = "", bottom = ""] = match;
    const topAt = match.index + whole.indexOf("{") + 1;
    const bottomAt = match.index + whole.lastIndexOf("{") + 1;
    build.copy([last, match.index]).fraction([topAt, topAt + top.length], [bottomAt, bottomAt + bottom.length]);
    last = match.index + whole.length;
  }
  return last === 0 ? from : build.copy([last, from.text.length]).result();
}

function withShares(from: InLine, share: RegExp): InLine {
  if (!from.text.includes("分之")) return from;
  const build = new Builder(from);
  let last = 0;
  for (const match of from.text.matchAll(share)) {
    const { top = "", bottom = "" } = match.groups ?? {};
    const topAt = match.index + match[0].length - top.length;
    build.copy([last, match.index]).fraction([topAt, topAt + top.length], [match.index, match.index + bottom.length]);
    last = match.index + match[0].length;
  }
  return last === 0 ? from : build.copy([last, from.text.length]).result();
}

interface Line {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

function withBars(from: InLine): InLine {
  if (!/[\n\r]/.test(from.text)) return from;
  const lines = linesOf(from.text);
  const build = new Builder(from);
  let last = 0;
  for (const [i, line] of lines.entries()) {
    const above = lines[i - 1];
    const below = lines[i + 1];
    const bar = BAR.exec(line.text)?.groups;
    if (!bar || !above || !below || above.from < last) continue;
    const drawn = drawnAt(line, bar, above, below);
    if (!drawn) continue;
    const { name, top, bottom, rest } = drawn;
    build.copy([last, above.from]).copy(name).fraction(top, bottom).copy(rest).copy([bottom[1], below.to]);
    last = below.to;
  }
  return last === 0 ? from : build.copy([last, from.text.length]).result();
}

type Extent = readonly [from: number, to: number];

/** The name stands before the bar, or before the numerator (执行率=执行数 over the bar). */
function drawnAt(
  line: Line,
  { before = "", behind = "" }: Readonly<Record<string, string | undefined>>,
  above: Line,
  below: Line,
): { readonly name: Extent; readonly top: Extent; readonly bottom: Extent; readonly rest: Extent } | null {
  const equals = above.text.lastIndexOf("=");
  const named = before.trim() !== "";
  if (named ? !/=\s*[[({]?\s*$/.test(before) || equals >= 0 : equals < 0) return null;
  const top: Extent = [above.from + (named ? 0 : equals + 1), above.to];
  const bottom: Extent = [below.from, below.from + (/^[^。;,=]*/.exec(below.text)?.[0].length ?? 0)];
  const name: Extent = named ? [line.from, line.from + before.length] : [above.from, above.from + equals + 1];
  const rest: Extent = [line.to - behind.length, line.to];
  const isTerm = ([from, to]: Extent, of: Line): boolean => /\p{L}/u.test(of.text.slice(from - of.from, to - of.from));
  // A line of dashes may as well part two formulas.
  if (/[*/%]/.test(above.text.slice(top[0] - above.from)) || below.text.charAt(bottom[1] - below.from) === "=")
    return null;
  return isTerm(top, above) && isTerm(bottom, below) ? { name, top, bottom, rest } : null;
}

function linesOf(text: string): readonly Line[] {
  const found: Line[] = [];
  let from = 0;
  for (const part of text.split(/\r\n|[\n\r]/)) {
    const at = text.indexOf(part, from);
    if (part.trim() !== "") found.push({ from: at, to: at + part.length, text: canonical(part) });
    from = at + part.length;
  }
  return found;
}

/** Puts a text together of pieces of another one, keeping the places. */
class Builder {
  private readonly of: InLine;
  private text = "";
  private readonly places: number[] = [];

  constructor(of: InLine) {
    this.of = of;
  }

  copy([from, to]: Extent): this {
    for (let i = from; i < to; i++) this.put(this.of.text.charAt(i), i);
    return this;
  }

  fraction(top: Extent, bottom: Extent): this {
    this.put("(", top[0])
      .copy(top)
      .put(")", top[1] - 1);
    this.put("/", bottom[0]);
    return this.put("(", bottom[0])
      .copy(bottom)
      .put(")", bottom[1] - 1);
  }

  result(): InLine {
    return { text: this.text, places: this.places };
  }

  private put(unit: string, at: number): this {
    this.text += unit;
    this.places.push(this.of.places[at] ?? at);
    return this;
  }
}
