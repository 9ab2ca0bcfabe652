import { teamsHighContrastTheme, webDarkTheme, webLightTheme, type Theme } from "@fluentui/react-components";

export type ThemeName = "light" | "dark" | "contrast";

/** Chinese faces first where the system has them: Segoe UI alone leaves Chinese to chance. */
const FACES =
  "'Segoe UI', 'Microsoft YaHei UI', 'Microsoft YaHei', 'PingFang SC', 'Noto Sans CJK SC', 'Noto Sans SC', system-ui, sans-serif";

const withFaces = (theme: Theme): Theme => ({ ...theme, fontFamilyBase: FACES });

export const THEMES: Readonly<Record<ThemeName, Theme>> = {
  light: withFaces(webLightTheme),
  dark: withFaces(webDarkTheme),
  contrast: withFaces(teamsHighContrastTheme),
};
