import { makeStyles, tokens } from "@fluentui/react-components";
import { useId } from "react";

type BarFill = "strong" | "hatched" | "faint";

export interface BarPart {
  /** From 0 to 1 of the whole. */
  readonly share: number;
  readonly fill: BarFill;
}

const useStyles = makeStyles({
  bar: {
    display: "block",
    width: "100%",
    height: "8px",
    color: tokens.colorBrandForeground1,
    "@media (forced-colors: active)": { forcedColorAdjust: "none", color: "CanvasText" },
  },
  track: {
    fill: tokens.colorNeutralBackground5,
    "@media (forced-colors: active)": { fill: "Canvas", stroke: "CanvasText" },
  },
  strong: { fill: "currentColor" },
  faint: { fill: tokens.colorNeutralStroke1, "@media (forced-colors: active)": { fill: "Canvas", stroke: "GrayText" } },
  line: { stroke: "currentColor", strokeWidth: "2px" },
  mark: {
    stroke: tokens.colorNeutralForeground1,
    strokeWidth: "2px",
    "@media (forced-colors: active)": { stroke: "Highlight" },
  },
});

/**
 * A thin bar of parts, told apart by pattern as well as colour. What it shows always stands beside it in words, so that it
 * is hidden from screen readers. Drawn as SVG: backgrounds vanish in forced colours.
 */
export function Bar({ parts, mark }: { readonly parts: readonly BarPart[]; readonly mark?: number | null }) {
  const s = useStyles();
  const pattern = useId();
  const placed = parts.map((part, index) => ({
    ...part,
    at: 100 * parts.slice(0, index).reduce((sum, before) => sum + before.share, 0),
  }));
  return (
    <svg className={s.bar} aria-hidden="true" focusable="false">
      <defs>
        <pattern id={pattern} width="4" height="4" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <line x1="0" y1="0" x2="0" y2="4" className={s.line} />
        </pattern>
      </defs>
      <rect className={s.track} width="100%" height="8" rx="2" />
      {placed.map(({ at, share, fill }) => (
        <rect
          key={fill}
          x={`${at}%`}
          width={`${share * 100}%`}
          height="8"
          rx="2"
          className={fill === "strong" ? s.strong : fill === "faint" ? s.faint : undefined}
          {...(fill === "hatched" ? { fill: `url(#${pattern})` } : {})}
        />
      ))}
      {mark != null && <line x1={`${mark * 100}%`} x2={`${mark * 100}%`} y1="0" y2="8" className={s.mark} />}
    </svg>
  );
}
