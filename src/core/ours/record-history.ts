import { hash64 } from "../findings/fingerprint";
import type { SheetView } from "../workbook/sheet-view";
import type { Rect } from "../workbook/address";

/**
 * 历轮记录: what a row of 核验记录 said in the rounds before this one, a line each, the oldest first. Lines are only added;
 * what a person writes between them stays (SPEC P49).
 */
export const HISTORY_HEADER = "历轮记录";

/** What a row said in a round: where, its figures, and in which words. */
export interface Said {
  readonly round: number;
  readonly cell: string;
  readonly values: string;
  readonly message: string;
}

/** Between the figures and the words of a line. */
const WORDS = "｜";
const SETTLED_LINE = /^第(\d+)轮：已消除$/;

const settledLine = (round: number): string => `第${round}轮：已消除`;

const saidLine = ({ round, cell, values, message }: Said): string => {
  const place = cell === "" ? "" : ` ${cell}`;
  const line = inOneLine(message);
  // The words need not name the cell again.
  const head = [`${cell}：`, `${cell}: `].find((one) => cell !== "" && line.startsWith(one)) ?? "";
  const words = line.slice(head.length);
  return `第${round}轮${place}：${[values, words].filter(Boolean).join(WORDS)}`;
};

/** A line is one round. */
const inOneLine = (text: string): string => text.replace(/\s*\n\s*/g, " ");

/** What a cell of Excel holds. */
const MOST_CHARACTERS = 32_767;

/** The history with what was said in an earlier round; as it is where it tells that already. */
export function withSaid(history: string, said: Said): string {
  const lines = linesOf(history);
  const settled = SETTLED_LINE.exec(lines.at(-1) ?? "");
  // It was said before it was gone.
  if (!settled || Number(settled[1]) < said.round) return withLine(history, saidLine(said));
  return withLine(withLine(lines.slice(0, -1).join("\n"), saidLine(said)), settled[0]);
}

/** The same of words that are a person's: an opinion that another round's takes the place of. */
export const withOpinion = (history: string, round: number, opinion: string): string =>
  withLine(history, `第${round}轮：${inOneLine(opinion)}`);

/** The history of a finding that is gone since a round, unless it tells that it was gone before. */
export const withSettled = (history: string, round: number): string =>
  SETTLED_LINE.test(linesOf(history).at(-1) ?? "") ? history : withLine(history, settledLine(round));

/** The history of a finding that stands in this round: that it was gone in the same round is not true any more. */
export function standing(history: string, round: number): string {
  const lines = linesOf(history);
  return lines.at(-1) === settledLine(round) ? lines.slice(0, -1).join("\n") : history;
}

/** A line that does not fit into the cell is cut short rather than an older one lost. */
function withLine(history: string, line: string): string {
  const lines = linesOf(history);
  if (lines.includes(line)) return history;
  const whole = [...lines, line].join("\n");
  if (whole.length <= MOST_CHARACTERS) return whole;
  const room = MOST_CHARACTERS - history.length - 2;
  return room > 0 ? `${history}\n${line.slice(0, room)}…` : history;
}

const linesOf = (history: string): readonly string[] => (history === "" ? [] : history.split("\n"));

/**
 * The newest line of a round before this one: what was said then, "settled" where the finding was gone; null where no line
 * is of an earlier round.
 */
export function lastBefore(history: string, round: number): Said | "settled" | null {
  for (const line of linesOf(history).toReversed()) {
    const [, number, cell = "", said = ""] = /^第(\d+)轮(?: ([^：]*))?：([\s\S]*)$/.exec(line) ?? [];
    if (number === undefined || Number(number) >= round) continue;
    if (line === settledLine(Number(number))) return "settled";
    const at = said.indexOf(WORDS);
    return { round: Number(number), cell, values: said.slice(0, Math.max(0, at)), message: said.slice(at + 1) };
  }
  return null;
}

/** The figures of the newest line that tells any, behind their labels: "得分 5；计算 3". Null where there is none. */
export function lastValues(history: string): string | null {
  const line = linesOf(history).findLast((one) => /^第\d+轮[^：]*：/.test(one) && one.includes(WORDS));
  return line === undefined ? null : line.slice(line.indexOf("：") + 1, line.indexOf(WORDS));
}

export const hashOfHistory = (history: string): string => (history === "" ? "" : hash64(history));

/**
 * The history of each row. Who sorts the list without this column leaves it behind: what a seal names by its hash belongs to
 * that seal's row, wherever it stands; what a person changed belongs to the row in which it stands.
 */
export function readHistories(
  { top, bottom }: Rect,
  textAt: (row: number) => string,
  sealed: (row: number) => string | null,
): ReadonlyMap<number, string> {
  const byHash = new Map<string, string>();
  for (let row = top + 1; row <= bottom; row++) byHash.set(hashOfHistory(textAt(row)), textAt(row));
  const rows = Array.from({ length: bottom - top }, (_, index) => top + 1 + index);
  const claimed = new Set(rows.map(sealed).filter((hash) => hash !== null && hash !== ""));
  return new Map(
    rows.map((row) => {
      const hash = sealed(row);
      if (hash === null || hash === hashOfHistory(textAt(row))) return [row, textAt(row)];
      const named = byHash.get(hash);
      if (hash !== "" && named !== undefined) return [row, named];
      return [row, claimed.has(hashOfHistory(textAt(row))) ? "" : textAt(row)];
    }),
  );
}

/** The first column right of the list that holds nothing and is none of the states', for a record that an earlier version wrote. */
export function columnForHistory(view: SheetView, { right }: Rect, states: Rect | null): number {
  const filled = new Set(view.sheet.cells.map(({ column }) => column));
  const isFree = (column: number): boolean =>
    !filled.has(column) && (states === null || column < states.left || column > states.right);
  let column = right + 1;
  while (!isFree(column)) column++;
  return column;
}
