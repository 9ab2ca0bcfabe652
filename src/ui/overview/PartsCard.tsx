import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { PartSummary } from "../../app/pane/table-summary";
import { Bar } from "../common/Bar";
import { useLayout } from "../common/layout";
import { useWords } from "../i18n/words";

const useStyles = makeStyles({
  part: { paddingTop: tokens.spacingVerticalXXS, paddingBottom: tokens.spacingVerticalXS },
});

/** One bar for each first-level part: how much of its mark was scored; a line marks the recalculated score. */
export function PartsCard({ parts }: { readonly parts: readonly PartSummary[] }) {
  const l = useLayout();
  const s = useStyles();
  const w = useWords();
  return (
    <section className={l.card} aria-label={w.parts.title}>
      <h2 className={l.heading}>{w.parts.title}</h2>
      <ul className={l.plainList}>
        {parts.map(({ name, mark, score, share, recomputed, recomputedShare }) => (
          <li key={name} className={s.part}>
            <div className={mergeClasses(l.row, l.between, l.baseline)}>
              <span className={l.text}>{name}</span>
              <span className={l.number}>{score === null ? w.parts.unscored : w.parts.scored(score, mark)}</span>
            </div>
            <Bar parts={[{ share, fill: "strong" }]} mark={recomputedShare} />
            {recomputed !== null && recomputed !== score && (
              <span className={l.quiet}>
                {w.totals.recomputed} {recomputed}
              </span>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
