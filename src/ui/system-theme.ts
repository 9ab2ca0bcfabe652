import type { ThemeName } from "./theme";

const FORCED = "(forced-colors: active)";
const DARK = "(prefers-color-scheme: dark)";

/** The theme that the system asks for: contrast first, then dark or light, of which a host may know better. */
export function systemTheme(isHostDark?: boolean): ThemeName {
  if (window.matchMedia(FORCED).matches) return "contrast";
  return (isHostDark ?? window.matchMedia(DARK).matches) ? "dark" : "light";
}

/** Tells whenever the system may ask for another theme, until what is returned is called. */
export function watchSystemTheme(changed: () => void): () => void {
  const queries = [FORCED, DARK].map((query) => window.matchMedia(query));
  for (const query of queries) query.addEventListener("change", changed);
  return () => {
    for (const query of queries) query.removeEventListener("change", changed);
  };
}
