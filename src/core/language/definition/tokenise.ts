import { ONE } from "../../model/exact";
import { unspaced } from "../../model/text";
import { carriesOver, endsFormula, isAside, operatorAt } from "./boundary";
import { factorAt, unsignedFactorAt } from "./factor";
import { figuresAt } from "./figures";
import { isArithmetic, nameEnd } from "./name-extent";
import { ReadingStopped, type Stop } from "./problem";
import { letterTimes } from "./sign";
import { isClosing, isDigit, isGroupOpening, isNameUnit, isOpening, skipSpaces, type Source } from "./source";
import { sumWordsAt } from "./sum-in-words";
import type { Note, Token, Tokens } from "./token";

/**
 * Cuts a formula's right side into tokens and finds where it ends: a name may hold spaces, brackets, quotation marks,
 * figures and hyphens, so what a sign is follows from its neighbours, never from a list of names (SPEC D2).
 * Throws ReadingStopped where the text can not be read without guessing.
 */
export function tokenise(source: Source, from: number, to: number): Tokens {
  return new Tokeniser(source, from, to).run();
}

const MAX_DEPTH = 32;

class Tokeniser {
  private readonly source: Source;
  private readonly from: number;
  private readonly to: number;
  private readonly tokens: Token[] = [];
  private readonly open: number[] = [];
  private readonly notes: Note[] = [];
  private i: number;

  constructor(source: Source, from: number, to: number) {
    this.source = source;
    this.from = from;
    this.to = to;
    this.i = from;
  }

  run(): Tokens {
    while (this.toNext()) this.take();
    const unclosed = this.open.at(-1);
    if (unclosed !== undefined) throw this.stop(unclosed, { why: "bracket-open", bracket: this.printed(unclosed) });
    return { tokens: this.tokens, end: this.tokens.at(-1)?.end ?? this.from, notes: this.notes };
  }

  /** Moves to the next token's first unit; false where the formula has ended. */
  private toNext(): boolean {
    const { text } = this.source;
    const before = this.i;
    const nested = this.open.length > 0;
    const pending = this.tokens.at(-1)?.kind === "operator" || this.tokens.length === 0;
    this.i = skipSpaces(text, this.i, this.to, nested || pending);
    if (this.i >= this.to) return false;
    if (text.charAt(this.i) === "\n") {
      if (!carriesOver(this.source, this.i, this.to)) return false;
      this.i = skipSpaces(text, this.i, this.to, true);
      return true;
    }
    if (nested) return true;
    return !endsFormula(this.source, this.i, this.from) && !(this.complete() && this.asideFollows(before));
  }

  private complete(): boolean {
    const last = this.tokens.at(-1);
    return last !== undefined && (last.kind === "number" || last.kind === "name" || last.kind === "close");
  }

  /** Words behind a complete formula (×100% 用以反映…, ×100%（见附表）) are no part of it. */
  private asideFollows(before: number): boolean {
    const { text, partner } = this.source;
    const unit = text.charAt(this.i);
    if (this.tokens.at(-1)?.kind === "close" && sumWordsAt(text, this.i) > 0) return false;
    if (isGroupOpening(unit)) {
      const close = partner[this.i] ?? -1;
      // A bracket that the next definition begins in (×100%（其中：乙=丙+丁）) is that definition's.
      return close >= this.to || (close > this.i && !isArithmetic(text.slice(this.i + 1, close)));
    }
    if (unsignedFactorAt(this.source, this.i, this.to)) return false;
    if (!isNameUnit(unit) || letterTimes(this.source, this.i) !== "letter") return false;
    return this.i > before || isAside(text, this.i);
  }

  private take(): void {
    const at = this.i;
    const unit = this.source.text.charAt(at);
    const operator = operatorAt(this.source, at);
    if (this.takeFactor(at) || this.takeSumWords(at)) return;
    if (operator) this.takeOperator(operator, at);
    else if (isGroupOpening(unit) && !this.opensName(at)) this.openGroup(at, unit);
    else if (isClosing(unit) && unit !== "》" && unit !== "〉") this.closeGroup(at, unit);
    else if (isDigit(unit)) this.takeFigures(at);
    else if (isNameUnit(unit) || isOpening(unit)) this.takeName(at, at);
    else throw this.unknown(at);
  }

  /** In words the order is open: 甲加上乙除以丙 may be a sum divided or a quotient added. */
  private takeOperator({ operator, length }: NonNullable<ReturnType<typeof operatorAt>>, at: number): void {
    const before = this.tokens.findLast((token) => token.kind === "operator" || token.kind === "open");
    const worded = before?.kind === "operator" && before.end - before.at > 1 && length > 1;
    if (worded && /[+-]/.test(before.operator) && /[*/]/.test(operator)) {
      const words = this.source.original.slice(before.at, at + length);
      throw this.stop(before.at, { why: "words", words });
    }
    this.push({ kind: "operator", operator, at, end: at + length });
  }

