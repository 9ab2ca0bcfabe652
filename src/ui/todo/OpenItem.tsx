import { Button, Field, Link, makeStyles, mergeClasses, Textarea, Input, tokens } from "@fluentui/react-components";
import { useEffect, useMemo, useRef, useState, type KeyboardEvent } from "react";
import { ruleDetails, type RuleDetails } from "../../app/pane/rule-details";
import type { QueueItem } from "../../app/pane/queue";
import type { Remedy } from "../../app/pane/remedies";
import { isCommand, isEnter } from "../common/keys";
import { useDraft } from "../common/drafts";
import { useLayout } from "../common/layout";
import { useLanguage, useWords } from "../i18n/words";
import { shownReview, type PaneState } from "../pane-state";
import type { PaneStore } from "../pane-store";
import type { Outcome } from "../store/outcome";
import { Lacking } from "./Lacking";

const useStyles = makeStyles({
  label: {
    display: "flex",
    justifyContent: "space-between",
    columnGap: tokens.spacingHorizontalS,
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
  },
  field: { width: "100%", minWidth: 0 },
  also: {
    border: `1px solid ${tokens.colorStatusDangerBorder1}`,
    color: tokens.colorStatusDangerForeground1,
    backgroundColor: tokens.colorStatusDangerBackground1,
    borderRadius: tokens.borderRadiusMedium,
    padding: "0 6px",
    fontSize: tokens.fontSizeBase200,
    whiteSpace: "nowrap",
  },
});

export interface OpenItemProps {
  readonly item: QueueItem;
  readonly state: PaneState;
  readonly store: PaneStore;
}

/** One thing to do, always in this order: fact, arithmetic, standard with its source, field, buttons. */
export default function OpenItem({ item, state, store }: OpenItemProps) {
  const l = useLayout();
  const s = useStyles();
  const w = useWords();
  const lang = useLanguage();
  const root = useRef<HTMLDivElement>(null);
  const review = shownReview(state);
  const { actions } = store;
  const details = useMemo(
    () =>
      review && item.table !== null && item.index !== null
        ? ruleDetails(review.review, item.table, item.index, lang)
        : null,
    [review, item, lang],
  );
  useEffect(() => {
    const element = root.current;
    const field = element?.querySelector<HTMLElement>("[data-field]") ?? element?.querySelector<HTMLElement>("button");
    element?.parentElement?.parentElement?.scrollIntoView({ block: "nearest" });
    field?.focus({ preventScroll: true });
  }, []);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.altKey && event.key === "ArrowDown") actions.openNext();
    else if (event.altKey && event.key === "ArrowUp") actions.openBefore();
    else if (event.key === "Escape") {
      const row = root.current?.parentElement?.parentElement?.querySelector<HTMLElement>("[data-row]");
      actions.open(null);
      row?.focus();
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const [first] = item.findings;
  const path = item.path.slice(0, -1).join(" › ");
  const mark = details?.fullMark != null ? [w.item.fullMark(details.fullMark)] : [];
  return (
    // The keys are those of the fields and buttons inside.
    // eslint-disable-next-line jsx-a11y/no-static-element-interactions
    <div ref={root} className={l.tight} onKeyDown={onKeyDown}>
      <p className={mergeClasses(l.text, l.quiet)}>
        {[...(path === "" ? [] : [path]), ...mark].join(w.dot)}{" "}
        {item.others.map((kind) => (
          <span key={kind} className={s.also}>
            {w.queue.also(w.queue.kinds[kind])}
          </span>
        ))}
      </p>
      {item.findings.map(({ fingerprint, message }) => (
        <p key={fingerprint} className={l.text}>
          {message}
        </p>
      ))}
      {details && SHOWS_ARITHMETIC.has(item.kind) && <Grounds details={details} />}
      <Doing item={item} state={state} store={store} details={details} />
      {first && <Also item={item} store={store} fingerprint={first.fingerprint} />}
    </div>
  );
}

const SHOWS_ARITHMETIC: ReadonlySet<QueueItem["kind"]> = new Set(["differs", "unexplained", "unscored", "lacking"]);

