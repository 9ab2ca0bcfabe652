/** Whether a file begins as a zip archive does, which a workbook is whatever its name; text never begins so. */
export const isZip = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b;
