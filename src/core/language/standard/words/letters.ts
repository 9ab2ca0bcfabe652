/** What a stretch of a text is read as. */
export interface Edit {
  readonly at: number;
  readonly end: number;
  readonly text: string;
}

/** A name that a letter may stand for: words, and nothing that compares, computes or scores. */
const NAME = "[^,;。:()≥≤<>=*/+\\d\\sA-Za-z]{2,16}?";
const IS = "(?:为|代表|表示|是指|指|是|=)";
const LEAD = "(?:(?:其中|式中|设|令|记|注|公式中)[:,]?)*";
const LIST = `${LEAD}[A-Za-z]${IS}${NAME}(?:[,、;和及][A-Za-z]${IS}${NAME})*`;

/** （A为完成率，B为满意度）; 其中：A表示验收合格率。: in brackets, or a sentence of its own. */
const DECLARED = new RegExp(`\\(${LIST}\\)|(?<=^|[,;。])${LIST}(?=[,;。]|$)`, "g");
const ONE_DECLARED = new RegExp(`([A-Za-z])${IS}(${NAME})(?=[,、;和及)。]|$)`, "g");
/** 设完成率为A，…: the name first. */
const NAME_FIRST = new RegExp(
  `(?<=^|[;。,])(?:设|令|记|若)?(${NAME})(?:记为|设为|为|用|以)([A-Za-z])(?:表示|代表)?[,;。]`,
  "g",
);
/** 完成率（A）≥90%, 到位率A=甲÷乙: behind its name. */
const BEHIND = new RegExp(`(?<=${NAME})(?:\\(([A-Za-z])\\)|([A-Za-z])(?==[^=]))`, "g");

/**
 * A text with what its letters stand for in their places (SPEC L61): the declarations go, and every other such letter
 * becomes its name. A letter with two names, or used nowhere else, stays as it is.
 */
export function namedLetters(text: string): readonly Edit[] {
  if (!/[A-Za-z]/.test(text)) return [];
  const told = [...inLists(text), ...firstNamed(text), ...behindNames(text)];
  const names = new Map<string, ReadonlySet<string>>();
  for (const { letter, name } of told) names.set(letter, new Set([...(names.get(letter) ?? []), name]));
  const spans = told.filter(({ letter }) => names.get(letter)?.size === 1);
  const within = (i: number): boolean => spans.some(({ at, end }) => i >= at && i < end);
  const used = [...text.matchAll(/(?<![A-Za-z])[A-Za-z](?![A-Za-z级类档等股])/g)].flatMap(({ 0: letter, index }) => {
    const [name, ...more] = names.get(letter) ?? [];
    if (name === undefined || more.length > 0 || within(index)) return [];
    return [{ letter, at: index, end: index + 1, text: text.slice(0, index).endsWith(name) ? "" : name }];
  });
  const declared = spans.filter(({ letter }) => used.some((one) => one.letter === letter));
  const gone = new Map(declared.map(({ at, end }) => [at, { at, end, text: "" }]));
  return [...gone.values(), ...used].toSorted((a, b) => a.at - b.at);
}

interface Told {
  readonly letter: string;
  readonly name: string;
  readonly at: number;
  readonly end: number;
}

/** Of a sentence, with the sign that parts it from its neighbour. */
function inLists(text: string): Told[] {
  return [...text.matchAll(DECLARED)].flatMap(({ 0: whole, index }) => {
    const isLast = index + whole.length >= text.replace(/[。;]$/, "").length;
    const at = whole.startsWith("(") || !isLast ? index : Math.max(index - 1, 0);
    const end = index + whole.length + (whole.startsWith("(") || isLast ? 0 : 1);
    return [...whole.matchAll(ONE_DECLARED)].map(([, letter = "", name = ""]) => ({ letter, name, at, end }));
  });
}

const firstNamed = (text: string): Told[] =>
  [...text.matchAll(NAME_FIRST)].map(({ 0: whole, 1: name = "", 2: letter = "", index }) => ({
    letter,
    name,
    at: index,
    end: index + whole.length,
  }));

const behindNames = (text: string): Told[] =>
  [...text.matchAll(BEHIND)].map(({ 0: whole, 1: bracketed, 2: bare = "", index }) => ({
    letter: bracketed ?? bare,
    name: /[^,;。:()≥≤<>=*/+\d\sA-Za-z]+$/.exec(text.slice(0, index))?.[0] ?? "",
    at: index,
    end: index + whole.length,
  }));
