import { Button, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { ArrowSyncCircle20Regular, Dismiss16Regular } from "@fluentui/react-icons";
import { useState } from "react";
import type { PaneChanges } from "../../app/pane/round-changes";
import { useLayout } from "../common/layout";
import { useWords } from "../i18n/words";
import type { PaneStore } from "../pane-store";
import { ChangeGroups } from "./ChangeGroups";

const useStyles = makeStyles({
  box: { padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}` },
  card: { padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalS}`, rowGap: tokens.spacingVerticalXS },
  icon: { color: tokens.colorBrandForeground1, flexShrink: 0 },
});

export interface ChangesCardProps {
  readonly changes: PaneChanges;
  readonly store: PaneStore;
}

/** 本轮变化: what became of the workbook since an earlier round, folded so that 待办 stays in sight. */
export function ChangesCard({ changes, store }: ChangesCardProps) {
  const l = useLayout();
  const s = useStyles();
  const w = useWords();
  const { actions } = store;
  const [isOpen, setOpen] = useState(false);
  const hasLines = changes.groups.length > 0;
  return (
    <div className={s.box}>
      <section className={mergeClasses(l.card, s.card)} aria-label={w.changes.title}>
        <div className={l.row}>
          <ArrowSyncCircle20Regular className={s.icon} />
          <h2 className={mergeClasses(l.heading, l.grow)}>{w.changes.title}</h2>
          <Button
            size="small"
            appearance="transparent"
            icon={<Dismiss16Regular />}
            aria-label={w.close}
            title={w.close}
            onClick={actions.closeChanges}
          />
        </div>
        <ChangesHead changes={changes} />
        <div className={mergeClasses(l.row, l.wrap)}>
          {hasLines && (
            <Button size="small" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
              {isOpen ? w.changes.hide : w.changes.show}
            </Button>
          )}
          <Button size="small" appearance="subtle" onClick={() => actions.page("changes")}>
            {changes.from === "file" ? w.changes.replace : w.changes.choose}
          </Button>
          {changes.from === "file" && (
            <Button size="small" appearance="subtle" onClick={() => void actions.compareNoMore()}>
              {w.changes.remove}
            </Button>
          )}
        </div>
        {isOpen && <ChangeGroups groups={changes.groups} onReveal={(at) => void actions.reveal(at)} />}
      </section>
    </div>
  );
}

/** With what is compared, what the reader should know before, and what came of the findings. */
export function ChangesHead({ changes: { against, notes, counts, nothing } }: Pick<ChangesCardProps, "changes">) {
  const l = useLayout();
  const w = useWords();
  return (
    <>
      <p className={mergeClasses(l.text, l.quiet)}>{w.changes.against(against)}</p>
      <p className={l.text}>{counts}</p>
      {nothing !== null && <p className={l.text}>{nothing}</p>}
      {notes.map((note) => (
        <p key={note} className={mergeClasses(l.text, l.quiet)}>
          {note}
        </p>
      ))}
    </>
  );
}
