import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";

/** What XML can hold: control characters and lone halves of a character are shown as a box. */
export const printable = (text: string): string =>
  // eslint-disable-next-line no-control-regex -- these are exactly the characters that XML can not hold
  text.replace(/\r\n?/g, "\n").replace(/[\u0000-\u0008\u000b-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, "\u25a1"); // prettier-ignore

/** The same document gives the same bytes: the day on which a file is made is left out of it. */
export function withoutDay(bytes: Uint8Array): Uint8Array {
  const parts = unzipSync(bytes);
  const core = parts["docProps/core.xml"];
  if (core) parts["docProps/core.xml"] = strToU8(strFromU8(core).replace(/<dcterms:(created|modified)\b[^>]*>[^<]*<\/dcterms:\1>/g, "")); // prettier-ignore
  const mtime = new Date(2020, 0, 1);
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, part]) => [name, [part, { mtime }]])));
}
