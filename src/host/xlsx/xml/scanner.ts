import { tooDeep, unreadable } from "../unreadable";
import { decodeEntities, unifyLineEnds } from "./characters";
import { LIMITS } from "../zip/limits";
import { isMain, MAIN, XML } from "./namespaces";

export const OPEN = 1;
export const CLOSE = 2;
export const TEXT = 3;
export const END = 4;
export type TokenKind = typeof OPEN | typeof CLOSE | typeof TEXT | typeof END;

const LT = 60;
const GT = 62;
const SLASH = 47;
const BANG = 33;
const QUESTION = 63;
const EQUALS = 61;
const COLON = 58;

/**
 * A pull tokenizer for the large parts, with the place of every token in the source, so that a patch changes
 * only what it means to. It reads namespaces, comments, CDATA, processing instructions, either quote and any order
 * of attributes, and reports malformed XML; a DTD is refused, no entity is ever expanded beyond the five (SPEC X4).
 * An element without content gives OPEN and then CLOSE, like any other; `empty` tells the two forms apart.
 */
export class XmlScanner {
  readonly source: string;
  kind: TokenKind = END;
  /** The token's first character and the one after its last. */
  start = 0;
  end = 0;
  /** Elements open around the token; at OPEN and CLOSE the element itself counts. */
  depth = 0;
  /** At OPEN: the element is written `<c/>`. */
  empty = false;
  private cdata = false;
  private nameStart = 0;
  private localStart = 0;
  private nameEnd = 0;
  private attributeCount = 0;
  private readonly attributes: number[] = [];
  /** Where the names of the open elements begin and end, by depth. */
  private readonly open: number[] = [];
  private readonly bindings = new Map<string, string>([["xml", XML]]);
  private readonly rebound: { depth: number; prefix: string; before: string | undefined }[] = [];
  /** Whether an element without a prefix belongs to SpreadsheetML; null until asked. */
  private defaultMain: boolean | null = null;
  private closing = false;
  private rooted = false;
  /** The next place where a character or entity that XML may not hold was seen. */
  private suspect = -1;

  constructor(source: string, from = 0) {
    this.source = source;
    this.end = from === 0 && source.charCodeAt(0) === 0xfeff ? 1 : from;
    // A scan from within starts in text that was scanned before.
    if (from === 0) this.findSuspect(this.end);
  }

  /** Binds a prefix ("x:" or nothing) to SpreadsheetML, for a scan from within a part whose root declares it. */
  declare(prefix: string): void {
    this.bindings.set(prefix.replace(/:$/, ""), MAIN);
    this.defaultMain = null;
  }

  next(): TokenKind {
    if (this.kind === CLOSE) this.leave();
    if (this.closing) return this.closeEmpty();
    for (;;) {
      const from = this.end;
      this.start = from;
      const source = this.source;
      if (from >= source.length) return this.finish();
      if (source.charCodeAt(from) !== LT) {
        const to = source.indexOf("<", from);
        this.end = to < 0 ? source.length : to;
        this.cdata = false;
        if (this.depth > 0) return this.token(TEXT);
        if (!/^[ \t\r\n]*$/.test(source.slice(from, this.end))) this.malformed("text outside the root element");
        continue;
      }
      const sign = source.charCodeAt(from + 1);
      if (sign === SLASH) return this.closeTag();
      if (sign === BANG) {
        if (this.skipMarkup()) return this.token(TEXT);
      } else if (sign === QUESTION) this.passOver("?>", 2);
      else return this.openTag();
    }
  }

  /** The element's name without its prefix. */
  get local(): string {
    return this.source.slice(this.localStart, this.nameEnd);
  }

  /** Where a new attribute can be put: right after the element's name. */
  get attributesStart(): number {
    return this.nameEnd;
  }

  /** The prefix with its colon, or nothing. */
  get prefix(): string {
    return this.source.slice(this.nameStart, this.localStart);
  }

  get namespace(): string {
    const prefix = this.localStart === this.nameStart ? "" : this.source.slice(this.nameStart, this.localStart - 1);
    const namespace = this.bindings.get(prefix);
    if (namespace === undefined && prefix !== "") this.malformed(`the prefix ${prefix} stands for nothing`);
    return namespace ?? "";
  }

  /** Whether the element belongs to SpreadsheetML itself. */
  get main(): boolean {
    if (this.localStart !== this.nameStart) return isMain(this.namespace);
    return (this.defaultMain ??= isMain(this.namespace));
  }

  /** The value of an attribute of the open tag, by its name as written; null where it is not there. */
  attribute(name: string): string | null {
    const at = this.findAttribute(name);
    return at < 0 ? null : this.valueAt(at);
  }

  private valueAt(at: number): string {
    const value = this.source.slice(this.attributes[at + 2], this.attributes[at + 3]);
    return decodeEntities(/[\t\r\n]/.test(value) ? value.replace(/\r\n|[\t\r\n]/g, " ") : value);
  }

  /** Where the attribute stands: its name's first character and the one after its closing quote. */
  attributePlace(name: string): { readonly start: number; readonly end: number } | null {
    const at = this.findAttribute(name);
    return at < 0 ? null : { start: this.attributes[at] ?? 0, end: (this.attributes[at + 3] ?? 0) + 1 };
  }

