import {
  makeStyles,
  mergeClasses,
  Menu,
  MenuButton,
  MenuItemRadio,
  MenuList,
  MenuPopover,
  MenuTrigger,
  tokens,
} from "@fluentui/react-components";
import { ArrowSort16Regular } from "@fluentui/react-icons";
import { useRef, useState } from "react";
import { DATA_ORDERS, inDataOrder, type DataOrder } from "../../app/pane/data-order";
import type { DataGroup } from "../../app/pane/data-rows";
import { isPlainNumber, pasted, type Pasted } from "../../app/pane/paste";
import type { PaneReview } from "../../app/pane/pane-review";
import { isWanted } from "../../app/pane/wanted-rows";
import { useLayout } from "../common/layout";
import { useScrolled, windowOf } from "../common/window";
import { useWords } from "../i18n/words";
import { shownTables, type PaneState } from "../pane-state";
import type { PaneStore } from "../pane-store";
import { DataField } from "./DataField";
import { PastePreview } from "./PastePreview";

const useStyles = makeStyles({
  top: {
    display: "flex",
    alignItems: "center",
    columnGap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
  },
  bar: {
    display: "block",
    width: "100%",
    height: "8px",
    color: tokens.colorBrandBackground,
    "@media (forced-colors: active)": { forcedColorAdjust: "none", color: "CanvasText" },
  },
  order: { flexShrink: 0, whiteSpace: "nowrap" },
  track: { fill: tokens.colorNeutralBackground5, stroke: tokens.colorNeutralStrokeAccessible },
  head: { backgroundColor: tokens.colorNeutralBackground2, borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
  rows: { padding: `0 ${tokens.spacingHorizontalM}` },
});

export interface DataTabProps {
  readonly state: PaneState;
  readonly store: PaneStore;
  readonly review: PaneReview;
}

/** Every number and choice that the review needs, a line each; Enter goes to the next that is blank. */
export default function DataTab({ state, store, review }: DataTabProps) {
  const l = useLayout();
  const s = useStyles();
  const w = useWords();
  const list = useRef<HTMLDivElement>(null);
  const [order, setOrder] = useState<DataOrder>("stake");
  // The order of the moment it was chosen: nothing moves while somebody fills in.
  const [arranged, setArranged] = useState(() => keysOf(inDataOrder(review.data, "stake")));
  const [preview, setPreview] = useState<Pasted | null>(null);
  const sheets = new Set(shownTables(state).map(({ sheet }) => sheet));
  const own = review.data.filter(({ at }) => sheets.has(at.sheet));
  const groups = [...own].sort((a, b) => placeIn(arranged, a) - placeIn(arranged, b));
  const rows = groups.flatMap((group) => group.rows);
  const [focus] = useState(() => rows.find((row) => row.value === null && isWanted(row, state.wanted))?.label ?? null);
  const heights = groups.map(({ rows: inside }) => 30 + inside.length * 36);
  const [top, height] = useScrolled(list, groups.length > 200);
  const { from, to, before, after } = windowOf(heights, top, height);
  if (rows.length === 0) return <p className={mergeClasses(l.text, l.padded)}>{w.data.none}</p>;
  const needed = rows.filter(({ isNeeded }) => isNeeded);
  const filled = needed.filter(({ value }) => value !== null).length;
  const lacking = groups.filter(({ rows: inside }) => inside.some(({ value, isNeeded }) => value === null && isNeeded));
  const marks = lacking.reduce((sum, { fullMark }) => sum + Number(fullMark ?? "0"), 0);
  const previewOf = new Map(preview?.filled.map(({ row, text }) => [row.label, text]));
  const next = (): void => {
    const fields = [
      ...(list.current?.querySelectorAll<HTMLInputElement>("input[data-field], select[data-field]") ?? []),
    ];
    const at = fields.findIndex((field) => field === document.activeElement);
    const blank = [...fields.slice(at + 1), ...fields.slice(0, Math.max(0, at))].find((field) => field.value === "");
    if (blank) blank.focus();
    else if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  };
  const takePaste = (label: string, text: string): boolean => {
    if (!/[\t\n\r]/.test(text.trimEnd())) return false;
    setPreview(pasted(rows, label, text, isPlainNumber));
    return true;
  };
  return (
    <>
      <div className={s.top}>
        <div className={l.grow}>
          <svg className={s.bar} aria-hidden="true" focusable="false">
            <rect className={s.track} x="0.5" y="0.5" width="99%" height="7" rx="2" />
            <rect fill="currentColor" width={`${(100 * filled) / Math.max(1, needed.length)}%`} height="8" rx="2" />
          </svg>
          <span className={l.quiet} aria-live="polite">
            {filled === needed.length
              ? w.data.complete
              : `${w.data.filled(filled, needed.length)}${marks > 0 ? w.dot + w.data.lacking(String(marks)) : ""}`}
          </span>
        </div>
        <Menu
          checkedValues={{ order: [order] }}
          onCheckedValueChange={(_, { checkedItems: [chosen] }) => {
            const wanted = DATA_ORDERS.find((one) => one === chosen) ?? "stake";
            setOrder(wanted);
            setArranged(keysOf(inDataOrder(review.data, wanted)));
          }}
        >
          <MenuTrigger disableButtonEnhancement>
            <MenuButton
              className={s.order}
              size="small"
              icon={<ArrowSort16Regular />}
              menuIcon={null}
              aria-label={`${w.data.order} ${w.data.orders[order]}`}
            >
              {w.data.orders[order]}
            </MenuButton>
          </MenuTrigger>
          <MenuPopover>
            <MenuList>
              {DATA_ORDERS.map((one) => (
                <MenuItemRadio key={one} name="order" value={one}>
                  {w.data.orders[one]}
                </MenuItemRadio>
              ))}
            </MenuList>
          </MenuPopover>
        </Menu>
      </div>
      {preview && (
        <PastePreview
          preview={preview}
          onSave={() => {
            setPreview(null);
            void store.actions.fillAll(preview.filled);
          }}
          onDiscard={() => setPreview(null)}
        />
      )}
      <div ref={list}>
        {before > 0 && <div aria-hidden="true" style={{ height: before }} />}
        {groups.slice(from, to).map((group, index) => (
          <section key={`${group.at.sheet}${group.cell}${group.name}${from + index}`} aria-label={group.name}>
            <GroupHead group={group} onReveal={() => void store.actions.reveal(group.at)} />
            <div className={s.rows}>
              {group.rows.map((row) => (
                <DataField
                  key={row.label}
                  row={row}
                  preview={previewOf.get(row.label) ?? null}
                  isWanted={row.label === focus}
                  onFill={(text) => store.actions.fill(row, text)}
                  onNext={next}
                  onReveal={(at) => void store.actions.reveal(at)}
                  selected={state.selected}
                  onLink={(to) => store.actions.link(row, to)}
                  onPaste={(text) => takePaste(row.label, text)}
                />
              ))}
            </div>
          </section>
        ))}
        {after > 0 && <div aria-hidden="true" style={{ height: after }} />}
      </div>
      {review.notes.length > 0 && (
        <section className={l.padded} aria-label={w.data.notes}>
          <h2 className={l.subheading}>{w.data.notes}</h2>
          {review.notes.map((note, index) => (
            <p key={index} className={mergeClasses(l.text, l.quiet)}>
              {note}
            </p>
          ))}
        </section>
      )}
    </>
  );
}

const keyOf = ({ at, name }: DataGroup): string => `${at.sheet}:${at.row}:${at.column}:${name}`;
const keysOf = (groups: readonly DataGroup[]): readonly string[] => groups.map(keyOf);
const placeIn = (keys: readonly string[], group: DataGroup): number => {
  const place = keys.indexOf(keyOf(group));
  return place < 0 ? keys.length : place;
};

/** The indicator with its mark, or with what its numbers come to. */
function GroupHead({ group, onReveal }: { readonly group: DataGroup; readonly onReveal: () => void }) {
  const l = useLayout();
  const s = useStyles();
  const w = useWords();
  const { cell, name, rate, fullMark } = group;
  return (
    <button
      type="button"
      className={mergeClasses(l.head, s.head)}
      onClick={onReveal}
      aria-label={w.goTo(`${cell} ${name}`)}
    >
      <span className={l.cell}>{cell}</span>
      <span className={l.cut}>{name}</span>
      <span className={mergeClasses(l.quiet, l.number)}>
        {rate !== null ? `= ${rate}` : fullMark !== null ? w.marks(fullMark) : ""}
      </span>
    </button>
  );
}
