import type { TextStore } from "../app/pane/undo-journal";

/**
 * The browser's own store for this add-in. Where the browser keeps none (third-party storage switched off) one that lasts
 * as long as the page, so that what is pressed before Office is ready still reaches the pane that follows.
 */
export function localStore(): TextStore {
  const probe = "pinghe.probe";
  try {
    window.localStorage.setItem(probe, probe);
    window.localStorage.removeItem(probe);
    return window.localStorage;
  } catch {
    return pageStore();
  }
}

function pageStore(): TextStore {
  const texts = new Map<string, string>();
  return {
    getItem: (key) => texts.get(key) ?? null,
    setItem: (key, value) => void texts.set(key, value),
    removeItem: (key) => void texts.delete(key),
  };
}
