import { unreadable } from "../unreadable";

/** Characters of XML text and of SpreadsheetML's own escapes (ST_Xstring), both ways. */
const NAMED: ReadonlyMap<string, string> = new Map([["amp", "&"], ["lt", "<"], ["gt", ">"], ["quot", '"'], ["apos", "'"]]); // prettier-ignore

/** Resolves the five named and all numbered entities; any other is malformed, since no DTD is read. */
export function decodeEntities(text: string): string {
  if (!text.includes("&")) return text;
  return text.replace(/&([^;&]*);?/g, (whole, body: string) => {
    const named = NAMED.get(body);
    if (named !== undefined && whole.endsWith(";")) return named;
    const numbered = /^#(?:x([0-9a-fA-F]{1,6})|(\d{1,7}))$/.exec(body);
    const code = numbered ? parseInt(numbered[1] ?? numbered[2] ?? "", numbered[1] === undefined ? 10 : 16) : -1;
    if (!whole.endsWith(";") || !isXmlCharacter(code))
      unreadable("bad-xml", `无法解读 ${whole.slice(0, 20)}`, `entity ${whole.slice(0, 20)}`);
    return String.fromCodePoint(code);
  });
}

const isXmlCharacter = (code: number): boolean =>
  code === 9 ||
  code === 10 ||
  code === 13 ||
  (code >= 32 && code < 0xd800) ||
  (code > 0xdfff && code < 0xfffe) ||
  (code > 0xffff && code < 0x110000);

/** Line ends as XML reads them: CR LF and a lone CR are LF. */
export const unifyLineEnds = (text: string): string => (text.includes("\r") ? text.replace(/\r\n?/g, "\n") : text);

/** `_x000D_` stands for a character that XML can not hold, `_x005F_` for the underscore before such a form. */
export const decodeEscapes = (text: string): string =>
  text.includes("_x")
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)))
    : text;

/** Cell text as XML: control characters and lone surrogates as `_xHHHH_`, a text that looks like such a form protected. */
export const encodeText = (text: string): string =>
  escapeXml(text.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, "_x005F_").replace(UNPRINTABLE, escapeCode));

const escapeXml = (text: string): string => text.replace(/[&<>]/g, (sign) => ESCAPED[sign] ?? sign);

export const escapeAttribute = (text: string): string =>
  text.replace(/[&<>"\t\n\r]/g, (sign) => ESCAPED[sign] ?? `&#${sign.charCodeAt(0)};`);

const ESCAPED: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

const UNPRINTABLE =
  // eslint-disable-next-line no-control-regex -- these are exactly the characters XML can not hold, and CR, which it would turn into LF
  /[\u0000-\u0008\u000b-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

const escapeCode = (sign: string): string => `_x${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}_`;
