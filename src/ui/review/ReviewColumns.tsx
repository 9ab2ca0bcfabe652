import { makeStyles, tokens } from "@fluentui/react-components";
import { useId } from "react";
import type { ReviewColumn } from "../../app/pane/review-lines";
import { useWords } from "../i18n/words";

const useStyles = makeStyles({
  picture: {
    display: "block",
    width: "100%",
    height: "56px",
    "@media (forced-colors: active)": { forcedColorAdjust: "none" },
  },
  confirmed: { fill: tokens.colorBrandBackground, "@media (forced-colors: active)": { fill: "CanvasText" } },
  above: { fill: tokens.colorPaletteRedBackground3, "@media (forced-colors: active)": { fill: "Highlight" } },
  below: {
    fill: tokens.colorNeutralBackground1,
    stroke: tokens.colorBrandStroke1,
    "@media (forced-colors: active)": { fill: "Canvas", stroke: "CanvasText" },
  },
  rest: {
    fill: tokens.colorNeutralBackground4,
    "@media (forced-colors: active)": { fill: "Canvas", stroke: "GrayText" },
  },
  hatch: {
    stroke: tokens.colorNeutralForeground3,
    strokeWidth: "2px",
    "@media (forced-colors: active)": { stroke: "CanvasText" },
  },
  column: { cursor: "pointer" },
  legend: {
    display: "flex",
    flexWrap: "wrap",
    columnGap: tokens.spacingHorizontalM,
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
  },
  sign: { width: "9px", height: "9px", marginRight: "4px" },
});

const HEIGHT = 56;

export interface ReviewColumnsProps {
  readonly columns: readonly ReviewColumn[];
  readonly onOpen: (key: string) => void;
}

/** A column for each indicator, as high as its mark: what recomputation confirms, and where the self score is beside it. */
export function ReviewColumns({ columns, onOpen }: ReviewColumnsProps) {
  const s = useStyles();
  const w = useWords();
  const pattern = useId();
  const highest = columns.reduce((most, { mark }) => Math.max(most, mark), 1);
  const width = 100 / Math.max(1, columns.length);
  const scale = HEIGHT / highest;
  return (
    <>
      <svg className={s.picture} role="img" aria-label={w.review.picture} focusable="false">
        <defs>
          <pattern id={pattern} width="4" height="4" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
            <line x1="0" y1="0" x2="0" y2="4" className={s.hatch} />
          </pattern>
        </defs>
        {columns.map(({ key, mark, confirmed, above, below, open }, index) => {
          let top = HEIGHT;
          const part = (height: number) => {
            top -= height * scale;
            return { x: `${index * width}%`, y: top, width: `${width * 0.82}%`, height: Math.max(0, height * scale) };
          };
          return (
            <g key={key} className={s.column} onClick={() => onOpen(key)}>
              <rect {...part(confirmed)} className={s.confirmed} />
              <rect {...part(above)} className={s.above} />
              <rect {...part(below)} className={s.below} />
              <rect {...part(open)} fill={`url(#${pattern})`} />
              <rect {...part(Math.max(0, mark - confirmed - above - below - open))} className={s.rest} />
            </g>
          );
        })}
      </svg>
      <div className={s.legend} aria-hidden="true">
        {(["confirmed", "above", "below", "open"] as const).map((kind) => (
          <span key={kind}>
            <svg className={s.sign} focusable="false">
              {kind === "open" ? (
                <rect width="9" height="9" fill={`url(#${pattern})`} />
              ) : (
                <rect width="9" height="9" className={s[kind]} />
              )}
            </svg>
            {w.review.legend[kind]}
          </span>
        ))}
      </div>
    </>
  );
}
