import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { ComponentType } from "react";

const useStyles = makeStyles({
  bar: {
    display: "block",
    width: "100%",
    height: "10px",
    "@media (forced-colors: active)": { forcedColorAdjust: "none" },
  },
  thin: { height: "8px" },
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

/** One part of a whole: what it is, its name and amount in words, and its share of the whole, 0 to 1. */
interface SharePart<K extends string> {
  readonly of: K;
  readonly name: string;
  readonly amount: string | number;
  readonly share: number;
}

/** Where a part is drawn. */
export interface FillProps<K extends string> {
  readonly of: K;
  readonly x: string;
  readonly width: string;
  readonly height: number;
}

interface ShareBarProps<K extends string> {
  readonly parts: readonly SharePart<K>[];
  /** Draws one part; parts are told apart by more than their colours. */
  readonly Fill: ComponentType<FillProps<K>>;
  /** The sentence that says the same. */
  readonly label: string;
  /** For a bar among others: lower, and without the legend. */
  readonly thin?: boolean;
  /** Ground between two parts, in hundredths of the whole. */
  readonly gap?: number;
}

/** Shares of a whole and their legend: drawn as SVG, since backgrounds vanish in forced colours. */
export function ShareBar<K extends string>({ parts, Fill, label, thin = false, gap = 0 }: ShareBarProps<K>) {
  const s = useStyles();
  const starts = parts.map((_, index) => parts.slice(0, index).reduce((sum, { share }) => sum + share * 100, 0));
  return (
    <>
      <svg className={mergeClasses(s.bar, thin && s.thin)} role="img" aria-label={label} focusable="false">
        {parts.map(({ of, share }, index) => (
          <Fill
            key={of}
            of={of}
            x={`${starts[index] ?? 0}%`}
            width={`${Math.max(gap, share * 100 - gap)}%`}
            height={thin ? 8 : 10}
          />
        ))}
      </svg>
      {!thin && (
        <ul className={s.legend}>
          {parts.map(({ of, name, amount }) => (
            <li key={of}>
              <svg className={s.sign} aria-hidden="true" focusable="false">
                <Fill of={of} x="0" width="9" height={9} />
              </svg>
              {name} <span className={s.number}>{amount}</span>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
