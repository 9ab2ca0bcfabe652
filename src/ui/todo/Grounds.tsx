import { mergeClasses } from "@fluentui/react-components";
import type { RuleDetails } from "../../app/pane/rule-details";
import { useLayout } from "../common/layout";
import { useWords } from "../i18n/words";

/** The arithmetic with the numbers put in, and the standard with where it comes from. */
export function Grounds({ details }: { readonly details: RuleDetails }) {
  const l = useLayout();
  const w = useWords();
  const { definition, rule, unread, recomputed } = details;
  const steps = [...(definition?.value != null ? [definition.value] : []), ...(rule?.steps ?? [])];
  return (
    <>
      {steps.length > 0 && recomputed !== null && (
        <div className={l.arithmetic}>
          {steps.map((step, index) => (
            <div key={index}>{step}</div>
          ))}
        </div>
      )}
      {rule && (
        <p className={mergeClasses(l.text, l.quiet)}>
          {w.item.standard(excerpt(rule.text), [w.rules.source[rule.source], rule.at].filter(Boolean).join(" "))}
        </p>
      )}
      {!rule && unread !== null && <p className={mergeClasses(l.text, l.quiet)}>{w.led(w.item.unread, unread)}</p>}
    </>
  );
}

const excerpt = (text: string): string => (text.length > 120 ? `${text.slice(0, 120)}…` : text);
