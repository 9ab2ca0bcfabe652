import type { KeyboardEvent } from "react";

/** Enter that says "done": not the one that ends a composition of an input method, nor the one that begins a line. */
export const isEnter = (event: KeyboardEvent): boolean => event.key === "Enter" && !isComposing(event);

/** Some browsers tell of a composition by the key code 229 alone, which has no other name. */
const isComposing = ({ nativeEvent }: KeyboardEvent): boolean =>
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- the only sign of it there
  nativeEvent.isComposing || nativeEvent.keyCode === 229;

export const isCommand = ({ ctrlKey, metaKey }: KeyboardEvent): boolean => ctrlKey || metaKey;

/** Whether a key belongs to the text that is being typed. */
export const isInField = ({ target }: KeyboardEvent): boolean =>
  target instanceof HTMLElement && target.matches("input, textarea, select");

/** ↑ ↓ Home End between the rows of a list, which is one tab stop; inside an open row they stay with its fields. */
export function moveAmongRows(event: KeyboardEvent<HTMLElement>): void {
  if (!(event.target instanceof HTMLElement) || !event.target.matches("[data-row]")) return;
  const rows = [...event.currentTarget.querySelectorAll<HTMLElement>("[data-row]")];
  const at = rows.indexOf(event.target);
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: rows.length - 1 }[event.key];
  const row = to === undefined ? undefined : rows[to];
  if (!row) return;
  event.preventDefault();
  row.focus();
}
