import type { Theme } from "@fluentui/react-components";
import { THEMES } from "../../src/ui/theme";

type Token = keyof Theme;

/** What the pane prints, and on what: the page itself, and a row under the pointer. */
const TEXTS: readonly Token[] = [
  "colorNeutralForeground1",
  "colorNeutralForeground2",
  "colorStatusDangerForeground1",
  "colorStatusSuccessForeground1",
  "colorPaletteDarkOrangeForeground1",
];
const GROUNDS: readonly Token[] = ["colorNeutralBackground1", "colorNeutralBackground1Hover"];
const PAIRS: readonly (readonly [Token, Token])[] = [
  ...TEXTS.flatMap((text) => GROUNDS.map((ground) => [text, ground] as const)),
  ["colorStatusDangerForeground1", "colorStatusDangerBackground1"],
];

const WCAG_AA = 4.5;

/** Relative luminance of "#rrggbb" (WCAG 2.2). */
function luminance(colour: string): number {
  const [red, green, blue] = [1, 3, 5]
    .map((start) => parseInt(colour.slice(start, start + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * (red ?? 0) + 0.7152 * (green ?? 0) + 0.0722 * (blue ?? 0);
}

function contrast(a: string, b: string): number {
  const [dark = 0, bright = 0] = [luminance(a), luminance(b)].sort((one, other) => one - other);
  return (bright + 0.05) / (dark + 0.05);
}

describe("[U11] what is printed can be read in both themes", () => {
  it("contrast is counted as WCAG does", () => {
    expect(contrast("#000000", "#ffffff")).toBeCloseTo(21, 5);
    // WCAG's own example of a grey that just fails on white
    expect(contrast("#777777", "#ffffff")).toBeCloseTo(4.48, 2);
  });

  it.each(
    (["light", "dark"] as const).flatMap((theme) => PAIRS.map(([text, ground]) => [theme, text, ground] as const)),
  )("%s: %s on %s", (theme, text, ground) => {
    expect(contrast(String(THEMES[theme][text]), String(THEMES[theme][ground]))).toBeGreaterThanOrEqual(WCAG_AA);
  });
});
