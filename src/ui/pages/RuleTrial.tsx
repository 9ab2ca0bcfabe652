import { Field, Input, makeStyles, mergeClasses, Select, tokens } from "@fluentui/react-components";
import { useState } from "react";
import type { RuleQuestion, Trial } from "../../app/pane/rule-details";
import { useLayout } from "../common/layout";
import { useWords } from "../i18n/words";

const useStyles = makeStyles({
  inputs: {
    display: "grid",
    gridTemplateColumns: "repeat(auto-fill, minmax(120px, 1fr))",
    gap: tokens.spacingHorizontalS,
  },
  input: { minWidth: 0, width: "100%" },
  score: { fontWeight: tokens.fontWeightSemibold },
});

export interface RuleTrialProps {
  readonly inputs: readonly RuleQuestion[];
  readonly onTry: (typed: ReadonlyMap<string, string>) => Trial | null;
}

/** Tries the rule with other values, without touching the workbook. */
export function RuleTrial({ inputs, onTry }: RuleTrialProps) {
  const l = useLayout();
  const s = useStyles();
  const w = useWords();
  const [typed, setTyped] = useState<ReadonlyMap<string, string>>(new Map());
  const values = new Map(inputs.map(({ name, given }) => [name, typed.get(name) ?? given ?? ""]));
  const isTried = [...typed.values()].some((text) => text.trim() !== "");
  const trial = isTried ? onTry(values) : null;
  return (
    <div className={l.tight}>
      <h3 className={l.subheading}>{w.rules.trial}</h3>
      <div className={s.inputs}>
        {inputs.map(({ name, type, unit, options }) => {
          const put = (value: string): void => setTyped(new Map(typed).set(name, value));
          return (
            <Field key={name} size="small" label={unit === null ? name : w.noted(name, unit)}>
              {options.length > 0 ? (
                <Select
                  size="small"
                  className={s.input}
                  value={values.get(name) ?? ""}
                  onChange={(_, { value }) => put(value)}
                >
                  <option value="">{w.data.choose}</option>
                  {options.map((option) => (
                    <option key={option}>{option}</option>
                  ))}
                </Select>
              ) : (
                <Input
                  size="small"
                  className={s.input}
                  inputMode="decimal"
                  value={values.get(name) ?? ""}
                  placeholder={type === "rate" ? w.rules.percentHint : ""}
                  onChange={(_, { value }) => put(value)}
                />
              )}
            </Field>
          );
        })}
      </div>
      <div aria-live="polite">
        {trial && (
          <>
            <p className={mergeClasses(l.text, s.score)}>
              {trial.score === null ? w.rules.trialNone : w.rules.trialScore(trial.score)}
            </p>
            {trial.steps.map((step, index) => (
              <p key={index} className={mergeClasses(l.text, l.quiet)}>
                {step}
              </p>
            ))}
          </>
        )}
      </div>
    </div>
  );
}
