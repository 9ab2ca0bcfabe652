import { makeStyles, tokens } from "@fluentui/react-components";
import { useId } from "react";
import type { StateShare } from "../../app/pane/mark-states";
import type { MarkState } from "../../core/review.types";
import { useWords } from "../i18n/words";
import { ShareBar, ShareLegend, type FillProps, type SharePart } from "./ShareBar";

const useStyles = makeStyles({
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
});

/** One state, told apart by pattern and outline as well as colour. */
function StateFill({ of, x, width, height }: FillProps<MarkState>) {
  const s = useStyles();
  if (of === "notVerifiable") return <Hatched x={x} width={width} height={height} />;
  const isOpen = of === "notJudged" || of === "notApplicable";
  return (
    <rect
      x={x}
      y={isOpen ? 0.5 : 0}
      width={width}
      height={isOpen ? height - 1 : height}
      className={isOpen ? s.open : s[of]}
    />
  );
}

function Hatched(place: Omit<FillProps<MarkState>, "of">) {
  const s = useStyles();
  const id = useId();
  return (
    <>
      <defs>
        <pattern id={id} width="4.5" height="4.5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <line x1="0" y1="0" x2="0" y2="4.5" className={s.hatch} />
        </pattern>
      </defs>
      <rect {...place} fill={`url(#${id})`} />
    </>
  );
}

function useParts(shares: readonly StateShare[]): readonly SharePart<MarkState>[] {
  const { states } = useWords();
  return shares.map(({ state, marks, share }) => ({ of: state, name: states[state], amount: marks, share }));
}

interface StateBarProps {
  readonly shares: readonly StateShare[];
  readonly thin?: boolean;
}

/** The marks of a table by state. */
export function StateBar({ shares, thin = false }: StateBarProps) {
  const w = useWords();
  const parts = useParts(shares);
  const label = w.statesLabel(w.list(parts.map(({ name, amount }) => `${name} ${amount}`)));
  return <ShareBar parts={parts} Fill={StateFill} label={label} thin={thin} />;
}

export function StateLegend({ shares }: Pick<StateBarProps, "shares">) {
  return <ShareLegend parts={useParts(shares)} Fill={StateFill} />;
}
