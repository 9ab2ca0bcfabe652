import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { CoverageSummary } from "../../app/pane/table-summary";
import { Bar } from "../common/Bar";
import { useLayout } from "../common/layout";
import { useWords } from "../i18n/words";

const useStyles = makeStyles({
  legend: { display: "flex", flexWrap: "wrap", columnGap: tokens.spacingHorizontalM },
});

/** How many marks were recalculated; nothing says "passed" while any mark was not (SPEC K3). */
export function CoverageCard({ coverage }: { readonly coverage: CoverageSummary }) {
  const l = useLayout();
  const s = useStyles();
  const w = useWords();
  const { judged, lacking, unjudged, marks, shares } = coverage;
  return (
    <section className={l.card} aria-label={w.coverage.title}>
      <div className={mergeClasses(l.row, l.between, l.baseline)}>
        <h2 className={l.heading}>{w.coverage.title}</h2>
        <span className={l.number}>{w.coverage.of(judged, marks)}</span>
      </div>
      <Bar
        parts={[
          { share: shares.judged, fill: "strong" },
          { share: shares.lacking, fill: "hatched" },
          { share: shares.unjudged, fill: "faint" },
        ]}
      />
      <div className={mergeClasses(s.legend, l.quiet)}>
        {lacking !== "0" && (
          <span>
            {w.coverage.lacking} {w.marks(lacking)}
          </span>
        )}
        {unjudged !== "0" && (
          <span>
            {w.coverage.unjudged} {w.marks(unjudged)}
          </span>
        )}
      </div>
      {unjudged !== "0" && unjudged === marks && <p className={mergeClasses(l.text, l.quiet)}>{w.coverage.hint}</p>}
    </section>
  );
}
