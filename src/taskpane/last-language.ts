import { attempt, type TextStore } from "../app/pane/undo-journal";
import { languageOf, type Language } from "../ui/i18n/words";

const KEY = "pinghe.language";

/** The language to begin with, since Office tells its own only once it is ready: the last one, else the browser's. */
export const lastLanguage = (store: TextStore | null): Language => languageOf(remembered(store) ?? navigator.language);

function remembered(store: TextStore | null): string | null {
  try {
    return store?.getItem(KEY) ?? null;
  } catch {
    return null;
  }
}

export const rememberLanguage = (store: TextStore | null, displayLanguage: string): void => {
  attempt(() => store?.setItem(KEY, displayLanguage));
};
