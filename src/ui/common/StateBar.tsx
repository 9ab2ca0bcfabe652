import { makeStyles, tokens } from "@fluentui/react-components";
import { useId } from "react";
import type { StateShare } from "../../app/pane/mark-states";
import type { MarkState } from "../../core/review.types";
import { useWords } from "../i18n/words";
import { ShareBar, type FillProps } from "./ShareBar";

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
function StateFill({ of, ...place }: FillProps<MarkState>) {
  const s = useStyles();
  const id = useId();
  if (of === "notVerifiable")
    return (
      <>
        <pattern id={id} width="4.5" height="4.5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <line x1="0" y1="0" x2="0" y2="4.5" className={s.hatch} />
        </pattern>
        <rect {...place} fill={`url(#${id})`} />
      </>
    );
  if (of === "notJudged" || of === "notApplicable")
    return <rect {...place} y="0.5" height={place.height - 1} className={s.open} />;
  return <rect {...place} className={s[of]} />;
}

interface StateBarProps {
  readonly shares: readonly StateShare[];
  readonly thin?: boolean;
}

/** The marks of a table by state. */
export function StateBar({ shares, thin = false }: StateBarProps) {
  const w = useWords();
  const parts = shares.map(({ state, marks, share }) => ({ of: state, name: w.states[state], amount: marks, share }));
  const label = w.statesLabel(w.list(parts.map(({ name, amount }) => `${name} ${amount}`)));
  return <ShareBar parts={parts} Fill={StateFill} label={label} thin={thin} />;
}
