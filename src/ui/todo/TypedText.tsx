import { Button, Field, Input, makeStyles, mergeClasses, Textarea, tokens } from "@fluentui/react-components";
import { useState, type KeyboardEvent } from "react";
import type { QueueItem } from "../../app/pane/queue-item";
import { useDraft } from "../common/drafts";
import { isCommand, isEnter } from "../common/keys";
import { useLayout } from "../common/layout";
import { useWords } from "../i18n/words";
import type { PaneStore } from "../pane-store";
import type { Outcome } from "../store/outcome";

const useStyles = makeStyles({
  label: {
    display: "flex",
    justifyContent: "space-between",
    columnGap: tokens.spacingHorizontalS,
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
  },
});

interface TypedTextProps {
  readonly item: QueueItem;
  readonly store: PaneStore;
  readonly label: string;
  readonly cell: string;
  readonly save: string;
  readonly chips: readonly string[];
  readonly number?: boolean;
  readonly onSave: (text: string) => Promise<Outcome>;
  readonly proposal?: { readonly label: string; readonly act: () => Promise<Outcome> };
  /** The proposal is what is mostly wanted. */
  readonly leads?: boolean;
}

/** What is typed, and its one or two ways on: Enter saves and opens the next, Ctrl+Enter takes what is proposed. */
export function TypedText({
  item,
  store,
  label,
  cell,
  save,
  chips,
  number = false,
  onSave,
  proposal,
  leads = false,
}: TypedTextProps) {
  const l = useLayout();
  const s = useStyles();
  const w = useWords();
  const [typed, setTyped] = useDraft(item.key);
  const [wanted, setWanted] = useState<"text" | "number" | null>(null);
  const text = typed ?? "";
  const goOn = (outcome: Promise<Outcome>): void => {
    store.actions.openNext();
    void outcome.then((came) => came === "done" && setTyped(null));
  };
  const saveText = (): void => {
    if (text.trim() === "") setWanted(number ? "number" : "text");
    else if (number && !isNumber(text)) setWanted("number");
    else goOn(onSave(text));
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (!isEnter(event)) return;
    if (isCommand(event)) {
      if (proposal) goOn(proposal.act());
    } else if (event.shiftKey) return;
    else saveText();
    event.preventDefault();
  };
  const fault =
    wanted === null
      ? {}
      : {
          validationState: "error" as const,
          validationMessage: wanted === "number" ? w.item.wantedNumber : w.item.wanted,
        };
  const shared = { value: text, onKeyDown, "data-field": true } as const;
  const set = (value: string): void => {
    setTyped(value);
    setWanted(null);
  };
  const propose = proposal && (
    <Button
      appearance={leads ? "primary" : "subtle"}
      size={leads ? "medium" : "small"}
      onClick={() => goOn(proposal.act())}
    >
      {proposal.label}
      {leads && <span className={l.key}>{w.item.keys.propose}</span>}
    </Button>
  );
  return (
    <>
      {leads && propose && <div>{propose}</div>}
      <Field
        size="small"
        label={{
          children: (
            <span className={s.label}>
              <span>{label}</span>
              <span>{cell !== "" && w.item.storedIn(cell)}</span>
            </span>
          ),
          style: { display: "block", width: "100%" },
        }}
        {...fault}
      >
        {number ? (
          <Input
            {...shared}
            className={l.fit}
            inputMode="decimal"
            autoComplete="off"
            onChange={(_, { value }) => set(value)}
          />
        ) : (
          <Textarea {...shared} className={l.fit} resize="vertical" rows={2} onChange={(_, { value }) => set(value)} />
        )}
      </Field>
      {chips.length > 0 && (
        <div className={mergeClasses(l.row, l.wrap)}>
          <span className={l.quiet}>{w.item.insert}</span>
          {chips.map((chip) => (
            <Button key={chip} size="small" shape="circular" onClick={() => set(text + chip)}>
              {chip}
            </Button>
          ))}
        </div>
      )}
      <div className={mergeClasses(l.row, l.wrap)}>
        <Button appearance={leads ? "secondary" : "primary"} onClick={saveText}>
          {save}
          <span className={l.key}>{w.item.keys.save}</span>
        </Button>
        {!leads && propose}
      </div>
    </>
  );
}

const isNumber = (text: string): boolean => /^[+-]?(\d+(\.\d*)?|\.\d+)%?$/.test(text.normalize("NFKC").trim());
