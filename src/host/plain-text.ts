import { fail, succeed, type Result } from "../core/model/result";
import type { ReportText } from "../core/workbook/report-text";
import type { Words } from "./port";

/** The largest report that is read as plain text: some thousand pages. */
const TEXT_LIMIT = 8_000_000;

/**
 * A report saved as plain text (.txt): UTF-8 or UTF-16 with their marks, UTF-8 without, else GBK (GB 18030), as Notepad and WPS
 * save it. Every line is a paragraph; what is not text in any of these is refused (SPEC I20).
 */
export function readPlainText(bytes: Uint8Array): Result<ReportText, Words> {
  if (bytes.length > TEXT_LIMIT) return fail(TOO_LARGE);
  const text = decoded(bytes);
  if (text === null || hasControls(text)) return fail(NO_TEXT);
  const lines = text.split(/\r\n|[\n\r\u2028\u2029\f\v]/);
  const blocks = lines.map((line, block) => ({
    is: "paragraph" as const,
    text: line,
    level: null,
    listNumber: null,
    at: { block, from: 0, to: line.length },
  }));
  return succeed({ blocks, source: "txt", lost: [] });
}

const TOO_LARGE: Words = {
  zh: "文字超过 8 MB，过大。请只留报告的内容。",
  en: "The text is larger than 8 MB. Keep only the report.",
};
const NO_TEXT: Words = {
  zh: "不是 UTF-8 或 GBK 编码的文字。请用记事本或 WPS 另存为 .txt 后重试。",
  en: "This is no text in UTF-8 or GBK. Save it as .txt in Notepad or WPS and try again.",
};

function decoded(bytes: Uint8Array): string | null {
  for (const encoding of encodingsOf(bytes)) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch {
      // not in this encoding: the next one is tried
    }
  }
  return null;
}

function encodingsOf([first, second]: Uint8Array): readonly string[] {
  if (first === 0xff && second === 0xfe) return ["utf-16le"];
  if (first === 0xfe && second === 0xff) return ["utf-16be"];
  return ["utf-8", "gb18030"];
}

/** A picture or a program decodes as something in GBK, too; text has no control characters but breaks and tabs. */
// eslint-disable-next-line no-control-regex
const hasControls = (text: string): boolean => /[\u0000-\u0008\u000e-\u001a\u001c-\u001f]/.test(text);
