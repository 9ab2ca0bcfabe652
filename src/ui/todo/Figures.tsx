import { Link, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { ChevronDown16Regular, ChevronRight16Regular, ChevronUp16Regular } from "@fluentui/react-icons";
import { useState } from "react";
import type { TableSummary } from "../../app/pane/table-summary";
import { useLayout } from "../common/layout";
import { StateBar } from "../common/StateBar";
import { useWords } from "../i18n/words";

const useStyles = makeStyles({
  box: {
    display: "flex",
    flexDirection: "column",
    rowGap: tokens.spacingVerticalXS,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM} 0`,
  },
  small: {
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightRegular,
    color: tokens.colorNeutralForeground2,
  },
  links: {
    display: "flex",
    justifyContent: "space-between",
    columnGap: tokens.spacingHorizontalS,
    minWidth: 0,
    fontSize: tokens.fontSizeBase200,
  },
  parts: { flexShrink: 0, display: "inline-flex", alignItems: "center", whiteSpace: "nowrap" },
  link: { minWidth: 0, display: "inline-flex", alignItems: "center", textAlign: "start" },
  narrow: { display: "none", "@media (max-width: 300px)": { display: "inline" } },
  wide: { "@media (max-width: 300px)": { display: "none" } },
  part: {
    display: "flex",
    justifyContent: "space-between",
    fontSize: tokens.fontSizeBase200,
    columnGap: tokens.spacingHorizontalS,
  },
});

export interface FiguresProps {
  readonly table: TableSummary;
  /** What judges: a pack's name, else what the table prints. */
  readonly rules: string;
  readonly onRules: () => void;
}

/** What the table comes to, and what that rests on. */
export function Figures({ table: { states, totals, parts }, rules, onRules }: FiguresProps) {
  const l = useLayout();
  const s = useStyles();
  const w = useWords();
  const [unfolded, setUnfolded] = useState(false);
  return (
    <section className={s.box} aria-label={w.figures.judged}>
      <div className={l.figures}>
        <div className={l.figure}>
          <span className={l.figureLabel}>{w.figures.self}</span>
          <span className={l.figureValue}>{totals.typed ?? w.figures.none}</span>{" "}
          <span className={s.small}>
            {totals.grade ?? (totals.unscored > 0 ? `${w.figures.unscored} ${totals.unscored}` : "")}
          </span>
        </div>
        <div className={l.figure}>
          <span className={l.figureLabel}>{w.figures.judged}</span>
          <span className={l.figureValue}>{states.judged}</span>{" "}
          <span className={s.small}>{w.figures.of(states.full)}</span>
        </div>
        {states.judged !== "0" && (
          <div className={l.figure}>
            <span className={l.figureLabel}>
              <span className={s.wide}>{w.figures.both}</span>
              <span className={s.narrow}>{w.figures.bothNarrow}</span>
            </span>
            <span className={l.figureValue}>
              {states.self} <span className={s.small}>→</span>{" "}
              <span className={mergeClasses(states.differs && l.danger)}>{states.recomputed}</span>
            </span>
          </div>
        )}
      </div>
      <StateBar shares={states.shares} />
      {unfolded &&
        parts.map(({ name, score, states: own }) => (
          <div key={name}>
            <div className={s.part}>
              <span>
                {name} <span className={s.small}>{w.part(score ?? w.figures.none, own.full)}</span>
              </span>
              <span>{w.partJudged(own.judged, own.full)}</span>
            </div>
            <StateBar shares={own.shares} thin />
          </div>
        ))}
      {totals.capped && (
        <p className={mergeClasses(l.text, l.quiet)}>
          {w.capped(totals.capped.before, totals.capped.after, totals.capped.clause)}
        </p>
      )}
      {totals.unanswered.map(({ question, clause }) => (
        <p key={question} className={mergeClasses(l.text, l.quiet)}>
          {w.openQuestion(question, clause)}
        </p>
      ))}
      <div className={s.links}>
        <Link as="button" className={s.link} onClick={onRules}>
          <span className={l.cut}>{w.byRules(rules)}</span> <ChevronRight16Regular />
        </Link>
        {parts.length > 1 && (
          <Link as="button" className={s.parts} aria-expanded={unfolded} onClick={() => setUnfolded(!unfolded)}>
            {w.parts} {unfolded ? <ChevronUp16Regular /> : <ChevronDown16Regular />}
          </Link>
        )}
      </div>
    </section>
  );
}
