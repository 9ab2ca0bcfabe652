import { Button, Input, Link, makeStyles, mergeClasses, Select, tokens } from "@fluentui/react-components";
import { useEffect, useId, useRef, useState } from "react";
import type { CellAddress } from "../../core/workbook/address";
import { useLayout } from "../common/layout";
import { useWords } from "../i18n/words";
import type { DataRow } from "../../app/pane/data-row";
import type { Outcome } from "../store/outcome";

const useStyles = makeStyles({
  item: {
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    ":not(:last-child)": { borderBottom: `1px solid ${tokens.colorNeutralStroke3}` },
  },
  head: { display: "flex", flexWrap: "wrap", columnGap: tokens.spacingHorizontalS, alignItems: "center" },
  /** In a pane zoomed to 200 % the answer stands below. */
  label: { flexBasis: "6em" },
  input: { width: "116px", flexShrink: 0 },
  select: { width: "150px", flexShrink: 0 },
  scope: {
    display: "block",
    width: "100%",
    minHeight: "24px",
    padding: 0,
    border: "none",
    backgroundColor: "transparent",
    fontFamily: "inherit",
    textAlign: "start",
    cursor: "pointer",
  },
  folded: { overflow: "hidden", textOverflow: "ellipsis", whiteSpace: "nowrap" },
  error: { color: tokens.colorStatusDangerForeground1 },
  offer: {
    display: "flex",
    columnGap: tokens.spacingHorizontalS,
    alignItems: "center",
    paddingTop: tokens.spacingVerticalXS,
  },
});

export interface DataItemProps {
  readonly row: DataRow;
  readonly isWanted: boolean;
  readonly onFill: (row: DataRow, text: string) => Promise<Outcome>;
  readonly onReveal: (at: CellAddress) => void;
}

/** One quantity or question: type or choose, and it counts at once. What stands in the unit's own cells is only shown. */
export function DataItem({ row, isWanted, onFill, onReveal }: DataItemProps) {
  const l = useLayout();
  const s = useStyles();
  const w = useWords();
  const [refused, setRefused] = useState(false);
  const id = useId();
  const fill = async (text: string): Promise<Outcome> => {
    const outcome = text.trim() === (row.value ?? "") ? "done" : await onFill(row, text);
    setRefused(outcome === "refused");
    return outcome;
  };
  const { shown, unit, value, from, at, cell, scope, alsoUsedBy, offers } = row;
  const isUnits = value !== null && (from === "linked" || from === "baseTable" || from === "tableCell");
  const hasFacts = from !== "none" || at !== null || alsoUsedBy.length > 0;
  return (
    <li className={s.item}>
      <div className={s.head}>
        <label htmlFor={`${id}-value`} className={mergeClasses(l.grow, l.text, s.label)}>
          {shown}
          {unit !== null && <span className={l.quiet}>{w.noted("", unit)}</span>}
        </label>
        {isUnits ? (
          <output id={`${id}-value`} className={l.number}>
            {value}
          </output>
        ) : (
          <Answer
            id={`${id}-value`}
            row={row}
            isWanted={isWanted}
            refused={refused}
            onFill={fill}
            onForget={() => setRefused(false)}
          />
        )}
      </div>
      {refused && (
        <p id={`${id}-value-error`} role="alert" className={mergeClasses(l.text, l.quiet, s.error)}>
          {w.data.notANumber}
        </p>
      )}
      {scope !== null && <Scope text={scope} />}
      {hasFacts && (
        <div className={mergeClasses(l.row, l.wrap, l.quiet)}>
          {from !== "none" && <span>{w.data.sources[from]}</span>}
          {at && cell !== null && (
            <Link as="button" onClick={() => onReveal(at)} aria-label={w.goTo(`${at.sheet} ${cell}`)}>
              {from === "none" ? `${at.sheet} ${cell}` : cell}
            </Link>
          )}
          {alsoUsedBy.length > 0 && <span>{w.data.alsoUsedBy(w.list(alsoUsedBy))}</span>}
        </div>
      )}
      {offers.map(({ number, at: place, cell: where, excerpt }, index) => (
        <div key={index} className={s.offer}>
          <Button size="small" onClick={() => void fill(number)}>
            {w.data.accept(number)}
          </Button>
          <span className={mergeClasses(l.quiet, l.grow, l.text)}>
            <Link as="button" onClick={() => onReveal(place)} aria-label={w.goTo(where)}>
              {where}
            </Link>{" "}
            {excerpt}
          </span>
        </div>
      ))}
    </li>
  );
}

/** 口径: one line, and all of it when pressed. */
function Scope({ text }: { readonly text: string }) {
  const l = useLayout();
  const s = useStyles();
  const [open, setOpen] = useState(false);
  return (
    <button
      type="button"
      aria-expanded={open}
      className={mergeClasses(l.quiet, s.scope, !open && s.folded)}
      onClick={() => setOpen(!open)}
    >
      {text}
    </button>
  );
}

interface AnswerProps {
  readonly id: string;
  readonly row: DataRow;
  readonly isWanted: boolean;
  readonly refused: boolean;
  readonly onFill: (text: string) => Promise<Outcome>;
  readonly onForget: () => void;
}

function Answer({ id, row, isWanted, refused, onFill, onForget }: AnswerProps) {
  const s = useStyles();
  const w = useWords();
  // Null: nothing half typed, the value itself is shown.
  const [draft, setDraft] = useState<string | null>(null);
  /** What is being put: Enter and leaving the field put it once. */
  const underway = useRef<string | null>(null);
  useEffect(() => {
    if (isWanted) document.getElementById(id)?.focus();
  }, [isWanted, id]);
  if (row.options.length > 0) {
    return (
      <Select
        id={id}
        className={s.select}
        size="small"
        value={row.value ?? ""}
        onChange={(_, { value }) => void onFill(value)}
      >
        <option value="">{w.data.choose}</option>
        {row.options.map((option) => (
          <option key={option} value={option}>
            {option}
          </option>
        ))}
      </Select>
    );
  }
  const put = async (): Promise<void> => {
    if (draft === null || draft === underway.current) return;
    underway.current = draft;
    const outcome = await onFill(draft);
    underway.current = null;
    // What was typed on meanwhile stays.
    if (outcome === "done") setDraft((now) => (now === draft ? null : now));
  };
  return (
    <Input
      id={id}
      className={s.input}
      size="small"
      inputMode="decimal"
      autoComplete="off"
      value={draft ?? row.value ?? ""}
      placeholder={w.data.sources.none}
      aria-invalid={refused}
      {...(refused ? { "aria-describedby": `${id}-error` } : {})}
      onChange={(_, { value }) => setDraft(value)}
      onBlur={() => void put()}
      onKeyDown={(event) => {
        if (event.key === "Enter") void put();
        if (event.key !== "Escape") return;
        setDraft(null);
        onForget();
      }}
    />
  );
}
