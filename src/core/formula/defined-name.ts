import { compact } from "../model/text";

/**
 * Names that Excel, WPS and LibreOffice all accept and read alike (SPEC Q4). The rules of all three at once: letters,
 * Chinese characters, figures, _ and . only; a letter, Chinese character or _ first; nothing that one of them could
 * take for a cell, a row, a column or a truth value.
 */
export function isPortableName(name: string): boolean {
  if (name.length === 0 || name.length > MAX_LENGTH) return false;
  if (!SHAPE.test(name)) return false;
  // LibreOffice writes Sheet.A1: a part behind a point must not look like a cell either.
  return name.split(".").every((part) => part !== "" && !looksLikeReference(part));
}

const MAX_LENGTH = 255;
const LETTER = "A-Za-z\\u3400-\\u4dbf\\u4e00-\\u9fff";
const SHAPE = new RegExp(`^[${LETTER}_][${LETTER}0-9_.]*$`);
const OTHERS = new RegExp(`[^${LETTER}0-9_]+`, "g");

const looksLikeReference = (part: string): boolean =>
  /^[A-Za-z]{1,3}\d+$/.test(part) || // A1, ABC12
  /^(?:[Rr]\d*(?:[Cc]\d*)?|[Cc]\d*)$/.test(part) || // R, C, R1, C1, RC, R1C1 in the R1C1 notation
  /^(?:TRUE|FALSE)$/i.test(part);

/**
 * A portable name for a quantity (never one that begins _pinghe, which marks what Pinghe added), the same for the same quantity name, and different, whatever the case, from every name
 * already taken. Signs that names may not hold are dropped (“”（）《》) or become _ (- / and the like).
 */
export function definedNameFor(quantityName: string, taken: ReadonlySet<string>): string {
  const used = new Set([...taken].map((name) => name.toUpperCase()));
  const base = portableBase(quantityName);
  for (let n = 1; ; n++) {
    const suffix = n === 1 ? "" : `_${n}`;
    const name = base.slice(0, LONGEST_BASE - suffix.length) + suffix;
    if (!used.has(name.toUpperCase())) return name;
  }
}

/** Long sentences as names are cut: a formula of several such names must stay within Excel's 8,192 characters. */
const LONGEST_BASE = 120;

function portableBase(quantityName: string): string {
  const kept = compact(quantityName)
    .replace(/["'“”‘’《》〈〉()[\]{}]/g, "")
    .replace(OTHERS, "_")
    .replace(/^_+|_+$/g, "");
  const started = kept === "" || /^\d/.test(kept) ? `_${kept}` : kept;
  const safe = looksLikeReference(started) ? `_${started}` : started;
  return safe === "_" ? "_Q" : safe;
}
