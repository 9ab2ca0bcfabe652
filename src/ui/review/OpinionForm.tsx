import { Button, Checkbox, Field, Input, makeStyles, mergeClasses, Textarea, tokens } from "@fluentui/react-components";
import { useState, type KeyboardEvent } from "react";
import { opinionDraft } from "../../app/pane/opinion-draft";
import type { PaneReview } from "../../app/pane/pane-review";
import type { ReviewLine } from "../../app/pane/review-lines";
import type { RuleDetails } from "../../app/pane/rule-details";
import { useDraft } from "../common/drafts";
import { isEnter } from "../common/keys";
import { useLayout } from "../common/layout";
import { useLanguage, useWords } from "../i18n/words";
import type { PaneStore } from "../pane-store";

const useStyles = makeStyles({
  label: {
    display: "flex",
    justifyContent: "space-between",
    columnGap: tokens.spacingHorizontalS,
    fontSize: tokens.fontSizeBase200,
  },
  score: { width: "84px" },
});

export interface OpinionFormProps {
  readonly line: ReviewLine;
  readonly review: PaneReview;
  readonly store: PaneStore;
  readonly details: RuleDetails | null;
  readonly onNext: () => void;
}

/** 复核分 and 复核意见, filled in as far as they follow; Enter in a field accepts them and goes on. */
export function OpinionForm({ line: { key, table, line, state }, review, store, details, onNext }: OpinionFormProps) {
  const l = useLayout();
  const s = useStyles();
  const w = useWords();
  const lang = useLanguage();
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
    const isField = event.target instanceof HTMLElement && event.target.matches("input, textarea");
    if (!isEnter(event) || event.shiftKey || !isField) return;
    accept(score);
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    // The keys are those of the fields inside.
    // eslint-disable-next-line jsx-a11y/no-static-element-interactions
    <div className={l.tight} onKeyDown={onKeyDown}>
      <Field
        size="small"
        className={s.score}
        label={w.review.score}
        {...(refused ? { validationState: "error" as const, validationMessage: w.item.wantedNumber } : {})}
      >
        <Input
          className={l.fit}
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
          className={l.fit}
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
    </div>
  );
}
