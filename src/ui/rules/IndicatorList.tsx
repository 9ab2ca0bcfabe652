import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { IndicatorLine } from "../../app/pane/table-summary";
import { useLayout } from "../common/layout";
import { useWords } from "../i18n/words";

const useStyles = makeStyles({
  line: {
    marginLeft: `calc(-1 * ${tokens.spacingHorizontalS})`,
    width: `calc(100% + 2 * ${tokens.spacingHorizontalS})`,
  },
  cell: { minWidth: "34px", color: tokens.colorBrandForeground1, fontVariantNumeric: "tabular-nums" },
  differs: { fontWeight: tokens.fontWeightSemibold, color: tokens.colorStatusDangerForeground1 },
});

export interface IndicatorListProps {
  readonly indicators: readonly IndicatorLine[];
  readonly reviewer: boolean;
  readonly onPick: (line: IndicatorLine) => void;
}

/** All indicators with score, full mark and what was recalculated; those that no rule judges say so. */
export function IndicatorList({ indicators, reviewer, onPick }: IndicatorListProps) {
  const l = useLayout();
  const s = useStyles();
  const w = useWords();
  const without = indicators.filter(({ hasRule }) => !hasRule).length;
  return (
    <section className={l.card} aria-label={w.rules.list}>
      <h2 className={l.heading}>{w.rules.list}</h2>
      {without > 0 && <p className={mergeClasses(l.text, l.quiet)}>{w.rules.withoutRule(without)}</p>}
      <ul className={l.plainList}>
        {indicators.map((line) => (
          <li key={line.index}>
            <button type="button" className={mergeClasses(l.line, s.line)} onClick={() => onPick(line)}>
              <span className={s.cell}>{line.cell}</span>
              <span className={mergeClasses(l.grow, l.text)}>
                {line.name}
                {!line.hasRule && <span className={l.quiet}> {w.rules.noRule}</span>}
              </span>
              <span className={mergeClasses(l.number, line.differs && s.differs)}>
                {line.score ?? "—"}
                {line.recomputed !== null && line.recomputed !== line.score ? ` → ${line.recomputed}` : ""}
                {line.fullMark !== null && <span className={l.quiet}> / {line.fullMark}</span>}
                {reviewer && line.opinion?.present.score && ` · ${line.opinion.present.score}`}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