  /** All attributes as written, in order. */
  allAttributes(): [name: string, value: string][] {
    const all: [string, string][] = [];
    for (let at = 0; at < this.attributeCount; at += 4) {
      all.push([this.source.slice(this.attributes[at], this.attributes[at + 1]), this.valueAt(at)]);
    }
    return all;
  }

  /** The characters of a TEXT token. */
  text(): string {
    if (this.cdata) return unifyLineEnds(this.source.slice(this.start + 9, this.end - 3));
    return decodeEntities(unifyLineEnds(this.source.slice(this.start, this.end)));
  }

  /** Reads on to the end of the element just opened and gives the text that stands directly in it. */
  content(): string {
    const depth = this.depth;
    let content = "";
    for (;;) {
      const kind = this.next();
      if (kind === TEXT) {
        if (this.depth === depth) content = content === "" ? this.text() : content + this.text();
      } else if (kind === CLOSE && this.depth === depth) return content;
    }
  }

  /** Reads on to the end of the element just opened; the token is then its CLOSE. */
  skip(): void {
    const depth = this.depth;
    while (this.next() !== CLOSE || this.depth !== depth);
  }

  private findAttribute(name: string): number {
    const { attributes, source } = this;
    for (let at = 0; at < this.attributeCount; at += 4) {
      const start = attributes[at] ?? 0;
      if ((attributes[at + 1] ?? 0) - start === name.length && source.startsWith(name, start)) return at;
    }
    return -1;
  }

  private openTag(): TokenKind {
    if (this.depth === 0 && this.rooted) this.malformed("a second root element");
    this.rooted = true;
    this.readName(this.start + 1);
    const found = this.readAttributes(this.nameEnd);
    if (++this.depth > LIMITS.depth) tooDeep();
    this.open[this.depth * 2] = this.nameStart;
    this.open[this.depth * 2 + 1] = this.nameEnd;
    if (found) this.bindPrefixes();
    this.closing = this.empty;
    return this.token(OPEN);
  }

  private readName(from: number): void {
    const { source } = this;
    let at = from;
    this.nameStart = from;
    this.localStart = from;
    for (; at < source.length; at++) {
      const sign = source.charCodeAt(at);
      if (sign === COLON && this.localStart === from && at > from) this.localStart = at + 1;
      else if (isNameEnd(sign)) break;
    }
    this.nameEnd = at;
    if (this.localStart === at || !startsName(source.charCodeAt(from))) this.malformed("a tag without a name");
  }

  /** Reads to the end of the open tag; tells whether a namespace is declared in it. */
  private readAttributes(from: number): boolean {
    const { source, attributes } = this;
    let at = from;
    let count = 0;
    let declares = false;
    for (;;) {
      const gap = at;
      while (isSpace(source.charCodeAt(at))) at++;
      const sign = source.charCodeAt(at);
      if (sign === GT || sign === SLASH) {
        this.empty = sign === SLASH;
        if (this.empty && source.charCodeAt(at + 1) !== GT) this.malformed("a stray slash");
        this.end = at + (this.empty ? 2 : 1);
        break;
      }
      if (gap === at) this.malformed(Number.isNaN(sign) ? "a tag that does not end" : "attributes run together");
      const nameStart = at;
      while (!isNameEnd(source.charCodeAt(at))) at++;
      const nameEnd = at;
      if (!startsName(source.charCodeAt(nameStart))) this.malformed("an attribute without a name");
      while (isSpace(source.charCodeAt(at))) at++;
      if (source.charCodeAt(at) !== EQUALS) this.malformed("an attribute without a value");
      at++;
      while (isSpace(source.charCodeAt(at))) at++;
      const quote = source[at];
      const close = quote === '"' || quote === "'" ? source.indexOf(quote, at + 1) : -1;
      if (close < 0) this.malformed("a value without quotes");
      attributes[count] = nameStart;
      attributes[count + 1] = nameEnd;
      attributes[count + 2] = at + 1;
      attributes[count + 3] = close;
      count += 4;
      at = close + 1;
      declares ||= source.startsWith("xmlns", nameStart);
    }
    this.attributeCount = count;
    if (count > 0) this.checkAttributes();
    return declares;
  }

  private checkAttributes(): void {
    const less = this.source.indexOf("<", this.start + 1);
    if (less >= 0 && less < this.end) this.malformed("a < inside a tag");
    if (this.attributeCount === 4) return;
    const { attributes, source } = this;
    if (this.attributeCount > 64) {
      const names = new Set(this.allAttributes().map(([name]) => name));
      if (names.size * 4 < this.attributeCount) this.malformed("an attribute stands twice");
      return;
    }
    for (let one = 4; one < this.attributeCount; one += 4) {
      const start = attributes[one] ?? 0;
      const length = (attributes[one + 1] ?? 0) - start;
      for (let other = 0; other < one; other += 4) {
        const before = attributes[other] ?? 0;
        if ((attributes[other + 1] ?? 0) - before !== length || source[before] !== source[start]) continue;
        if (source.startsWith(source.slice(start, start + length), before)) this.malformed("an attribute stands twice");
      }
    }
  }

