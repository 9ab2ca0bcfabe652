import type { Direction } from "./selection";

/** What a key means in the grid, or while a cell is edited. */
export type Command =
  | { readonly do: "move"; readonly to: Direction; readonly extend: boolean }
  | { readonly do: "page"; readonly to: "up" | "down"; readonly extend: boolean }
  | { readonly do: "home"; readonly extend: boolean }
  | { readonly do: "corner" | "end" }
  | { readonly do: "commit"; readonly then: Direction }
  | { readonly do: "edit" | "cancel" | "clear" | "line" | "undo" | "redo" | "all" | "save" | "find" };

const ARROWS: ReadonlyMap<string, Direction> = new Map<string, Direction>([
  ["ArrowUp", "up"],
  ["ArrowDown", "down"],
  ["ArrowLeft", "left"],
  ["ArrowRight", "right"],
]);

/** Null where the key belongs to the editor or to nobody. */
export function commandOf(event: KeyboardEvent, isEditing: boolean): Command | null {
  const { key, shiftKey, altKey } = event;
  const control = event.ctrlKey || event.metaKey;
  if (control && !altKey) {
    const shared = withControl(key.toLowerCase(), shiftKey, isEditing);
    if (shared) return shared;
  }
  if (key === "Enter") {
    if (altKey && isEditing) return { do: "line" };
    return { do: "commit", then: shiftKey ? "up" : "down" };
  }
  if (key === "Tab") return { do: "commit", then: shiftKey ? "left" : "right" };
  if (key === "Escape") return { do: "cancel" };
  if (isEditing || altKey || control) return null;
  return alone(key, shiftKey);
}

function withControl(key: string, shift: boolean, isEditing: boolean): Command | null {
  if (key === "s") return { do: "save" };
  // While a cell is edited, undo and select-all are the text's own.
  if (isEditing) return null;
  switch (key) {
    case "z":
      return { do: shift ? "redo" : "undo" };
    case "y":
      return { do: "redo" };
    case "a":
      return { do: "all" };
    case "f":
      return { do: "find" };
    case "home":
      return { do: "corner" };
    case "end":
      return { do: "end" };
    default:
      return null;
  }
}

function alone(key: string, extend: boolean): Command | null {
  const arrow = ARROWS.get(key);
  if (arrow) return { do: "move", to: arrow, extend };
  switch (key) {
    case "PageUp":
      return { do: "page", to: "up", extend };
    case "PageDown":
      return { do: "page", to: "down", extend };
    case "Home":
      return { do: "home", extend };
    case "F2":
      return { do: "edit" };
    case "Delete":
    case "Backspace":
      return { do: "clear" };
    default:
      return null;
  }
}
