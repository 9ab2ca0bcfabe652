const NUMBER = /^([+-]?)(\d{1,3}(?:,\d{3})+(?:\.\d*)?|\d+\.?\d*|\.\d+)(e[+-]?\d{1,3})?\s*(%?)$/i;

/** "1,234.50", "12%", "1e3" as the numbers that every Excel takes them for. */
export function plainNumber(text: string): number | null {
  const number = NUMBER.exec(text.trim());
  if (!number) return null;
  const [, sign = "", digits = "", exponent = "", percent = ""] = number;
  const plain = `${sign}${digits.replaceAll(",", "")}${exponent}`;
  const value = Number(percent ? shifted(plain, -2) : plain);
  return Number.isFinite(value) ? value : null;
}

const shifted = (decimal: string, places: number): string => {
  const [mantissa = "", exponent = "0"] = decimal.toLowerCase().split("e");
  return `${mantissa}e${Number(exponent) + places}`;
};