  private bindPrefixes(): void {
    for (const [name, value] of this.allAttributes()) {
      if (name !== "xmlns" && !name.startsWith("xmlns:")) continue;
      const prefix = name.slice(6);
      this.rebound.push({ depth: this.depth, prefix, before: this.bindings.get(prefix) });
      this.bindings.set(prefix, value);
      this.defaultMain = null;
    }
  }

  private closeTag(): TokenKind {
    this.readName(this.start + 2);
    let at = this.nameEnd;
    while (isSpace(this.source.charCodeAt(at))) at++;
    if (this.source.charCodeAt(at) !== GT) this.malformed("an end tag that does not end");
    this.end = at + 1;
    const length = this.nameEnd - this.nameStart;
    const start = this.open[this.depth * 2] ?? 0;
    const same = this.depth > 0 && (this.open[this.depth * 2 + 1] ?? 0) - start === length;
    if (!same || !sameText(this.source, start, this.nameStart, length))
      this.malformed(`</${this.local}> closes nothing`);
    return this.token(CLOSE);
  }

  /** The end of an element written `<c/>`: its place is that of the whole tag. */
  private closeEmpty(): TokenKind {
    this.closing = false;
    return (this.kind = CLOSE);
  }

  private leave(): void {
    while (this.rebound.length > 0 && this.rebound[this.rebound.length - 1]?.depth === this.depth) {
      const last = this.rebound.pop();
      this.defaultMain = null;
      if (last?.before === undefined) this.bindings.delete(last?.prefix ?? "");
      else this.bindings.set(last.prefix, last.before);
    }
    this.depth--;
  }

  /** Passes a comment; true at a CDATA section, which is text. */
  private skipMarkup(): boolean {
    if (this.source.startsWith("<!--", this.start)) {
      this.passOver("--", 4);
      if (this.source.charCodeAt(this.end) !== GT) this.malformed("two hyphens in a comment");
      this.end++;
      return false;
    }
    if (this.source.startsWith("<![CDATA[", this.start) && this.depth > 0) {
      this.passOver("]]>", 9);
      this.cdata = true;
      return true;
    }
    if (/^<!(DOCTYPE|ENTITY)/i.test(this.source.slice(this.start, this.start + 9))) {
      unreadable("unsafe-xml", "XML 声明了文档类型", "the XML declares a document type");
    }
    return this.malformed("unknown markup");
  }

  private passOver(close: string, opening: number): void {
    const at = this.source.indexOf(close, this.start + opening);
    if (at < 0) this.malformed(`${close} is missing`);
    this.end = at + close.length;
    // Entities and brackets mean nothing in here, characters that XML may not hold stay forbidden.
    while (this.suspect >= this.start && this.suspect < this.end) {
      if (!"&]".includes(this.source[this.suspect] ?? "")) this.malformed("a character that XML may not hold");
      this.findSuspect(this.suspect + 1);
    }
  }

  private token(kind: TokenKind): TokenKind {
    if (this.suspect >= 0 && this.suspect < this.end && !(kind === TEXT && this.cdata)) this.judgeSuspect(kind);
    return (this.kind = kind);
  }

  private judgeSuspect(kind: TokenKind): void {
    while (this.suspect >= 0 && this.suspect < this.end) {
      const inTag = kind !== TEXT && this.source[this.suspect] === "]";
      if (!inTag) this.malformed("a character or entity that XML may not hold");
      this.findSuspect(this.suspect + 1);
    }
  }

  private findSuspect(from: number): void {
    SUSPECT.lastIndex = from;
    this.suspect = SUSPECT.exec(this.source)?.index ?? -1;
  }

  private finish(): TokenKind {
    if (this.depth > 0) this.malformed("an element that does not end");
    if (!this.rooted) this.malformed("no root element");
    return (this.kind = END);
  }

  private malformed(what: string): never {
    return unreadable("bad-xml", `XML 写法有误，第 ${this.start} 个字符`, `${what} (character ${this.start})`);
  }
}

const SUSPECT =
  // eslint-disable-next-line no-control-regex -- exactly the characters that XML 1.0 forbids
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[0-9a-fA-F]+);)|\]\]>/g;

const isSpace = (sign: number): boolean => sign === 32 || sign === 10 || sign === 13 || sign === 9;

/** Whatever ends a name: space, slash, > or =, a sign that no name holds, and the end of the source (NaN). */
const isNameEnd = (sign: number): boolean =>
  !(sign > 62) &&
  (sign <= 32 ||
    sign === SLASH ||
    sign === GT ||
    sign === EQUALS ||
    sign === LT ||
    Number.isNaN(sign) ||
    sign === 34 ||
    sign === 39);

const startsName = (sign: number): boolean =>
  (sign >= 97 && sign <= 122) || (sign >= 65 && sign <= 90) || sign === 95 || sign >= 128;

function sameText(source: string, a: number, b: number, length: number): boolean {
  for (let at = 0; at < length; at++) if (source.charCodeAt(a + at) !== source.charCodeAt(b + at)) return false;
  return true;
}
