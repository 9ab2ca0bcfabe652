import { succeed } from "../core/model/result";
import type { ReportText } from "../core/workbook/report-text";
import { unreadableFile } from "./file-host";
import type { HostResult } from "./port";

/** The largest report that is read as plain text: some thousand pages. */
const TEXT_LIMIT = 8_000_000;

/**
 * A report saved as plain text (.txt): UTF-8 or UTF-16 with their marks, UTF-8 without, else GBK (GB 18030), as Notepad and WPS
 * save it. Every line is a paragraph; what is not text in any of these is refused (SPEC I20).
 */
export function readPlainText(bytes: Uint8Array): HostResult<ReportText> {
  if (bytes.length > TEXT_LIMIT) return unreadableFile("too-large", { file: "text" });
  const text = decoded(bytes);
  if (text === null || hasControls(text)) return unreadableFile("no-text", { file: "text" });
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
