import type { Where } from "./finding-kind";

/** The cell that a message opens with; nothing where the finding has none. */
export const at = (where: Where): string => (where.cell === null ? "" : `${where.cell}：`);

export const quoted = (name: string): string => `「${name}」`;

/** Names up to five, the rest counted. */
export const listed = (names: readonly string[]): string =>
  names.length > 5 ? `${names.slice(0, 5).join("、")} 等 ${names.length} 处` : names.join("、");

/** The marks lost, where any were. */
export const lost = (deducted: string): string => (deducted === "0" ? "" : `扣 ${deducted} 分，`);

/** Said where a target prints no sign and one was taken. */
export const taken = (sign: "≥" | "≤" | undefined): string => (sign ? `（未写比较符号，按${sign}）` : "");

/** What the cell shows, where that is less than it holds: 9.96（显示为 10）. */
export const shownAs = (shows: string | undefined): string => (shows === undefined ? "" : `（显示为 ${shows}）`);
