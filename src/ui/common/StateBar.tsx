import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { useId } from "react";
import type { StateShare } from "../../app/pane/mark-states";
import type { MarkState } from "../../core/review.types";
import { useWords } from "../i18n/words";

const useStyles = makeStyles({
  bar: {
    display: "block",
    width: "100%",
    height: "10px",
    "@media (forced-colors: active)": { forcedColorAdjust: "none" },
  },
  thin: { height: "8px" },
  agreeing: { fill: tokens.colorBrandBackground, "@media (forced-colors: active)": { fill: "CanvasText" } },
  differing: { fill: tokens.colorPaletteRedBackground3, "@media (forced-colors: active)": { fill: "Highlight" } },
  uncompared: { fill: tokens.colorNeutralForeground3, "@media (forced-colors: active)": { fill: "GrayText" } },
  open: {
    fill: tokens.colorNeutralBackground5,
    stroke: tokens.colorNeutralStrokeAccessible,
    "@media (forced-colors: active)": { fill: "Canvas", stroke: "CanvasText" },
  },
  hatch: {
    stroke: tokens.colorPaletteDarkOrangeForeground1,
    strokeWidth: "2.5px",
    "@media (forced-colors: active)": { stroke: "CanvasText" },
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
  number: {
    color: tokens.colorNeutralForeground1,
    fontWeight: tokens.fontWeightSemibold,
    fontVariantNumeric: "tabular-nums",
  },
});

interface FillProps {
  readonly state: MarkState;
  readonly x: string;
  readonly width: string;
  readonly height: number;
  readonly pattern: string;
}

/** One state, told apart by pattern and outline as well as colour. */
function Fill({ state, x, width, height, pattern }: FillProps) {
  const s = useStyles();
  if (state === "notVerifiable") return <rect x={x} width={width} height={height} fill={`url(#${pattern})`} />;
  const isOpen = state === "notJudged" || state === "notApplicable";
  return (
    <rect
      x={x}
      y={isOpen ? 0.5 : 0}
      width={width}
      height={isOpen ? height - 1 : height}
      className={isOpen ? s.open : s[state]}
    />
  );
}

function Hatch({ id }: { readonly id: string }) {
  const s = useStyles();
  return (
    <defs>
      <pattern id={id} width="4.5" height="4.5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <line x1="0" y1="0" x2="0" y2="4.5" className={s.hatch} />
      </pattern>
    </defs>
  );
}

/** The marks of a table by state: drawn as SVG, since backgrounds vanish in forced colours; its sentence says the same. */
export function StateBar({
  shares,
  thin = false,
}: {
  readonly shares: readonly StateShare[];
  readonly thin?: boolean;
}) {
  const s = useStyles();
  const w = useWords();
  const pattern = useId();
  const height = thin ? 8 : 10;
  const label = w.statesLabel(w.list(shares.map(({ state, marks }) => `${w.states[state]} ${marks}`)));
  const starts = shares.map((_, index) => shares.slice(0, index).reduce((sum, { share }) => sum + share * 100, 0));
  return (
    <svg className={mergeClasses(s.bar, thin && s.thin)} role="img" aria-label={label} focusable="false">
      <Hatch id={pattern} />
      {shares.map(({ state, share }, index) => (
        <Fill
          key={state}
          state={state}
          x={`${starts[index] ?? 0}%`}
          width={`${share * 100}%`}
          height={height}
          pattern={pattern}
        />
      ))}
    </svg>
  );
}

export function StateLegend({ shares }: { readonly shares: readonly StateShare[] }) {
  const s = useStyles();
  const w = useWords();
  const pattern = useId();
  return (
    <ul className={s.legend}>
      {shares.map(({ state, marks }) => (
        <li key={state}>
          <svg className={s.sign} aria-hidden="true" focusable="false">
            <Hatch id={`${pattern}${state}`} />
            <Fill state={state} x="0" width="9" height={9} pattern={`${pattern}${state}`} />
          </svg>
          {w.states[state]} <span className={s.number}>{marks}</span>
        </li>
      ))}
    </ul>
  );
}
