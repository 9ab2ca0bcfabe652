import { systemTheme, watchSystemTheme } from "../ui/system-theme";
import type { ThemeName } from "../ui/theme";

/** Tells the theme that the system asks for, now and whenever it changes. */
export function followTheme(tell: (theme: ThemeName) => void): void {
  watchSystemTheme(() => tell(systemTheme()));
  tell(systemTheme());
}
