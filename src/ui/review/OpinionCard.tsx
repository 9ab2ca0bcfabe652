import { Button, Field, Input, Textarea } from "@fluentui/react-components";
import { useState } from "react";
import type { OpinionPlace } from "../../app/pane/opinions";
import { useDraft } from "../common/drafts";
import { useLayout } from "../common/layout";
import { useWords } from "../i18n/words";
import type { Outcome } from "../store/outcome";

export interface OpinionCardProps {
  /** The indicator, so that what is half typed about it is kept. */
  readonly about: string;
  readonly place: OpinionPlace;
  readonly onPut: (score: string, words: string) => Promise<Outcome>;
  readonly onWriteFirst: () => void;
}

/** The reviewer's score and opinion on one indicator; what has no place yet gets one when the review is written. */
export function OpinionCard({ about, place, onPut, onWriteFirst }: OpinionCardProps) {
  const l = useLayout();
  const w = useWords();
  const [typedScore, setScore] = useDraft(`score:${about}`);
  const [typedWords, setWords] = useDraft(`opinion:${about}`);
  const score = typedScore ?? place.present.score;
  const words = typedWords ?? place.present.words;
  const [refused, setRefused] = useState(false);
  const put = async (): Promise<void> => {
    const outcome = await onPut(score, words);
    setRefused(outcome === "refused");
    if (outcome !== "done") return;
    setScore(null);
    setWords(null);
  };
  const takesWords = place.words !== null;
  const takesScore = takesWords || place.score !== null;
  return (
    <section className={l.card} aria-label={w.review.title}>
      <h2 className={l.heading}>{w.review.title}</h2>
      {takesScore && (
        <Field
          label={w.review.score}
          size="small"
          {...(refused ? { validationMessage: w.data.notANumber, validationState: "error" as const } : {})}
        >
          <Input inputMode="decimal" value={score} onChange={(_, { value }) => setScore(value)} />
        </Field>
      )}
      {takesWords && (
        <Field label={w.review.opinion} size="small" hint={w.findings.putInto(place.cells)}>
          <Textarea resize="vertical" value={words} onChange={(_, { value }) => setWords(value)} />
        </Field>
      )}
      {!takesWords && <p className={l.text}>{w.review.noPlace}</p>}
      <div className={l.row}>
        {takesScore && (
          <Button size="small" appearance="primary" onClick={() => void put()}>
            {w.review.save}
          </Button>
        )}
        {!takesWords && (
          <Button size="small" appearance={takesScore ? "secondary" : "primary"} onClick={onWriteFirst}>
            {w.findings.writeFirst}
          </Button>
        )}
      </div>
    </section>
  );
}
