import type { Where } from "./finding-kind";

/** The cell that a message opens with; nothing where the finding has none. */
export const at = (where: Where): string => (where.cell === null ? "" : `${where.cell}: `);

export const quoted = (name: string): string => `“${name}”`;

/** Names up to five, the rest counted. */
export const listed = (names: readonly string[]): string =>
  names.length > 5 ? `${names.slice(0, 5).join(", ")} and ${names.length - 5} more` : names.join(", ");

/** The marks lost, where any were. */
export const lost = (deducted: string): string => (deducted === "0" ? "" : ` (${deducted} off)`);

/** Said where a target prints no sign and one was taken. */
export const taken = (sign: "≥" | "≤" | undefined): string => (sign ? ` (no sign is printed: ${sign} is taken)` : "");

const SIGNS: Readonly<Record<string, string>> = { "：": ": ", "；": "; ", "，": ", ", "（": "(", "）": ")" };

/** An explanation with English signs between its words; what waivers are sealed to stays as it was. */
export const punctuated = (text: string): string => text.replace(/[：；，（）]/g, (sign) => SIGNS[sign] ?? sign);

/** What the cell shows, where that is less than it holds: 9.96 (shown as 10). */
export const shownAs = (shows: string | undefined): string => (shows === undefined ? "" : ` (shown as ${shows})`);
