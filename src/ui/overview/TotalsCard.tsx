import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { TotalsSummary } from "../../app/pane/table-summary";
import { useLayout } from "../common/layout";
import { useWords } from "../i18n/words";

const useStyles = makeStyles({
  facts: {
    display: "grid",
    gridTemplateColumns: "auto 1fr",
    columnGap: tokens.spacingHorizontalM,
    rowGap: tokens.spacingVerticalXS,
    margin: 0,
  },
  term: { color: tokens.colorNeutralForeground2 },
  value: { margin: 0, textAlign: "end", overflowWrap: "anywhere", fontVariantNumeric: "tabular-nums" },
  strong: { fontWeight: tokens.fontWeightSemibold },
});

/** The total as typed, as the table states it and as recalculated; the grade with what it rests on. */
export function TotalsCard({ totals }: { readonly totals: TotalsSummary }) {
  const l = useLayout();
  const s = useStyles();
  const w = useWords();
  const { typed, stated, recomputed, fullMark, grade, capped, unanswered } = totals;
  const facts: readonly (readonly [term: string, value: string, strong: boolean])[] = [
    [w.totals.typed, typed === null ? w.totals.blank : w.totals.of(typed, fullMark), true],
    ...(stated !== null && stated !== typed
      ? [[w.totals.stated, w.noted(stated, w.totals.differs), true] as const]
      : []),
    [w.totals.recomputed, recomputed === null ? w.totals.open : w.totals.of(recomputed, fullMark), recomputed !== null],
    [w.totals.grade, grade ? w.noted(grade.value, w.totals.basis[grade.basis]) : w.totals.noGrade, grade !== null],
  ];
  return (
    <section className={l.card} aria-label={w.totals.title}>
      <h2 className={l.heading}>{w.totals.title}</h2>
      <dl className={s.facts}>
        {facts.map(([term, value, strong]) => (
          <Fact key={term} term={term} value={value} strong={strong} />
        ))}
      </dl>
      {capped && (
        <p className={mergeClasses(l.text, l.quiet)}>{w.totals.capped(capped.before, capped.after, capped.clause)}</p>
      )}
      {unanswered.map(({ question, clause }, index) => (
        <p key={index} className={mergeClasses(l.text, l.quiet)}>
          {w.totals.unanswered(question, clause)}
        </p>
      ))}
    </section>
  );
}

function Fact({ term, value, strong }: { readonly term: string; readonly value: string; readonly strong: boolean }) {
  const s = useStyles();
  return (
    <>
      <dt className={s.term}>{term}</dt>
      <dd className={mergeClasses(s.value, strong && s.strong)}>{value}</dd>
    </>
  );
}
