import { isSlipName } from "../slip/slip-name";
import type { Language } from "../failure-words";

/** Files of one kind that a batch did not read, since no table is looked for in them. */
export interface OtherFiles {
  /** The ending in lower case with its point; "" where the name has none. */
  readonly kind: string;
  readonly count: number;
}

/** Whatever may hold a scoring table: what can not be read of these is a row with what to do about it (SPEC Y7). */
const TABLES = /\.(?:xls[xmb]?|xlt[xm]?|ett?|ods|csv|doc[xm]?|dot[xm]?|wpt|wps)$/i;
/** What programs and systems keep beside the files of people. */
const KEPT_BESIDE = /^(?:[~.].*|thumbs\.db|desktop\.ini)$/i;

const baseOf = (file: string): string => file.replace(/^.*[\\/]/, "");

/** The files of folders that are reviewed, and the kinds of the rest; what programs keep beside them, and our slips, are neither. */
export function sortFolder(files: readonly string[]): {
  readonly reviewed: readonly string[];
  readonly others: readonly OtherFiles[];
} {
  const theirs = files.filter((file) => !KEPT_BESIDE.test(baseOf(file)) && !isSlipName(baseOf(file)));
  const isTable = (file: string): boolean => TABLES.test(baseOf(file));
  return { reviewed: theirs.filter(isTable), others: kindsOf(theirs.filter((file) => !isTable(file))) };
}

/** The most frequent kind first. */
function kindsOf(files: readonly string[]): readonly OtherFiles[] {
  const counts = new Map<string, number>();
  for (const file of files) {
    const kind = /.(\.[^.]*)$/.exec(baseOf(file))?.[1]?.toLowerCase() ?? "";
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  return [...counts]
    .map(([kind, count]) => ({ kind, count }))
    .sort((a, b) => b.count - a.count || (a.kind < b.kind ? -1 : 1));
}

/** 另有 15 个其他文件未读：.jpg 12、.pdf 3; null where there is none. */
export function othersText(others: readonly OtherFiles[], lang: Language): string | null {
  const total = others.reduce((sum, { count }) => sum + count, 0);
  if (total === 0) return null;
  const say = (zh: string, en: string): string => (lang === "zh" ? zh : en);
  const kinds = others.map(({ kind, count }) => `${kind || say("无扩展名", "no ending")} ${count}`);
  return say(`另有 ${total} 个其他文件未读：${kinds.join("、")}`, `${total} other files were not read: ${kinds.join(", ")}`); // prettier-ignore
}
