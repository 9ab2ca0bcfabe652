import { Button, mergeClasses } from "@fluentui/react-components";
import { DeleteLines20Regular, ShieldCheckmark20Regular, Table20Regular, Warning20Filled } from "@fluentui/react-icons";
import { useEffect, useState } from "react";
import type { CleanSummary } from "../../app/pane/clean-summary";
import type { PaneReview } from "../../app/pane/pane-review";
import { toDo } from "../../app/pane/queue";
import { useLayout } from "../common/layout";
import { useWords } from "../i18n/words";
import type { PaneState } from "../pane-state";
import type { PaneStore } from "../pane-store";
import { FactLine } from "../shell/FactLine";
import { PageFrame } from "../shell/PageFrame";

export interface CleanPageProps {
  readonly state: PaneState;
  readonly store: PaneStore;
  readonly review: PaneReview;
  readonly onBack: () => void;
}

/** 报送版: what goes, what stays and what is still to do, before a copy without anything of ours is opened. */
export default function CleanPage({ state, store, review, onBack }: CleanPageProps) {
  const l = useLayout();
  const w = useWords();
  const { actions, canMakeCopy } = store;
  const [summary, setSummary] = useState<CleanSummary | "nothing" | null>(null);
  useEffect(() => {
    let isShown = true;
    void actions.cleanSummary().then((found) => isShown && setSummary(found ?? "nothing"));
    return () => void (isShown = false);
  }, [actions, review.book]);
  const left = toDo(state.queue).filter(({ key }) => !state.done.has(key)).length;
  const isBusy = state.work !== null;
  const foot = (
    <>
      {summary !== null && summary !== "nothing" && canMakeCopy && (
        <Button appearance="primary" disabled={isBusy} onClick={() => void actions.makeCleanCopy()}>
          {isBusy ? w.clean.making : w.clean.make}
        </Button>
      )}
      <Button onClick={onBack}>{w.cancel}</Button>
    </>
  );
  return (
    <PageFrame title={w.clean.title} subtitle={w.clean.subtitle} onBack={onBack} foot={foot}>
      <div className={l.padded}>
        {left > 0 && <FactLine icon={<Warning20Filled />} warns title={w.clean.left(left)} note={w.clean.leftHint} />}
        {summary === "nothing" && <p className={l.text}>{w.clean.nothing}</p>}
        {summary !== null && summary !== "nothing" && <Removed summary={summary} />}
        {summary !== "nothing" && !canMakeCopy && <p className={mergeClasses(l.text, l.quiet)}>{w.clean.elsewhere}</p>}
      </div>
    </PageFrame>
  );
}

function Removed({ summary }: { readonly summary: CleanSummary }) {
  const w = useWords();
  const { sheets, columns, filled, names, reasons } = summary;
  return (
    <>
      {sheets.length > 0 && (
        <FactLine icon={<Table20Regular />} title={w.clean.sheets(sheets.length)} note={sheets.join(w.dot)} />
      )}
      <FactLine icon={<DeleteLines20Regular />} title={w.clean.removed(columns, filled, names)} />
      <FactLine
        icon={<ShieldCheckmark20Regular />}
        title={w.clean.stays}
        note={reasons > 0 ? w.clean.reasons(reasons) : w.clean.openStays}
      />
    </>
  );
}
