import type { ThemeName } from "../ui/theme";

const FORCED = "(forced-colors: active)";
const DARK = "(prefers-color-scheme: dark)";

/** Tells the theme that the system asks for, now and whenever it changes: contrast first, then dark or light. */
export function followTheme(tell: (theme: ThemeName) => void): void {
  const current = (): ThemeName =>
    window.matchMedia(FORCED).matches ? "contrast" : window.matchMedia(DARK).matches ? "dark" : "light";
  for (const query of [FORCED, DARK]) window.matchMedia(query).addEventListener("change", () => tell(current()));
  tell(current());
}
