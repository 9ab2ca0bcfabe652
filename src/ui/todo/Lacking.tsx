import { Button } from "@fluentui/react-components";
import { useRef } from "react";
import { rowsWanted } from "../../app/pane/wanted-rows";
import type { QueueItem } from "../../app/pane/queue-item";
import { useLayout } from "../common/layout";
import { DataField } from "../data/DataField";
import { useWords } from "../i18n/words";
import { shownReview, type PaneState } from "../pane-state";
import type { PaneStore } from "../pane-store";

export interface LackingProps {
  readonly item: QueueItem;
  readonly state: PaneState;
  readonly store: PaneStore;
}

/** The quantities of one indicator, inline: Enter saves and goes to the next of them, then to the next item. */
export function Lacking({ item, state, store }: LackingProps) {
  const l = useLayout();
  const w = useWords();
  const list = useRef<HTMLDivElement>(null);
  const { actions } = store;
  const wanted = item.findings.flatMap(({ remedy }) => (remedy?.do === "data" ? remedy.labels : []));
  const rows = rowsWanted(shownReview(state)?.data ?? [], item, wanted);
  const goOn = (from: number): void => {
    const fields = [...(list.current?.querySelectorAll<HTMLElement>("[data-field]") ?? [])];
    const next = fields[from + 1];
    if (next) next.focus();
    else actions.openNext();
  };
  return (
    <div ref={list} className={l.tight}>
      {rows.map((row, index) => (
        <DataField
          key={row.label}
          row={row}
          onFill={(text) => actions.fill(row, text)}
          onNext={() => goOn(index)}
          selected={state.selected}
          onLink={(to) => actions.link(row, to)}
          onReveal={(at) => void actions.reveal(at)}
        />
      ))}
      <div>
        <Button size="small" onClick={() => actions.wantData(wanted)}>
          {w.item.toData}
        </Button>
      </div>
    </div>
  );
}
