import {
  Button,
  Checkbox,
  Dialog,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  makeStyles,
  mergeClasses,
  tokens,
} from "@fluentui/react-components";
import { useEffect, useState } from "react";
import type { Proposal } from "../../app/pane/engine";
import { useLayout } from "../common/layout";
import { useWords } from "../i18n/words";
import type { Work } from "../pane-state";
import { PlanTable } from "./PlanTable";

const useStyles = makeStyles({
  surface: {
    padding: tokens.spacingHorizontalL,
    maxWidth: "calc(100vw - 16px)",
    width: "560px",
    boxSizing: "border-box",
  },
  actions: {
    gridColumn: "1 / -1",
    display: "flex",
    flexWrap: "wrap",
    justifyContent: "flex-end",
    gap: tokens.spacingHorizontalS,
    paddingTop: tokens.spacingVerticalS,
  },
  content: { maxHeight: "60vh", overflowX: "hidden" },
});

export interface WriteDialogProps {
  readonly proposal: Proposal;
  readonly work: Work | null;
  readonly onFillBlank: (fillBlank: boolean) => void;
  readonly onConfirm: () => void;
  readonly onCancel: () => void;
}

/** What will be written, cell by cell, before it is: nothing is written without this page. */
export default function WriteDialog({ proposal, work, onFillBlank, onConfirm, onCancel }: WriteDialogProps) {
  const l = useLayout();
  const s = useStyles();
  const w = useWords();
  const [fillBlank, setFillBlank] = useState(false);
  const [opener] = useState(() => document.activeElement);
  useEffect(() => () => giveBackFocus(opener), [opener]);
  const { rows, hidden, refusals, fatal, result } = proposal;
  const isEmpty = result.plan.steps.length === 0;
  return (
    <Dialog open modalType="modal" onOpenChange={(_, { open }) => !open && onCancel()}>
      <DialogSurface className={s.surface}>
        <DialogBody>
          <DialogTitle>{w.write.title}</DialogTitle>
          <DialogContent
            className={mergeClasses(l.stack, s.content)}
            tabIndex={0}
            role="group"
            aria-label={w.write.title}
          >
            {!fatal && <p className={l.text}>{isEmpty ? w.write.nothing : w.write.intro(rows.length)}</p>}
            {refusals.length > 0 && (
              <section className={l.tight} aria-label={w.write.refused}>
                {!fatal && <h3 className={l.subheading}>{w.write.refused}</h3>}
                {refusals.map((text, index) => (
                  <p key={index} className={l.text}>
                    {text}
                  </p>
                ))}
              </section>
            )}
            {!fatal && (
              <Checkbox
                label={w.write.fillBlank}
                checked={fillBlank}
                disabled={work !== null}
                onChange={(_, { checked }) => {
                  setFillBlank(checked === true);
                  onFillBlank(checked === true);
                }}
              />
            )}
            {rows.length > 0 && <PlanTable rows={rows} hidden={hidden} />}
          </DialogContent>
          <div className={s.actions}>
            <Button appearance="primary" disabled={isEmpty || fatal || work !== null} onClick={onConfirm}>
              {work ? workText(work, w.writing) : w.write.confirm}
            </Button>
            <Button onClick={onCancel}>{isEmpty || fatal ? w.close : w.cancel}</Button>
          </div>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}

const workText = ({ progress }: Work, text: string): string =>
  progress ? `${text} ${progress.done}/${progress.total}` : text;

/** To the button that opened the page; where that can not take it now, to the section, so that it is not lost. */
function giveBackFocus(opener: Element | null): void {
  setTimeout(() => {
    if (opener instanceof HTMLElement) opener.focus();
    if (document.activeElement === document.body) document.querySelector("main")?.focus();
  }, 0);
}
