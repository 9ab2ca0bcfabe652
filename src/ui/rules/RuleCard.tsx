import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";
import type { RuleDetails, SettingLine, Trial } from "../../app/pane/rule-details";
import { useLayout } from "../common/layout";
import { useWords } from "../i18n/words";
import { RuleTrial } from "./RuleTrial";

const useStyles = makeStyles({
  figures: {
    display: "flex",
    flexWrap: "wrap",
    columnGap: tokens.spacingHorizontalL,
    rowGap: tokens.spacingVerticalXS,
  },
  steps: { margin: 0, paddingLeft: "1.4em", overflowWrap: "anywhere" },
});

export interface RuleCardProps {
  readonly details: RuleDetails;
  readonly settings: readonly SettingLine[];
  readonly onTry: (typed: ReadonlyMap<string, string>) => Trial | null;
}

/** One indicator: its figures, its definition and rule as printed, the arithmetic with the numbers put in, its formulas. */
export function RuleCard({ details, settings, onTry }: RuleCardProps) {
  const l = useLayout();
  const s = useStyles();
  const w = useWords();
  const { name, path, cell, typed, fullMark, recomputed, status, missing, definition, rule, unread, standard } =
    details;
  return (
    <section className={l.card} aria-label={name}>
      <div>
        <h2 className={l.heading}>
          {name} <span className={l.quiet}>{cell}</span>
        </h2>
        <p className={mergeClasses(l.text, l.quiet)}>{path.slice(0, -1).join(" › ")}</p>
      </div>
      <div className={mergeClasses(s.figures, l.number)}>
        <span>
          {w.rules.typed} {typed ?? "—"}
          {fullMark !== null && ` / ${fullMark}`}
        </span>
        <span>
          {w.rules.recomputed} {recomputed ?? "—"}
        </span>
      </div>
      {status !== "computed" && <p className={l.text}>{w.rules.status[status]}</p>}
      {missing.length > 0 && <p className={mergeClasses(l.text, l.quiet)}>{w.rules.missing(w.list(missing))}</p>}
      {definition && (
        <Part title={`${w.rules.definition} · ${w.rules.source[definition.source]} ${definition.at}`}>
          <p className={l.printed}>{definition.text}</p>
          {definition.value !== null && <p className={mergeClasses(l.text, l.number)}>{definition.value}</p>}
          <Steps steps={definition.steps} />
          {definition.notes.map((note, index) => (
            <p key={index} className={mergeClasses(l.text, l.quiet)}>
              {note}
            </p>
          ))}
          <Formula text={definition.formula} />
        </Part>
      )}
      {rule && (
        <Part title={`${w.rules.standard} · ${w.rules.source[rule.source]} ${rule.at}`}>
          <p className={l.printed}>{rule.text}</p>
          <h3 className={l.subheading}>{w.rules.explanation}</h3>
          <Steps steps={rule.explanation} />
          {rule.ambiguities.map((text, index) => (
            <p key={index} className={mergeClasses(l.text, l.quiet)}>
              {w.led(w.rules.ambiguity, text)}
            </p>
          ))}
          {rule.steps.length > 0 && <h3 className={l.subheading}>{w.rules.arithmetic}</h3>}
          <Steps steps={rule.steps} />
          <RuleTrial inputs={rule.inputs} onTry={onTry} />
          <Formula text={rule.formula} />
          <h3 className={l.subheading}>{w.rules.decidedBy}</h3>
          <p className={mergeClasses(l.text, l.quiet)}>
            {w.list(
              settings.map(({ label, value, source }) => w.noted(`${label} ${value}`, w.rules.settingSources[source])),
            )}
          </p>
        </Part>
      )}
      {!rule && standard !== null && (
        <Part title={w.rules.standard}>
          <p className={l.printed}>{standard}</p>
          {unread !== null && <p className={mergeClasses(l.text, l.quiet)}>{w.led(w.rules.unread, unread)}</p>}
        </Part>
      )}
    </section>
  );
}

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const l = useLayout();
  return (
    <div className={l.tight}>
      <h3 className={l.subheading}>{title}</h3>
      {children}
    </div>
  );
}

function Steps({ steps }: { readonly steps: readonly string[] }) {
  const s = useStyles();
  if (steps.length === 0) return null;
  return (
    <ul className={s.steps}>
      {steps.map((step, index) => (
        <li key={index}>{step}</li>
      ))}
    </ul>
  );
}

/** The live formula as it will stand in the sheet; it can be selected and copied. */
function Formula({ text }: { readonly text: string }) {
  const l = useLayout();
  const w = useWords();
  return (
    <>
      <h3 className={l.subheading}>{w.rules.formula}</h3>
      <pre className={l.formula}>{text}</pre>
    </>
  );
}
