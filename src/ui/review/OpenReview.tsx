import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { useEffect, useMemo, useRef, type KeyboardEvent } from "react";
import type { PaneReview } from "../../app/pane/pane-review";
import type { ReviewLine } from "../../app/pane/review-lines";
import { ruleDetails } from "../../app/pane/rule-details";
import { useMayWrite } from "../common/may-write";
import { useLayout } from "../common/layout";
import { useLanguage, useWords } from "../i18n/words";
import type { PaneStore } from "../pane-store";
import { Grounds } from "../todo/Grounds";
import { OpinionForm } from "./OpinionForm";

const useStyles = makeStyles({
  tag: {
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusSmall,
    padding: "0 4px",
    fontSize: tokens.fontSizeBase200,
  },
});

export interface OpenReviewProps {
  readonly line: ReviewLine;
  readonly review: PaneReview;
  readonly store: PaneStore;
  readonly onNext: () => void;
}

/** One indicator under review: what its score rests on, and the opinion where the pane may write one. */
export function OpenReview({ line: reviewed, review, store, onNext }: OpenReviewProps) {
  const { table, line, state } = reviewed;
  const l = useLayout();
  const s = useStyles();
  const w = useWords();
  const lang = useLanguage();
  const mayWrite = useMayWrite();
  const root = useRef<HTMLDivElement>(null);
  const details = useMemo(() => ruleDetails(review.review, table, line.index, lang), [review, table, line, lang]);
  const present = line.opinion?.present;
  useEffect(() => {
    const field = root.current?.querySelector<HTMLInputElement>("input[data-field]");
    root.current?.parentElement?.parentElement?.scrollIntoView({ block: "nearest" });
    field?.focus({ preventScroll: true });
    field?.select();
  }, []);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== "Escape") return;
    store.actions.review(null, null);
    event.preventDefault();
    event.stopPropagation();
  };
  const reason = review.review.tables.find((one) => one.table.id === table)?.table.indicators[line.index]?.reason?.raw;
  const round = line.opinion?.round ?? review.round;
  return (
    // The keys are those of the fields inside.
    // eslint-disable-next-line jsx-a11y/no-static-element-interactions
    <div ref={root} className={l.tight} onKeyDown={onKeyDown}>
      {details && <Grounds details={details} />}
      {line.recomputed === null && <p className={mergeClasses(l.text, l.quiet)}>{w.states[line.state]}</p>}
      {typeof reason === "string" && (
        <p className={l.text}>
          <span className={l.quiet}>{w.review.reasonOfUnit}</span> {reason}
        </p>
      )}
      {present && present.score !== "" && round < review.round && (
        <p className={l.text}>
          <span className={s.tag}>{state === "changed" ? w.review.changed : w.review.lastRound(round)}</span>{" "}
          {present.score} {present.words}
        </p>
      )}
      {mayWrite && <OpinionForm line={reviewed} review={review} store={store} details={details} onNext={onNext} />}
    </div>
  );
}
