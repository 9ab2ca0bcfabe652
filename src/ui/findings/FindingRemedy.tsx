import { Button, Field, makeStyles, mergeClasses, Textarea, tokens } from "@fluentui/react-components";
import { useEffect, useRef, useState } from "react";
import type { PaneFinding } from "../../app/pane/pane-findings";
import type { Remedy } from "../../app/pane/remedies";
import { useDraft } from "../common/drafts";
import { useLayout } from "../common/layout";
import { useWords } from "../i18n/words";
import type { Outcome } from "../store/outcome";
import type { FindingActions } from "./finding-actions";

const useStyles = makeStyles({
  buttons: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
});

export interface FindingRemedyProps {
  readonly finding: PaneFinding;
  readonly actions: FindingActions;
}

/** What can be done here about one finding: type the reason, fill in the data, mend the cell, or waive it with a reason. */
export function FindingRemedy({ finding, actions }: FindingRemedyProps) {
  const l = useLayout();
  const s = useStyles();
  const w = useWords();
  const [waiving, setWaiving] = useState(false);
  const { remedy, waived, recorded, fingerprint } = finding;
  const waive = async (text: string): Promise<Outcome> => {
    const outcome = await actions.waive(fingerprint, text);
    if (outcome === "done") setWaiving(false);
    return outcome;
  };
  return (
    <div className={l.tight}>
      {remedy?.do === "text" && <TypedRemedy fingerprint={fingerprint} remedy={remedy} actions={actions} />}
      {waiving && !recorded && <p className={mergeClasses(l.text, l.quiet)}>{w.findings.waiveNeedsRecord}</p>}
      {waiving && recorded && (
        <TextRemedy
          about={`waiver:${fingerprint}`}
          label={w.findings.waiveLabel}
          hint={w.findings.waiveHint}
          button={w.findings.waive}
          takesFocus
          onPut={waive}
        />
      )}
      <div className={s.buttons}>
        {((remedy?.do === "text" && !remedy.at) || (waiving && !recorded)) && (
          <Button size="small" appearance="primary" onClick={actions.writeFirst}>
            {w.findings.writeFirst}
          </Button>
        )}
        {remedy?.do === "data" && (
          <Button size="small" appearance="primary" onClick={() => actions.wantData(remedy.labels)}>
            {w.findings.fillData}
          </Button>
        )}
        {remedy?.do === "put" && (
          <Button size="small" appearance="primary" onClick={() => void actions.mend(remedy)}>
            {w.findings.mends[remedy.what](remedy.shown)}
          </Button>
        )}
        {waived ? (
          <Button size="small" onClick={() => void actions.waive(fingerprint, null)}>
            {w.findings.takeBack}
          </Button>
        ) : (
          !waiving && (
            <Button size="small" appearance="subtle" onClick={() => setWaiving(true)}>
              {w.findings.waive}…
            </Button>
          )
        )}
      </div>
    </div>
  );
}

interface TypedRemedyProps {
  readonly fingerprint: string;
  readonly remedy: Extract<Remedy, { readonly do: "text" }>;
  readonly actions: FindingActions;
}

function TypedRemedy({ fingerprint, remedy: { what, at, cell }, actions }: TypedRemedyProps) {
  const l = useLayout();
  const w = useWords();
  if (!at) return <p className={mergeClasses(l.text, l.quiet)}>{w.findings.reasonNoPlace}</p>;
  return (
    <TextRemedy
      about={`${what}:${fingerprint}`}
      label={w.findings.textLabels[what]}
      hint={w.findings.putInto(cell)}
      button={w.findings.put}
      onPut={(text) => actions.putText(what, at, text)}
    />
  );
}

interface TextRemedyProps {
  /** What the text is about, so that it is kept while it is half typed. */
  readonly about: string;
  readonly label: string;
  readonly hint: string;
  readonly button: string;
  /** Where the person has just asked for it. */
  readonly takesFocus?: boolean;
  readonly onPut: (text: string) => Promise<Outcome>;
}

/** A text to type, put by its button or Ctrl+Enter; while it is put it can not be put again. */
function TextRemedy({ about, label, hint, button, takesFocus = false, onPut }: TextRemedyProps) {
  const s = useStyles();
  const [draft, setDraft] = useDraft(about);
  const text = draft ?? "";
  const [busy, setBusy] = useState(false);
  const put = async (): Promise<void> => {
    if (text.trim() === "" || busy) return;
    setBusy(true);
    if ((await onPut(text)) === "done") setDraft(null);
    setBusy(false);
  };
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    if (takesFocus) field.current?.focus();
  }, [takesFocus]);
  return (
    <>
      <Field label={label} hint={hint} size="small">
        <Textarea
          textarea={{ ref: field }}
          value={text}
          resize="vertical"
          onChange={(_, { value }) => setDraft(value)}
          onKeyDown={(event) => {
            if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) void put();
          }}
        />
      </Field>
      <div className={s.buttons}>
        <Button size="small" appearance="primary" disabled={text.trim() === "" || busy} onClick={() => void put()}>
          {button}
        </Button>
      </div>
    </>
  );
}
