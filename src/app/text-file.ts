import { fail, succeed, type Result } from "../core/model/result";

/** Why a file that a person gives as text can not be read as one. */
export interface TextFault {
  readonly zh: string;
  readonly en: string;
}

/** The largest text file that is read: some 200,000 lines of data. */
const TEXT_LIMIT = 8_000_000;

const NOT_UTF8: TextFault = {
  zh: "不是 UTF-8 编码的文本（可能是记事本的 ANSI、GBK 或 Unicode 编码）。请用记事本另存为，编码选“UTF-8”。",
  en: 'This is no UTF-8 text (it may be ANSI, GBK or "Unicode" of Notepad). Save it again with the encoding UTF-8.',
};

const TOO_LARGE: TextFault = {
  zh: `文件超过 ${TEXT_LIMIT / 1_000_000} MB，过大。请只留所需的内容。`,
  en: `The file is larger than ${TEXT_LIMIT / 1_000_000} MB. Keep only what is needed.`,
};

/**
 * The text of a YAML or JSON file: UTF-8, with or without its mark. Any other encoding is refused, never guessed: a
 * name read wrongly would be a name that nothing uses (SPEC K7).
 */
export function readText(bytes: Uint8Array): Result<string, TextFault> {
  if (bytes.length > TEXT_LIMIT) return fail(TOO_LARGE);
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    // UTF-16 of Latin letters is valid UTF-8 with a zero in every second place.
    return text.includes("\0") ? fail(NOT_UTF8) : succeed(text);
  } catch {
    return fail(NOT_UTF8);
  }
}
