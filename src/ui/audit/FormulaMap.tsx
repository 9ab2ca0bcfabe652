import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { MAP_SIGNS, type FormulaMap as Map, type MapSign } from "../../app/pane/formula-map";
import { useLayout } from "../common/layout";
import { useWords } from "../i18n/words";

const HEIGHT = 12;

const useStyles = makeStyles({
  row: { display: "grid", gridTemplateColumns: "4.5em minmax(0, 1fr)", columnGap: tokens.spacingHorizontalXS },
  cut: { overflow: "hidden", textOverflow: "ellipsis", whiteSpace: "nowrap" },
  line: {
    display: "block",
    alignSelf: "center",
    width: "100%",
    height: `${HEIGHT}px`,
    "@media (forced-colors: active)": { forcedColorAdjust: "none" },
  },
  agrees: { fill: tokens.colorBrandBackground, "@media (forced-colors: active)": { fill: "CanvasText" } },
  typed: { fill: tokens.colorNeutralForeground4, "@media (forced-colors: active)": { fill: "GrayText" } },
  blank: { fill: tokens.colorNeutralBackground4, "@media (forced-colors: active)": { fill: "Canvas" } },
  red: { fill: tokens.colorPaletteRedBackground3, "@media (forced-colors: active)": { fill: "Highlight" } },
  orange: { fill: tokens.colorPaletteDarkOrangeBackground3, "@media (forced-colors: active)": { fill: "Highlight" } },
  sign: {
    stroke: tokens.colorNeutralForegroundOnBrand,
    fill: tokens.colorNeutralForegroundOnBrand,
    strokeWidth: "1.4px",
    "@media (forced-colors: active)": { stroke: "HighlightText", fill: "HighlightText" },
  },
  legend: { display: "flex", flexWrap: "wrap", columnGap: tokens.spacingHorizontalM },
  key: { width: `${HEIGHT}px`, height: `${HEIGHT}px`, marginRight: "4px", verticalAlign: "-1px" },
});

/** The formulas of a table at a glance: its columns below each other, its indicators side by side. The lists below say the same. */
export function FormulaMap({ map, isNamed }: { readonly map: Map; readonly isNamed: boolean }) {
  const l = useLayout();
  const s = useStyles();
  const w = useWords();
  return (
    <div className={l.tight} role="group" aria-label={isNamed ? w.led(map.sheet, w.audit.map) : w.audit.map}>
      {isNamed && <div className={l.quiet}>{map.sheet}</div>}
      {map.rows.map(({ header, signs }, index) => (
        <div key={index} className={mergeClasses(s.row, l.quiet)}>
          <span className={s.cut} title={header}>
            {header}
          </span>
          <Signs header={header} signs={signs} places={map.places} />
        </div>
      ))}
      {map.folded && <p className={mergeClasses(l.text, l.quiet)}>{w.audit.folded}</p>}
      <ul className={mergeClasses(l.plainList, l.quiet, s.legend)}>
        {map.counts.map(({ sign, count }) => (
          <li key={sign}>
            <svg className={s.key} aria-hidden="true" focusable="false">
              <Sign sign={sign} from={0} width={100} />
            </svg>
            {w.audit.signs[sign]} <strong>{count}</strong>
          </li>
        ))}
      </ul>
    </div>
  );
}

interface SignsProps {
  readonly header: string;
  readonly signs: readonly MapSign[];
  readonly places: readonly string[];
}

/** One column of the table: drawn as SVG, since backgrounds vanish in forced colours. */
function Signs({ header, signs, places }: SignsProps) {
  const s = useStyles();
  const w = useWords();
  const counts = MAP_SIGNS.map((sign) => ({ sign, count: signs.filter((one) => one === sign).length }));
  const said = counts.filter(({ count }) => count > 0).map(({ sign, count }) => `${w.audit.signs[sign]} ${count}`);
  const width = 100 / signs.length;
  return (
    <svg className={s.line} role="img" aria-label={w.led(header, w.list(said))} focusable="false">
      {signs.map((sign, index) => (
        <g key={index}>
          <title>{w.led(places[index] ?? "", w.audit.signs[sign])}</title>
          <Sign sign={sign} from={index * width} width={width * 0.88} />
        </g>
      ))}
    </svg>
  );
}

/** A square with what tells it apart besides its colour; `from` and `width` in percent. */
function Sign({ sign, from, width }: { readonly sign: MapSign; readonly from: number; readonly width: number }) {
  const s = useStyles();
  const fill = { overwritten: s.red, differs: s.red, stale: s.orange, unknown: s.orange, agrees: s.agrees, typed: s.typed, blank: s.blank }[sign]; // prettier-ignore
  const at = (share: number): string => `${from + width * share}%`;
  const stroke = (x1: number, y1: number, x2: number, y2: number) => (
    <line x1={at(x1)} y1={y1} x2={at(x2)} y2={y2} className={s.sign} />
  );
  return (
    <>
      <rect x={at(0)} width={`${width}%`} height={HEIGHT} rx="1" className={fill} />
      {sign === "overwritten" && (
        <>
          {stroke(0.2, 3, 0.8, 9)}
          {stroke(0.2, 9, 0.8, 3)}
        </>
      )}
      {sign === "differs" && (
        <>
          {stroke(0.2, 4.5, 0.8, 4.5)}
          {stroke(0.2, 7.5, 0.8, 7.5)}
          {stroke(0.3, 10, 0.7, 2)}
        </>
      )}
      {sign === "stale" && <circle cx={at(0.5)} cy={HEIGHT / 2} r="1.6" className={s.sign} />}
      {sign === "unknown" && stroke(0.2, HEIGHT / 2, 0.8, HEIGHT / 2)}
    </>
  );
}
