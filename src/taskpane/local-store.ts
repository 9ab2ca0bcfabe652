import type { TextStore } from "../app/pane/undo-journal";

/** The browser's own store for this add-in; null where the browser keeps none (third-party storage switched off). */
export function localStore(): TextStore | null {
  const probe = "pinghe.probe";
  try {
    window.localStorage.setItem(probe, probe);
    window.localStorage.removeItem(probe);
    return window.localStorage;
  } catch {
    return null;
  }
}
