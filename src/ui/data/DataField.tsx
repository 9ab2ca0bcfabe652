import { Input, makeStyles, mergeClasses, Select, tokens } from "@fluentui/react-components";
import {
  Checkmark16Regular,
  Clipboard16Regular,
  Lightbulb16Regular,
  Link16Regular,
  Table16Regular,
} from "@fluentui/react-icons";
import { useEffect, useId, useState, type ClipboardEvent, type ReactElement } from "react";
import type { DataRow } from "../../app/pane/data-row";
import { shownAddress, type CellAddress } from "../../core/workbook/address";
import { useDraft } from "../common/drafts";
import { isEnter } from "../common/keys";
import { useLayout } from "../common/layout";
import { useMayWrite } from "../common/may-write";
import { useWords } from "../i18n/words";
import type { Outcome } from "../store/outcome";
import { DataMore } from "./DataMore";

const useStyles = makeStyles({
  line: {
    display: "flex",
    alignItems: "center",
    columnGap: tokens.spacingHorizontalXS,
    minHeight: "34px",
    minWidth: 0,
  },
  label: {
    flexGrow: 1,
    minWidth: "5em",
    flexBasis: "5em",
    overflowWrap: "anywhere",
    lineHeight: tokens.lineHeightBase200,
  },
  input: {
    width: "104px",
    flexShrink: 1,
    minWidth: "64px",
    "> input": { textAlign: "end", fontVariantNumeric: "tabular-nums" },
  },
  select: { width: "140px", flexShrink: 1, minWidth: "84px" },
  preview: { "> input": { color: tokens.colorBrandForeground1, fontWeight: tokens.fontWeightSemibold } },
  unit: { width: "34px", flexShrink: 0, fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
  sign: { width: "16px", flexShrink: 0, display: "flex", color: tokens.colorNeutralForeground2 },
  tag: {
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
    backgroundColor: tokens.colorNeutralBackground3,
    borderRadius: tokens.borderRadiusSmall,
    padding: "0 4px",
    marginLeft: "4px",
    whiteSpace: "nowrap",
  },
});

export interface DataFieldProps {
  readonly row: DataRow;
  /** What was pasted for it and is not kept yet. */
  readonly preview?: string | null;
  readonly isWanted?: boolean;
  readonly onFill: (text: string) => Promise<Outcome>;
  /** After Enter. */
  readonly onNext: () => void;
  readonly onReveal: (at: CellAddress) => void;
  /** The cell that is selected in Excel, where the quantity may take it. */
  readonly selected?: CellAddress | null;
  readonly onLink?: (to: CellAddress) => Promise<Outcome>;
  /** Null: what was pasted is one value. */
  readonly onPaste?: (text: string) => boolean;
}

/** One quantity or question. What stands in the unit's own cells is only shown. */
export function DataField({
  row,
  preview = null,
  isWanted = false,
  onFill,
  onNext,
  onReveal,
  selected = null,
  onLink,
  onPaste,
}: DataFieldProps) {
  const l = useLayout();
  const s = useStyles();
  const w = useWords();
  const mayWrite = useMayWrite();
  const id = useId();
  const [draft, setDraft] = useDraft(`data:${row.label}`);
  const [refused, setRefused] = useState(false);
  const [noNumber, setNoNumber] = useState<string | null>(null);
  const [unfolded, setUnfolded] = useState(false);
  useEffect(() => {
    if (isWanted) document.getElementById(id)?.focus();
  }, [isWanted, id]);
  const { shown, unit, value, from, alsoUsedBy, options } = row;
  const isShownOnly =
    !mayWrite || (value !== null && (from === "linked" || from === "baseTable" || from === "tableCell"));
  const put = async (text: string): Promise<Outcome> => {
    const outcome = text.trim() === (value ?? "") ? "done" : await onFill(text);
    setRefused(outcome === "refused");
    if (outcome === "done") setDraft(null);
    return outcome;
  };
  const link = async (to: CellAddress): Promise<void> => {
    const outcome = await onLink?.(to);
    setNoNumber(outcome === "refused" ? shownAddress(to) : null);
    if (outcome === "done") setDraft(null);
  };
  const mayLink = !isShownOnly && options.length === 0 && onLink !== undefined;
  const paste = (event: ClipboardEvent): void => {
    if (onPaste?.(event.clipboardData.getData("text"))) event.preventDefault();
  };
  return (
    // It unfolds with the focus of what is inside, and takes none itself.
    // eslint-disable-next-line jsx-a11y/no-static-element-interactions
    <div
      onFocus={() => setUnfolded(true)}
      // Whoever goes to the sheet to select a cell comes back to the field they left.
      onBlur={(event) =>
        event.relatedTarget?.closest("[data-field-row]") && !event.currentTarget.contains(event.relatedTarget)
          ? setUnfolded(false)
          : undefined
      }
      data-field-row
    >
      <div className={s.line}>
        <label htmlFor={id} className={s.label}>
          {shown}
          {alsoUsedBy.length > 0 && <span className={s.tag}>{w.data.alsoUsedBy(alsoUsedBy.length + 1)}</span>}
        </label>
        {isShownOnly ? (
          <output id={id} className={l.number}>
            {value ?? w.data.blank}
          </output>
        ) : options.length > 0 ? (
          <Select
            id={id}
            data-field
            size="small"
            className={s.select}
            value={preview ?? value ?? ""}
            onChange={(_, { value: chosen }) => void put(chosen)}
          >
            <option value="">{w.data.choose}</option>
            {options.map((option) => (
              <option key={option} value={option}>
                {option}
              </option>
            ))}
          </Select>
        ) : (
          <Input
            id={id}
            data-field
            size="small"
            className={mergeClasses(s.input, preview !== null && s.preview)}
            inputMode="decimal"
            autoComplete="off"
            value={preview ?? draft ?? value ?? ""}
            placeholder={w.data.blank}
            aria-invalid={refused}
            {...(refused ? { "aria-describedby": `${id}-error` } : {})}
            onPaste={paste}
            onChange={(_, { value: typed }) => {
              setDraft(typed);
              setRefused(false);
            }}
            onBlur={() => draft !== null && void put(draft)}
            onKeyDown={(event) => {
              if (event.key === "Escape" && draft !== null) {
                setDraft(null);
                setRefused(false);
                event.stopPropagation();
              }
              if (!isEnter(event)) return;
              // Going on leaves the field, which puts it.
              onNext();
            }}
          />
        )}
        <span className={s.unit}>{unit}</span>
        <span className={s.sign}>{preview === null ? <Sign row={row} /> : <Clipboard16Regular />}</span>
      </div>
      {refused && (
        <p id={`${id}-error`} role="alert" className={mergeClasses(l.text, l.quiet, l.danger)}>
          {w.data.notANumber}
        </p>
      )}
      {unfolded && (
        <DataMore
          row={row}
          selected={mayLink ? selected : null}
          noNumber={noNumber}
          onLink={link}
          onAccept={put}
          onReveal={onReveal}
        />
      )}
    </div>
  );
}

/** Where a value comes from; its name is its title. */
function Sign({ row: { from, offers } }: { readonly row: DataRow }) {
  const w = useWords();
  if (from === "none" && offers.length === 0) return null;
  const signs: Readonly<Record<DataRow["from"], ReactElement>> = {
    none: <Lightbulb16Regular />,
    inputs: <Clipboard16Regular />,
    linked: <Link16Regular />,
    baseTable: <Table16Regular />,
    tableCell: <Table16Regular />,
    sheet: <Checkmark16Regular />,
  };
  return (
    <span role="img" aria-label={w.data.sources[from]} title={w.data.sources[from]} style={{ display: "flex" }}>
      {signs[from]}
    </span>
  );
}