  /** A mistyped factor of 100%, or one without its sign; what it should be is certain, and said (SPEC D13). */
  private takeFactor(at: number): boolean {
    const last = this.tokens.at(-1);
    const signed = last?.kind === "operator" && (last.operator === "*" || last.operator === "/");
    const unsigned = !signed && this.complete() && unsignedFactorAt(this.source, at, this.to);
    const factor = signed || unsigned ? factorAt(this.source, at, this.to) : null;
    if (!factor || !(factor.slip || unsigned)) return false;
    this.notes.push({ of: "factor", text: this.source.original.slice(signed ? last.at : at, factor.end) });
    if (unsigned) this.push({ kind: "operator", operator: "*", at, end: at });
    this.push({ kind: "number", number: ONE, percent: true, at, end: factor.end });
    return true;
  }

  /** (甲率+乙率)之和 says twice what the signs say; behind another operation the words contradict them. */
  private takeSumWords(at: number): boolean {
    const last = this.tokens.at(-1);
    const length = last?.kind === "close" ? sumWordsAt(this.source.text, at) : 0;
    if (!last || length === 0) return false;
    if (!closesSum(this.tokens))
      throw this.stop(at, { why: "words", words: this.source.original.slice(at, at + length) });
    this.tokens[this.tokens.length - 1] = { ...last, end: at + length };
    this.i = at + length;
    return true;
  }

  /** A sentence that ends within a bracket: the bracket is what is wrong. */
  private unknown(at: number): ReadingStopped {
    const opened = this.open.at(-1);
    if (opened !== undefined && (this.source.partner[opened] ?? -1) < 0) {
      return this.stop(opened, { why: "bracket-open", bracket: this.printed(opened) });
    }
    const symbol = this.printed(at);
    return this.stop(at, /^[∑Σ∏Π]$/.test(symbol) ? { why: "sum-sign", symbol } : { why: "symbol", symbol });
  }

  private push(token: Token): void {
    this.tokens.push(token);
    this.i = token.end;
  }

  private openGroup(at: number, bracket: string): void {
    if (this.open.length >= MAX_DEPTH) throw this.stop(at, { why: "too-deep" });
    this.open.push(at);
    this.push({ kind: "open", bracket, at, end: at + 1 });
  }

  private closeGroup(at: number, bracket: string): void {
    const opened = this.open.pop();
    if (opened === undefined) throw this.stop(at, { why: "bracket-close", bracket: this.printed(at) });
    if (this.source.partner[at] !== opened) {
      throw this.stop(opened, { why: "bracket-open", bracket: this.printed(opened) });
    }
    this.push({ kind: "close", bracket, at, end: at + 1 });
  }

  /** （境）外收入: a bracket without arithmetic in it, and a name right behind it. */
  private opensName(at: number): boolean {
    const { text, partner } = this.source;
    const close = partner[at] ?? -1;
    if (close < 0 || close + 1 >= this.to || !isNameUnit(text.charAt(close + 1))) return false;
    if (letterTimes(this.source, close + 1) !== "letter" || operatorAt(this.source, close + 1)) return false;
    return !/[-*/+=%]/.test(text.slice(at + 1, close));
  }

  private takeFigures(at: number): void {
    const figures = figuresAt(this.source, at, this.to);
    if (figures.kind === "number") {
      this.push({ kind: "number", number: figures.number, percent: figures.percent, at, end: figures.end });
      return;
    }
    if (figures.hyphenated !== null) this.notes.push({ of: "hyphen", text: figures.hyphenated });
    this.takeName(at, figures.end);
  }

  private takeName(at: number, from: number): void {
    const extent = {
      source: this.source,
      from: this.from,
      to: this.to,
      nested: this.open.length > 0,
      notes: this.notes,
    };
    const end = nameEnd(extent, at, from);
    this.push({ kind: "name", text: unspaced(this.source.original.slice(at, end)), at, end });
  }

  private printed(at: number): string {
    return this.source.original.charAt(at);
  }

  private stop(at: number, stop: Stop): ReadingStopped {
    return new ReadingStopped(at, stop);
  }
}

/** True where the bracket that closes last holds additions and nothing else outside its own brackets. */
function closesSum(tokens: readonly Token[]): boolean {
  let depth = 0;
  let added = false;
  for (let i = tokens.length - 1; i >= 0; i--) {
    const token = tokens[i];
    if (token?.kind === "close") depth++;
    else if (token?.kind === "open" && --depth === 0) return added;
    else if (token?.kind === "operator" && depth === 1) {
      if (token.operator !== "+") return false;
      added = true;
    }
  }
  return false;
}
