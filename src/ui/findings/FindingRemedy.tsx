import { Button, Field, makeStyles, mergeClasses, Textarea, tokens } from "@fluentui/react-components";
import { useState } from "react";
import type { PaneFinding } from "../../app/pane/pane-findings";
import type { Remedy } from "../../app/pane/remedies";
import { useLayout } from "../common/layout";
import { useWords } from "../i18n/words";
import type { Outcome } from "../store/typing";
import type { FindingActions } from "./FindingItem";

const useStyles = makeStyles({
  buttons: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
});

export interface FindingRemedyProps {
  readonly finding: PaneFinding;
  readonly hasRecord: boolean;
  readonly actions: FindingActions;
}

/** What can be done here about one finding: type the reason, fill in the data, mend the cell, or waive it with a reason. */
export function FindingRemedy({ finding, hasRecord, actions }: FindingRemedyProps) {
  const l = useLayout();
  const s = useStyles();
  const w = useWords();
  const [waiving, setWaiving] = useState(false);
  const { remedy, waived, fingerprint } = finding;
  return (
    <div className={l.tight}>
      {remedy?.do === "text" && <TypedRemedy remedy={remedy} actions={actions} />}
      {waiving && !hasRecord && <p className={mergeClasses(l.text, l.quiet)}>{w.findings.waiveNeedsRecord}</p>}
      {waiving && hasRecord && (
        <TextRemedy
          label={w.findings.waiveLabel}
          hint={w.findings.waiveHint}
          button={w.findings.waive}
          onPut={(text) => actions.waive(fingerprint, text)}
        />
      )}
      <div className={s.buttons}>
        {((remedy?.do === "text" && !remedy.at) || (waiving && !hasRecord)) && (
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
  readonly remedy: Extract<Remedy, { readonly do: "text" }>;
  readonly actions: FindingActions;
}

function TypedRemedy({ remedy: { what, at, cell }, actions }: TypedRemedyProps) {
  const l = useLayout();
  const w = useWords();
  if (!at) return <p className={mergeClasses(l.text, l.quiet)}>{w.findings.reasonNoPlace}</p>;
  return (
    <TextRemedy
      label={w.findings.textLabels[what]}
      hint={w.findings.putInto(cell)}
      button={w.findings.put}
      onPut={(text) => actions.putText(what, at, text)}
    />
  );
}

interface TextRemedyProps {
  readonly label: string;
  readonly hint: string;
  readonly button: string;
  readonly onPut: (text: string) => Promise<Outcome>;
}

/** A text to type, put by its button or Ctrl+Enter; while it is put it can not be put again. */
function TextRemedy({ label, hint, button, onPut }: TextRemedyProps) {
  const s = useStyles();
  const [text, setText] = useState("");
  const [busy, setBusy] = useState(false);
  const put = async (): Promise<void> => {
    if (text.trim() === "" || busy) return;
    setBusy(true);
    await onPut(text);
    setBusy(false);
  };
  return (
    <>
      <Field label={label} hint={hint} size="small">
        <Textarea
          value={text}
          resize="vertical"
          onChange={(_, { value }) => setText(value)}
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
