import { Button, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { useState } from "react";
import type { PlanRow } from "../../core/plan/describe";
import { useLayout } from "../common/layout";
import { useWords } from "../i18n/words";

const useStyles = makeStyles({
  sheet: { borderBottom: `1px solid ${tokens.colorNeutralStroke2}` },
  summary: {
    cursor: "pointer",
    minHeight: "32px",
    lineHeight: "32px",
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "-2px" },
  },
  table: {
    width: "100%",
    borderCollapse: "collapse",
    tableLayout: "fixed",
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    marginBottom: tokens.spacingVerticalS,
  },
  place: { width: "28%" },
  before: { width: "26%" },
  head: { textAlign: "start", fontWeight: tokens.fontWeightSemibold, padding: tokens.spacingVerticalXS },
  cell: {
    padding: tokens.spacingVerticalXS,
    verticalAlign: "top",
    overflowWrap: "anywhere",
    borderTop: `1px solid ${tokens.colorNeutralStroke3}`,
  },
});

export interface PlanTableProps {
  readonly rows: readonly PlanRow[];
  /** Formats and marks that are not listed. */
  readonly hidden: number;
}

/** Cell, before, after, sheet by sheet: sheets that exist already come first, open. */
export function PlanTable({ rows, hidden }: PlanTableProps) {
  const l = useLayout();
  const w = useWords();
  return (
    <div>
      {bySheet(rows).map(({ sheet, isNew, rows: own }, index) => (
        <SheetRows
          key={sheet ?? ""}
          title={sheet ?? w.write.names}
          note={isNew ? w.write.newSheet : null}
          rows={own}
          startsOpen={index === 0}
        />
      ))}
      {hidden > 0 && <p className={mergeClasses(l.text, l.quiet)}>{w.write.hidden(hidden)}</p>}
    </div>
  );
}

interface SheetPlan {
  readonly sheet: string | null;
  readonly isNew: boolean;
  readonly rows: readonly PlanRow[];
}

/** Sheets in the order in which they are written, new ones after those that exist, names last. */
function bySheet(rows: readonly PlanRow[]): readonly SheetPlan[] {
  const sheets = new Map<string | null, PlanRow[]>();
  for (const row of rows) {
    const own = sheets.get(row.sheet);
    if (own) own.push(row);
    else sheets.set(row.sheet, [row]);
  }
  // The line that adds a sheet names no cell and says nothing that the heading does not say.
  const adds = ({ cell, before }: PlanRow): boolean => cell === "" && before === "";
  const plans = [...sheets].map(([sheet, own]) => ({
    sheet,
    isNew: sheet !== null && own.some(adds),
    rows: own.filter((row) => !adds(row)),
  }));
  const rank = ({ sheet, isNew }: SheetPlan): number => (sheet === null ? 2 : isNew ? 1 : 0);
  return plans.sort((a, b) => rank(a) - rank(b));
}

interface SheetRowsProps {
  readonly title: string;
  readonly note: string | null;
  readonly rows: readonly PlanRow[];
  readonly startsOpen: boolean;
}

const PORTION = 60;
/** Longer contents are cut here, formulas sooner: the cell shows all of it once it is written. */
const SHOWN_LENGTH = { text: 120, formula: 48 } as const;

function SheetRows({ title, note, rows, startsOpen }: SheetRowsProps) {
  const l = useLayout();
  const s = useStyles();
  const w = useWords();
  const [open, setOpen] = useState(startsOpen);
  const [portion, setPortion] = useState(PORTION);
  return (
    <details className={s.sheet} open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className={s.summary}>
        <strong>{title}</strong>{" "}
        <span className={l.quiet}>
          {note !== null && `${note} · `}
          {w.write.places(rows.length)}
        </span>
      </summary>
      {open && (
        <table className={s.table}>
          <thead>
            <tr>
              <th scope="col" className={mergeClasses(s.head, s.place)}>
                {w.write.cell}
              </th>
              <th scope="col" className={mergeClasses(s.head, s.before)}>
                {w.write.before}
              </th>
              <th scope="col" className={s.head}>
                {w.write.after}
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.slice(0, portion).map(({ cell, before, after }, index) => (
              <tr key={`${cell}:${index}`}>
                <td className={s.cell}>{cell}</td>
                <Content text={before} />
                <Content text={after} />
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {open && rows.length > portion && (
        <Button size="small" onClick={() => setPortion(portion + 500)}>
          {w.write.more(rows.length - portion)}
        </Button>
      )}
    </details>
  );
}

function Content({ text }: { readonly text: string }) {
  const l = useLayout();
  const s = useStyles();
  const w = useWords();
  const length = SHOWN_LENGTH[text.startsWith("=") ? "formula" : "text"];
  const shown = text.length > length ? `${text.slice(0, length)}…` : text;
  return <td className={s.cell}>{shown === "" ? <span className={l.quiet}>{w.write.empty}</span> : shown}</td>;
}
