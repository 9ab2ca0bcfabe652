import { Link, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import {
  ChevronDown16Regular,
  ChevronRight16Regular,
  ErrorCircle16Filled,
  Info16Regular,
  Warning16Filled,
} from "@fluentui/react-icons";
import type { ReactElement } from "react";
import type { QueueLine } from "../../app/pane/queue-lines";
import type { QueueGroup } from "../../app/pane/queue";
import type { TableSummary } from "../../app/pane/table-summary";
import type { Severity } from "../../core/findings/finding-kind";
import { useLayout } from "../common/layout";
import { StateBar } from "../common/StateBar";
import { useWords } from "../i18n/words";
import type { PaneState } from "../pane-state";

const ICONS: Readonly<Record<Severity, ReactElement>> = {
  error: <ErrorCircle16Filled />,
  warning: <Warning16Filled />,
  info: <Info16Regular />,
};

const useStyles = makeStyles({
  head: { position: "sticky", top: 0, zIndex: 1, cursor: "pointer" },
  belowChips: { top: "42px" },
  icon: { display: "flex", flexShrink: 0 },
  error: { color: tokens.colorStatusDangerForeground1 },
  warning: { color: tokens.colorPaletteDarkOrangeForeground1 },
  info: { color: tokens.colorNeutralForeground2 },
  title: { fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold, margin: 0 },
  table: {
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    backgroundColor: tokens.colorNeutralBackground2,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  tableLine: { display: "flex", columnGap: tokens.spacingHorizontalS, alignItems: "baseline", minWidth: 0 },
  rest: { padding: `6px ${tokens.spacingHorizontalM}`, backgroundColor: tokens.colorNeutralBackground2 },
});

interface HeadProps {
  readonly line: Extract<QueueLine, { is: "head" }>;
  readonly state: PaneState;
  readonly onTurn: () => void;
}

/** What a kind of items comes to; pressed, it folds. */
export function Head({ line: { group, folded }, state, onTurn }: HeadProps) {
  const l = useLayout();
  const s = useStyles();
  const w = useWords();
  const { kind, items, severity } = group;
  const left = items.filter(({ key }) => !state.done.has(key));
  return (
    <li className={mergeClasses(s.head, state.open !== null && s.belowChips)}>
      <button type="button" className={l.head} aria-expanded={!folded} onClick={onTurn}>
        <span className={mergeClasses(s.icon, s[severity])} role="img" aria-label={w.queue.severity[severity]}>
          {ICONS[severity]}
        </span>
        <span className={s.title}>{w.queue.kinds[kind]}</span>
        <span className={mergeClasses(l.quiet, l.cut)}>{countText(group, left.length, w)}</span>
        {folded ? <ChevronRight16Regular /> : <ChevronDown16Regular />}
      </button>
    </li>
  );
}

function countText({ kind, items, marks }: QueueGroup, left: number, w: ReturnType<typeof useWords>): string {
  if (left < items.length) return w.queue.left(left, "0");
  if (kind === "differs" && marks !== "0") return w.queue.differs(items.length, marks);
  return w.queue.count(items.length, kind === "table" || kind === "formula" ? "0" : marks);
}

/** Where several tables are shown: which one the items below are of. */
export function TableHead({ table }: { readonly table: TableSummary | undefined }) {
  const l = useLayout();
  const s = useStyles();
  const w = useWords();
  if (!table) return null;
  const { sheet, totals, states } = table;
  return (
    <li className={s.table}>
      <div className={s.tableLine}>
        <h2 className={mergeClasses(s.title, l.cut)}>{sheet}</h2>
        <span className={l.quiet}>{w.queue.tableHead(totals.typed ?? w.figures.none, states.judged, states.full)}</span>
      </div>
      <StateBar shares={states.shares} thin />
    </li>
  );
}

interface RestProps {
  readonly line: Extract<QueueLine, { is: "rest" }>;
  readonly onUnfold: () => void;
}

/** The kinds of a table that are not listed until they are asked for. */
export function Rest({ line: { groups }, onUnfold }: RestProps) {
  const s = useStyles();
  const w = useWords();
  const texts = groups.map(({ kind, items }) => `${w.queue.kinds[kind]} ${items.length}`).join(w.dot);
  return (
    <li className={s.rest}>
      <Link as="button" onClick={onUnfold}>
        {w.queue.restOfTable(texts)} ›
      </Link>
    </li>
  );
}
