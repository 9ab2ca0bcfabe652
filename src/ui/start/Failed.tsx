import { Button } from "@fluentui/react-components";
import { wordFailure } from "../../app/failure-words";
import type { HostFailure } from "../../host/port";
import { useLayout } from "../common/layout";
import { useLanguage, useWords } from "../i18n/words";

/** The workbook could not be read: why, and what to do. */
export function Failed({ failure, onRetry }: { readonly failure: HostFailure; readonly onRetry: () => void }) {
  const l = useLayout();
  const w = useWords();
  const lang = useLanguage();
  return (
    <section className={l.padded} role="alert">
      <h2 className={l.heading}>{w.failed.title}</h2>
      <p className={l.text}>{wordFailure(failure, lang)}</p>
      <Button appearance="primary" onClick={onRetry}>
        {w.retry}
      </Button>
    </section>
  );
}
