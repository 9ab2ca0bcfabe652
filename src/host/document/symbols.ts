/** Ticks and boxes that people set in symbol fonts, as the characters that look so. */
const SYMBOLS: Readonly<Record<string, Readonly<Record<number, string>>>> = {
  wingdings: { 0xfe: "☑", 0xfd: "☒", 0xa8: "□", 0x6f: "□", 0x71: "□", 0xfc: "√", 0xfb: "×", 0x6c: "●", 0x6e: "■" },
  "wingdings 2": { 0x52: "☑", 0x54: "☒", 0x53: "☒", 0xa3: "□", 0x2a: "□", 0x50: "√", 0x4f: "×" },
  symbol: { 0xd7: "×", 0xb8: "÷", 0xb3: "≥", 0xa3: "≤", 0xb1: "±", 0xe5: "∑", 0xb9: "≠" },
};

/** The character that a symbol font shows for a code (hexadecimal); null where that is not known. */
export function symbolText(font: string, char: string): string | null {
  const code = /^[0-9A-Fa-f]{1,5}$/.test(char) ? parseInt(char, 16) : null;
  if (code === null) return null;
  const table = SYMBOLS[font.toLowerCase()];
  // symbol fonts stand in the private range by their place in the font
  if (table) return table[code >= 0xf000 && code <= 0xf0ff ? code - 0xf000 : code] ?? null;
  const isPrivate = code >= 0xe000 && code <= 0xf8ff;
  return isPrivate || code < 0x20 || (code >= 0xd800 && code < 0xe000) ? null : String.fromCodePoint(code);
}
