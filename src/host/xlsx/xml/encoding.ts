import { unreadable } from "../unreadable";

type TextEncoding = "utf-8" | "utf-16le" | "utf-16be";

/** A part as text. A byte order mark stays at its start, so that writing it back gives the same bytes. */
export interface PartText {
  readonly text: string;
  readonly encoding: TextEncoding;
}

/** Decodes an XML part; OPC allows UTF-8 and UTF-16, anything else is bad XML. */
export function decodePart(bytes: Uint8Array, part: string): PartText {
  const encoding = detect(bytes);
  let text: string;
  try {
    text = new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return unreadable("bad-xml", `${part} 不是 ${encoding} 编码的文本`, `${part} is not ${encoding} text`);
  }
  const declared = /^\ufeff?<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w.-]+)["']/.exec(text)?.[1]?.toLowerCase();
  const known = declared === undefined || declared.startsWith(encoding.slice(0, 5)) || declared === "us-ascii";
  return known
    ? { text, encoding }
    : unreadable("bad-xml", `${part} 用了 ${declared} 编码`, `${part} is written in ${declared}`);
}

function detect(bytes: Uint8Array): TextEncoding {
  const [a, b] = bytes;
  if ((a === 0xff && b === 0xfe) || (a === 0x3c && b === 0)) return "utf-16le";
  if ((a === 0xfe && b === 0xff) || (a === 0 && b === 0x3c)) return "utf-16be";
  return "utf-8";
}

export function encodePart({ text, encoding }: PartText): Uint8Array {
  if (encoding === "utf-8") return new TextEncoder().encode(text);
  const bytes = new Uint8Array(text.length * 2);
  const view = new DataView(bytes.buffer);
  for (let at = 0; at < text.length; at++) view.setUint16(2 * at, text.charCodeAt(at), encoding === "utf-16le");
  return bytes;
}
