import { makeStyles, tokens } from "@fluentui/react-components";
import type { CellGroup, CellShare } from "../../app/pane/cell-groups";
import { useWords } from "../i18n/words";

const OUTLINED = { stroke: tokens.colorNeutralStrokeAccessible, strokeWidth: "1px" } as const;

const useStyles = makeStyles({
  bar: {
    display: "block",
    width: "100%",
    height: "10px",
    "@media (forced-colors: active)": { forcedColorAdjust: "none" },
  },
  headers: { fill: tokens.colorNeutralForeground3, "@media (forced-colors: active)": { fill: "GrayText" } },
  indicators: { fill: tokens.colorBrandBackground, "@media (forced-colors: active)": { fill: "CanvasText" } },
  figures: { fill: tokens.colorBrandBackgroundPressed, "@media (forced-colors: active)": { fill: "GrayText" } },
  words: { fill: tokens.colorBrandStroke2, "@media (forced-colors: active)": { fill: "CanvasText" } },
  unused: {
    fill: tokens.colorNeutralBackground5,
    ...OUTLINED,
    "@media (forced-colors: active)": { fill: "Canvas", stroke: "CanvasText" },
  },
  notUnderstood: {
    fill: tokens.colorPaletteRedBackground3,
    "@media (forced-colors: active)": { fill: "Highlight" },
  },
  legend: {
    display: "flex",
    flexWrap: "wrap",
    columnGap: tokens.spacingHorizontalM,
    rowGap: tokens.spacingVerticalXXS,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
    margin: 0,
    padding: 0,
    listStyleType: "none",
  },
  sign: { width: "9px", height: "9px", marginRight: "4px", verticalAlign: "-0.5px" },
  number: { color: tokens.colorNeutralForeground1, fontWeight: tokens.fontWeightSemibold },
});

/** A pixel of ground between two parts tells them apart without their colours. */
const GAP = 0.4;

/** The filled cells by what they are, widest where most are; the legend says the same in words. */
export function CellBar({ shares }: { readonly shares: readonly CellShare[] }) {
  const s = useStyles();
  const w = useWords();
  const name = (group: CellGroup): string => w.audit.cellGroups[group];
  const starts = shares.map((_, index) => shares.slice(0, index).reduce((sum, { share }) => sum + share * 100, 0));
  const label = w.led(w.audit.cells, w.list(shares.map(({ group, count }) => `${name(group)} ${count}`)));
  return (
    <>
      <svg className={s.bar} role="img" aria-label={label} focusable="false">
        {shares.map(({ group, share }, index) => (
          <rect
            key={group}
            className={s[group]}
            x={`${starts[index] ?? 0}%`}
            y="0.5"
            width={`${Math.max(GAP, share * 100 - GAP)}%`}
            height="9"
          />
        ))}
      </svg>
      <ul className={s.legend}>
        {shares.map(({ group, count }) => (
          <li key={group}>
            <svg className={s.sign} aria-hidden="true" focusable="false">
              <rect className={s[group]} x="0.5" y="0.5" width="8" height="8" />
            </svg>
            {name(group)} <span className={s.number}>{count}</span>
          </li>
        ))}
      </ul>
    </>
  );
}
