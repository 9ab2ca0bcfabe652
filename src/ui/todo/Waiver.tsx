import { Field, Input, Link, mergeClasses } from "@fluentui/react-components";
import { useEffect, useRef, useState } from "react";
import type { QueueItem } from "../../app/pane/queue-item";
import { useDraft } from "../common/drafts";
import { isEnter } from "../common/keys";
import { useLayout } from "../common/layout";
import { useMayWrite } from "../common/may-write";
import { useWords } from "../i18n/words";
import type { PaneStore } from "../pane-store";

/** 豁免 with its reason, and the way to the cell's whole account. */
export function Waiver({
  item,
  store,
  fingerprint,
}: {
  readonly item: QueueItem;
  readonly store: PaneStore;
  readonly fingerprint: string;
}) {
  const l = useLayout();
  const w = useWords();
  const mayWrite = useMayWrite();
  const { actions } = store;
  const [waiving, setWaiving] = useState(false);
  const [reason, setReason] = useDraft(`waiver:${fingerprint}`);
  const [wanted, setWanted] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (waiving) box.current?.querySelector<HTMLElement>("[data-waive]")?.focus();
  }, [waiving]);
  const waive = (): void => {
    const text = reason ?? "";
    if (text.trim() === "") {
      setWanted(true);
      return;
    }
    const outcome = actions.waive(item, fingerprint, text);
    actions.openNext();
    void outcome.then((came) => came === "done" && setReason(null));
  };
  return (
    <div ref={box} className={l.tight}>
      {mayWrite && waiving && (
        <Field
          size="small"
          className={l.fit}
          label={w.item.waiveReason}
          hint={w.item.waiveHint}
          {...(wanted ? { validationState: "error" as const, validationMessage: w.item.wanted } : {})}
        >
          <Input
            value={reason ?? ""}
            data-waive
            onChange={(_, { value }) => {
              setReason(value);
              setWanted(false);
            }}
            onKeyDown={(event) => {
              if (isEnter(event)) waive();
            }}
          />
        </Field>
      )}
      <div className={mergeClasses(l.row, l.wrap)}>
        {mayWrite && (
          <Link as="button" onClick={() => (waiving ? waive() : setWaiving(true))}>
            {waiving ? w.item.waive : `${w.item.waive}…`}
          </Link>
        )}
        {item.at && (
          <Link as="button" onClick={() => actions.page("cell")}>
            {w.item.details}
          </Link>
        )}
      </div>
    </div>
  );
}
