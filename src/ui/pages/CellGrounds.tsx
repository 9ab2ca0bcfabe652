import { mergeClasses } from "@fluentui/react-components";
import { useMemo } from "react";
import type { Passport } from "../../app/pane/passport";
import type { PaneReview } from "../../app/pane/pane-review";
import { ruleDetails, tryRule } from "../../app/pane/rule-details";
import { useLayout } from "../common/layout";
import { useLanguage, useWords } from "../i18n/words";
import { Grounds } from "../todo/Grounds";
import { RuleTrial } from "./RuleTrial";

export interface CellGroundsProps {
  readonly line: Passport["line"];
  readonly review: PaneReview;
}

/** What the score of the cell's row rests on, step by step, with its rule to try. */
export function CellGrounds({ line, review }: CellGroundsProps) {
  const l = useLayout();
  const w = useWords();
  const lang = useLanguage();
  const details = useMemo(
    () => (line ? ruleDetails(review.review, line.table.id, line.index, lang) : null),
    [review, line, lang],
  );
  if (!details || (details.definition === null && details.rule === null && details.unread === null)) return null;
  return (
    <section className={l.tight} aria-label={w.rules.basis}>
      <h2 className={l.subheading}>{w.rules.arithmetic}</h2>
      <Grounds details={details} />
      {details.definition && <p className={l.printed}>{details.definition.text}</p>}
      {details.missing.length > 0 && <p className={l.text}>{w.rules.missing(w.list(details.missing))}</p>}
      {details.rule?.explanation.map((step, index) => (
        <p key={index} className={mergeClasses(l.text, l.quiet)}>
          {step}
        </p>
      ))}
      {details.rule?.ambiguities.map((text, index) => (
        <p key={index} className={mergeClasses(l.text, l.quiet)}>
          {w.led(w.rules.ambiguity, text)}
        </p>
      ))}
      {details.rule && line && (
        <details>
          <summary>{w.rules.trial}</summary>
          <RuleTrial
            inputs={details.rule.inputs}
            onTry={(typed) => tryRule(review.review, line.table.id, line.index, typed, lang)}
          />
        </details>
      )}
      <p className={mergeClasses(l.text, l.quiet)}>
        {w.led(
          w.rules.decidedBy,
          w.list(
            review.settings.map(({ label, value: set, source }) =>
              w.noted(`${label} ${set}`, w.rules.settingSources[source]),
            ),
          ),
        )}
      </p>
    </section>
  );
}
