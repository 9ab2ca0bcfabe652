import { teamsHighContrastTheme, webDarkTheme, webLightTheme, type Theme } from "@fluentui/react-components";

export type ThemeName = "light" | "dark" | "contrast";

/** Chinese faces first where the system has them: Segoe UI alone leaves Chinese to chance. */
const FACES =
  "'Segoe UI', 'Microsoft YaHei UI', 'Microsoft YaHei', 'PingFang SC', 'Noto Sans CJK SC', 'Noto Sans SC', system-ui, sans-serif";

const withFaces = (theme: Theme): Theme => ({ ...theme, fontFamilyBase: FACES });

/**
 * Fluent's own status colours on dark grey have a contrast of 3.1 to 4.2 to 1 as text, or only under the pointer: too little
 * for what is wrong, changed or done.
 */
const DARK: Theme = {
  ...webDarkTheme,
  colorStatusDangerForeground1: webDarkTheme.colorStatusDangerForeground3,
  colorStatusSuccessForeground1: webDarkTheme.colorStatusSuccessForeground2,
  colorPaletteDarkOrangeForeground1: webDarkTheme.colorPaletteDarkOrangeForeground2,
};

export const THEMES: Readonly<Record<ThemeName, Theme>> = {
  light: withFaces(webLightTheme),
  dark: withFaces(DARK),
  contrast: withFaces(teamsHighContrastTheme),
};
