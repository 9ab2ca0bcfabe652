import { Button, mergeClasses } from "@fluentui/react-components";
import { useLayout } from "../common/layout";
import { useMayWrite } from "../common/may-write";
import { useWords } from "../i18n/words";
import { shownTables, type PaneState } from "../pane-state";
import type { PaneStore } from "../pane-store";

/** Nothing wants a person, which is not the same as everything being judged. */
export default function AllDone({ state, store }: { readonly state: PaneState; readonly store: PaneStore }) {
  const l = useLayout();
  const w = useWords();
  const mayWrite = useMayWrite();
  const open = shownTables(state).flatMap(({ states }) => states.shares);
  const marksOf = (wanted: string): string => {
    const own = open.filter(({ state: one }) => one === wanted).map(({ marks }) => Number(marks));
    return own.length === 0 ? "0" : String(own.reduce((sum, one) => sum + one, 0));
  };
  const [unjudged, lacking] = [marksOf("notJudged"), marksOf("notVerifiable")];
  return (
    <div className={l.padded}>
      <section className={l.card}>
        <h2 className={l.heading}>{w.queue.done}</h2>
        {unjudged !== "0" && <p className={l.text}>{w.queue.unjudged(unjudged)}</p>}
        {lacking !== "0" && <p className={l.text}>{w.queue.lacking(lacking)}</p>}
        <div className={mergeClasses(l.row, l.wrap)}>
          {mayWrite && (
            <Button appearance="primary" onClick={() => void store.actions.propose(false)}>
              {w.write.button}
            </Button>
          )}
          <Button onClick={() => store.actions.page("clean")}>{w.clean.button}</Button>
        </div>
      </section>
    </div>
  );
}
