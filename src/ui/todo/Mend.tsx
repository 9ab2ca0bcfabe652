import { Button } from "@fluentui/react-components";
import { lazy, Suspense } from "react";
import type { QueueItem } from "../../app/pane/queue-item";
import type { Remedy } from "../../app/pane/remedies";
import { isCommand, isEnter } from "../common/keys";
import { useLayout } from "../common/layout";
import { useWords } from "../i18n/words";
import type { PaneStore } from "../pane-store";
import { TypedText } from "./TypedText";

const RoleField = lazy(() => import(/* webpackChunkName: "role" */ "./RoleField"));

/** What one press mends, else nothing but the way to the cell. */
export function Mend({ item, store }: { readonly item: QueueItem; readonly store: PaneStore }) {
  const l = useLayout();
  const w = useWords();
  const { actions } = store;
  const remedy = item.findings.map((finding) => finding.remedy).find((one) => one !== null);
  if (!remedy) return null;
  if (remedy.do === "data")
    return (
      <div>
        <Button appearance="primary" onClick={() => actions.wantData(remedy.labels)}>
          {w.item.toData}
        </Button>
      </div>
    );
  if (remedy.do === "role")
    return (
      <Suspense fallback={null}>
        <RoleField item={item} store={store} choices={remedy.choices} onSaved={actions.openNext} save={w.item.save} />
      </Suspense>
    );
  if (remedy.do === "text")
    return (
      <TypedText
        item={item}
        store={store}
        label={w.item.evidence}
        cell={remedy.cell}
        save={w.item.save}
        chips={[]}
        onSave={(text) => actions.evidence(item, remedy.at, text)}
      />
    );
  const mend = (): void => {
    void actions.mend(item, remedy);
    actions.openNext();
  };
  return (
    <div>
      <Button
        appearance="primary"
        data-field
        onClick={mend}
        onKeyDown={(event) => {
          if (isEnter(event) && isCommand(event)) mend();
        }}
      >
        {mendText(remedy, w)}
        <span className={l.key}>{w.item.keys.propose}</span>
      </Button>
    </div>
  );
}

function mendText(remedy: Extract<Remedy, { do: "put" }>, w: ReturnType<typeof useWords>): string {
  switch (remedy.what) {
    case "number":
      return w.item.toNumber(remedy.shown);
    case "score":
      return w.item.fill(remedy.shown);
    case "formula":
      return w.item.restore;
    case "sum":
      return w.item.toSum(remedy.shown);
    case "reason":
      return w.item.moveReason;
  }
}
