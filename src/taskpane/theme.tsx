import { useSyncExternalStore, type ReactNode } from "react";
import type { ThemeName } from "../ui/theme";

const FORCED = "(forced-colors: active)";
const DARK = "(prefers-color-scheme: dark)";

/**
 * Passes on the theme to use, and follows the system when it changes: contrast themes first, then Office's, then the
 * browser's. Excel does not tell when its own theme changes, so it is looked at again whenever the pane gets the focus.
 */
export function FollowTheme({ children }: { readonly children: (theme: ThemeName) => ReactNode }) {
  return children(useSyncExternalStore(watch, currentTheme));
}

function watch(changed: () => void): () => void {
  const queries = [FORCED, DARK].map((query) => window.matchMedia(query));
  for (const query of queries) query.addEventListener("change", changed);
  window.addEventListener("focus", changed);
  return () => {
    for (const query of queries) query.removeEventListener("change", changed);
    window.removeEventListener("focus", changed);
  };
}

function currentTheme(): ThemeName {
  if (window.matchMedia(FORCED).matches) return "contrast";
  // Typed as always there, but absent in hosts without themes, until Office is ready, and where office.js did not load.
  const theme = typeof Office === "undefined" ? null : (Office.context as Office.Context | undefined)?.officeTheme;
  const isDark = theme?.isDarkTheme ?? window.matchMedia(DARK).matches;
  return isDark ? "dark" : "light";
}
