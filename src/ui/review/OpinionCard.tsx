import { Button, Field, Input, Textarea } from "@fluentui/react-components";
import { useState } from "react";
import type { OpinionPlace } from "../../app/pane/opinions";
import type { IndicatorLine } from "../../app/pane/table-summary";
import { useLayout } from "../common/layout";
import { useWords } from "../i18n/words";

export interface OpinionCardProps {
  readonly line: IndicatorLine;
  readonly place: OpinionPlace | null;
  readonly onPut: (score: string, words: string) => Promise<boolean>;
}

/** The reviewer's score and opinion on one indicator. */
export function OpinionCard({ line, place, onPut }: OpinionCardProps) {
  const l = useLayout();
  const w = useWords();
  const [score, setScore] = useState(line.reviewScore ?? "");
  const [words, setWords] = useState(line.reviewOpinion ?? "");
  const [refused, setRefused] = useState(false);
  return (
    <section className={l.card} aria-label={w.review.title}>
      <h2 className={l.heading}>{w.review.title}</h2>
      {place ? (
        <>
          <Field
            label={w.review.score}
            size="small"
            {...(refused ? { validationMessage: w.data.notANumber, validationState: "error" as const } : {})}
          >
            <Input inputMode="decimal" value={score} onChange={(_, { value }) => setScore(value)} />
          </Field>
          <Field label={w.review.opinion} size="small" hint={w.findings.reasonHint(place.cells)}>
            <Textarea resize="vertical" value={words} onChange={(_, { value }) => setWords(value)} />
          </Field>
          <div>
            <Button
              size="small"
              appearance="primary"
              onClick={() => void onPut(score, words).then((done) => setRefused(!done))}
            >
              {w.review.save}
            </Button>
          </div>
        </>
      ) : (
        <p className={l.text}>{w.review.noPlace}</p>
      )}
    </section>
  );
}
