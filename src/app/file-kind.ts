/** Whether a file begins as a zip archive does, which a workbook is whatever its name; text never begins so. */
export const isZip = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b;

/** A report of `check` begins with a brace, behind a mark of UTF-8 and blanks; no workbook does. */
export const isReportText = (bytes: Uint8Array): boolean =>
  /^(?:\u00ef\u00bb\u00bf)?\s*\{/.test(new TextDecoder("latin1").decode(bytes.subarray(0, HEAD)));

const HEAD = 64;
