import { Button, Checkbox, Field, Input, makeStyles, mergeClasses, Textarea, tokens } from "@fluentui/react-components";
import { useEffect, useMemo, useRef, useState, type KeyboardEvent } from "react";
import { opinionDraft } from "../../app/pane/opinion-draft";
import type { PaneReview } from "../../app/pane/pane-review";
import type { ReviewLine } from "../../app/pane/review-lines";
import { ruleDetails } from "../../app/pane/rule-details";
import { useDraft } from "../common/drafts";
import { isEnter } from "../common/keys";
import { useMayWrite } from "../common/may-write";
import { useLayout } from "../common/layout";
import { useLanguage, useWords } from "../i18n/words";
import type { PaneStore } from "../pane-store";
import { Grounds } from "../todo/Grounds";

const useStyles = makeStyles({
  label: {
    display: "flex",
    justifyContent: "space-between",
    columnGap: tokens.spacingHorizontalS,
    fontSize: tokens.fontSizeBase200,
  },
  score: { width: "84px" },
  field: { width: "100%", minWidth: 0 },
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

/** One indicator under review: the score is filled in, Enter accepts it and goes on. */
export function OpenReview({ line: { key, table, line, state }, review, store, onNext }: OpenReviewProps) {
  const l = useLayout();
  const s = useStyles();
  const w = useWords();
  const lang = useLanguage();
  const mayWrite = useMayWrite();
  const root = useRef<HTMLDivElement>(null);
  const details = useMemo(() => ruleDetails(review.review, table, line.index, lang), [review, table, line, lang]);
  const present = line.opinion?.present;
  const given = present && present.score !== "" && state !== "changed" ? present : null;
  const proposed = given?.score ?? line.recomputed ?? line.score ?? "";
  const [typedScore, setScore] = useDraft(`review:${key}:score`);
  const [typedWords, setWords] = useDraft(`review:${key}:words`);
  const [typedReturn, setReturn] = useState<boolean | null>(null);
  const [refused, setRefused] = useState(false);
  const score = typedScore ?? proposed;
  const drafted = given?.words ?? (details ? opinionDraft(details, score.trim(), review.rules.isOfficial, lang) : "");
  const words = typedWords ?? drafted;
  const returned = typedReturn ?? given?.returned ?? (score.trim() !== "" && score.trim() !== line.score);
  useEffect(() => {
    const field = root.current?.querySelector<HTMLInputElement>("input[data-field]");
    root.current?.parentElement?.parentElement?.scrollIntoView({ block: "nearest" });
    field?.focus({ preventScroll: true });
    field?.select();
  }, []);
  const accept = (value: string): void => {
    if (!/^[+-]?(\d+(\.\d*)?|\.\d+)$/.test(value.normalize("NFKC").trim())) {
      setRefused(true);
      return;
    }
    const opinion = { table, index: line.index, score: value.trim(), words, returned };
    const outcome = store.actions.opine([opinion], line.opinion?.cells ?? "");
    onNext();
    void outcome.then((came) => {
      if (came !== "done") return;
      setScore(null);
      setWords(null);
    });
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === "Escape") store.actions.review(null, null);
    else if (
      isEnter(event) &&
      !event.shiftKey &&
      event.target instanceof HTMLElement &&
      event.target.matches("input, textarea")
    )
      accept(score);
    else return;
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
      {mayWrite && (
        <>
          <Field
            size="small"
            className={s.score}
            label={w.review.score}
            {...(refused ? { validationState: "error" as const, validationMessage: w.item.wantedNumber } : {})}
          >
            <Input
              className={s.field}
              data-field
              inputMode="decimal"
              autoComplete="off"
              value={score}
              onChange={(_, { value }) => {
                setScore(value);
                setRefused(false);
              }}
            />
          </Field>
          <Field
            size="small"
            label={{
              children: (
                <span className={s.label}>
                  <span>{w.review.opinion}</span>
                  <span className={l.quiet}>{w.review.storedIn(line.opinion?.cells ?? "")}</span>
                </span>
              ),
              style: { display: "block", width: "100%" },
            }}
          >
            <Textarea
              className={s.field}
              resize="vertical"
              rows={2}
              value={words}
              onChange={(_, { value }) => setWords(value)}
            />
          </Field>
          <div className={mergeClasses(l.row, l.wrap)}>
            <Button appearance="primary" onClick={() => accept(score)}>
              {w.review.accept(score)}
              <span className={l.key}>{w.item.keys.save}</span>
            </Button>
            {line.score !== null && line.score !== score && (
              <Button appearance="subtle" size="small" onClick={() => accept(line.score ?? "")}>
                {w.review.acceptSelf(line.score)}
              </Button>
            )}
            <Checkbox
              label={w.review.returned}
              checked={returned}
              onChange={(_, { checked }) => setReturn(checked === true)}
            />
          </div>
        </>
      )}
    </div>
  );
}
