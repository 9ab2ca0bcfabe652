import { useSyncExternalStore, type ReactNode } from "react";
import { systemTheme, watchSystemTheme } from "../ui/system-theme";
import type { ThemeName } from "../ui/theme";

/**
 * Passes on the theme to use, and follows the system when it changes: contrast themes first, then Office's, then the
 * browser's. Excel does not tell when its own theme changes, so it is looked at again whenever the pane gets the focus.
 */
export function FollowTheme({ children }: { readonly children: (theme: ThemeName) => ReactNode }) {
  return children(useSyncExternalStore(watch, currentTheme));
}

function watch(changed: () => void): () => void {
  const unwatch = watchSystemTheme(changed);
  window.addEventListener("focus", changed);
  return () => {
    unwatch();
    window.removeEventListener("focus", changed);
  };
}

function currentTheme(): ThemeName {
  // Typed as always there, but absent in hosts without themes, until Office is ready, and where office.js did not load.
  const theme = typeof Office === "undefined" ? null : (Office.context as Office.Context | undefined)?.officeTheme;
  return systemTheme(theme?.isDarkTheme);
}