/** The arithmetic with the numbers put in, and the standard with where it comes from. */
export function Grounds({ details }: { readonly details: RuleDetails }) {
  const l = useLayout();
  const w = useWords();
  const { definition, rule, unread, recomputed } = details;
  const steps = [...(definition?.value != null ? [definition.value] : []), ...(rule?.steps ?? [])];
  return (
    <>
      {steps.length > 0 && recomputed !== null && (
        <div className={l.arithmetic}>
          {steps.map((step, index) => (
            <div key={index}>{step}</div>
          ))}
        </div>
      )}
      {rule && (
        <p className={mergeClasses(l.text, l.quiet)}>
          {w.item.standard(excerpt(rule.text), [w.rules.source[rule.source], rule.at].filter(Boolean).join(" "))}
        </p>
      )}
      {!rule && unread !== null && <p className={mergeClasses(l.text, l.quiet)}>{w.led(w.item.unread, unread)}</p>}
    </>
  );
}

const excerpt = (text: string): string => (text.length > 120 ? `${text.slice(0, 120)}…` : text);

interface DoingProps extends OpenItemProps {
  readonly details: RuleDetails | null;
}

/** The field and the buttons of a kind. */
function Doing({ item, state, store, details }: DoingProps) {
  const w = useWords();
  const { actions } = store;
  const review = shownReview(state);
  const place = item.table !== null && item.index !== null ? review?.reasons.get(item.table)?.[item.index] : undefined;
  // What is due to one indicator never goes into a cell that several share.
  const recomputed = details?.sharesScore ? null : (details?.recomputed ?? null);
  const canScore = item.at !== null && recomputed !== null;
  const propose = (text: string) => ({ label: text, act: () => actions.score(item, recomputed ?? "") });
  switch (item.kind) {
    case "unexplained":
      return (
        <TextField
          item={item}
          store={store}
          label={w.item.reason}
          cell={place?.cell ?? ""}
          save={w.item.save}
          chips={insertsOf(details)}
          onSave={(text) => actions.reason(item, place?.cell ?? "", text)}
          {...(canScore ? { proposal: propose(w.item.change(recomputed)) } : {})}
        />
      );
    case "differs":
      return (
        <TextField
          item={item}
          store={store}
          label={details?.typed != null ? w.item.keep(details.typed) : w.item.reason}
          cell={place?.cell ?? ""}
          save={w.item.keepNext}
          chips={[]}
          onSave={(text) => actions.reason(item, place?.cell ?? "", text)}
          {...(canScore ? { proposal: propose(w.item.change(recomputed)), leads: true } : {})}
        />
      );
    case "unscored":
      return (
        <TextField
          item={item}
          store={store}
          label={w.item.score}
          cell={item.cell}
          save={w.item.save}
          chips={[]}
          number
          onSave={(text) => actions.score(item, text)}
          {...(recomputed !== null ? { proposal: propose(w.item.fill(recomputed)) } : {})}
        />
      );
    case "lacking":
      return <Lacking item={item} state={state} store={store} />;
    default:
      return <Mend item={item} store={store} />;
  }
}

/** Known facts that a reason may take in with one press. */
const insertsOf = (details: RuleDetails | null): readonly string[] =>
  details?.definition?.value != null ? [details.definition.value] : [];

interface TextFieldProps {
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
function TextField({
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
}: TextFieldProps) {
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
            className={s.field}
            inputMode="decimal"
            autoComplete="off"
            onChange={(_, { value }) => set(value)}
          />
        ) : (
          <Textarea
            {...shared}
            className={s.field}
            resize="vertical"
            rows={2}
            onChange={(_, { value }) => set(value)}
          />
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

/** What one press mends, else nothing but the way to the cell. */
function Mend({ item, store }: Pick<OpenItemProps, "item" | "store">) {
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
  if (remedy.do === "text")
    return (
      <TextField
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
    case "reason":
      return w.item.moveReason;
  }
}

/** 豁免 with its reason, and the way to the cell's whole account. */
function Also({
  item,
  store,
  fingerprint,
}: {
  readonly item: QueueItem;
  readonly store: PaneStore;
  readonly fingerprint: string;
}) {
  const l = useLayout();
  const s = useStyles();
  const w = useWords();
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
      {waiving && (
        <Field
          size="small"
          className={s.field}
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
        <Link as="button" onClick={() => (waiving ? waive() : setWaiving(true))}>
          {waiving ? w.item.waive : `${w.item.waive}…`}
        </Link>
        {item.at && (
          <Link as="button" onClick={() => actions.page("cell")}>
            {w.item.details}
          </Link>
        )}
      </div>
    </div>
  );
}
