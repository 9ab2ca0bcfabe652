import { Link, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { useRef } from "react";
import type { AuditGroup, AuditLine } from "../../app/pane/audit-lines";
import type { CellAddress } from "../../core/workbook/address";
import { useLayout } from "../common/layout";
import { useScrolled, windowOf } from "../common/window";
import { useWords } from "../i18n/words";

/** Pixels: what is out of sight is left out by them, so they are fixed. */
const HEIGHTS = { group: 26, line: 44 } as const;

const useStyles = makeStyles({
  table: { width: "100%", borderCollapse: "collapse", tableLayout: "fixed", fontSize: tokens.fontSizeBase200 },
  head: {
    textAlign: "end",
    fontWeight: tokens.fontWeightRegular,
    color: tokens.colorNeutralForeground2,
    height: "24px",
  },
  start: { textAlign: "start" },
  narrow: { width: "17%" },
  group: {
    height: `${HEIGHTS.group}px`,
    boxSizing: "border-box",
    padding: 0,
    textAlign: "start",
    fontWeight: tokens.fontWeightSemibold,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  cut: { overflow: "hidden", textOverflow: "ellipsis", whiteSpace: "nowrap" },
  /** The link of its first cell covers the row. */
  line: {
    position: "relative",
    height: `${HEIGHTS.line}px`,
    ":hover": { backgroundColor: tokens.colorNeutralBackground1Hover },
  },
  cell: {
    height: `${HEIGHTS.line}px`,
    boxSizing: "border-box",
    padding: 0,
    borderTop: `1px solid ${tokens.colorNeutralStroke3}`,
    lineHeight: "20px",
  },
  value: { textAlign: "end", fontVariantNumeric: "tabular-nums", paddingLeft: tokens.spacingHorizontalXS },
  press: {
    "::after": { content: '""', position: "absolute", inset: 0 },
    ":focus-visible::after": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "-2px" },
  },
  wrong: { color: tokens.colorStatusDangerForeground1, fontWeight: tokens.fontWeightSemibold },
});

export interface AuditLinesProps {
  readonly title: string;
  readonly groups: readonly AuditGroup[];
  readonly onReveal: (at: CellAddress) => void;
}

type Row = { readonly is: "group"; readonly group: AuditGroup } | { readonly is: "line"; readonly line: AuditLine };

/** 单元格, Excel, 复算, side by side, group by group; pressing a row goes to its cell. */
export function AuditLines({ title, groups, onReveal }: AuditLinesProps) {
  const l = useLayout();
  const s = useStyles();
  const w = useWords();
  const body = useRef<HTMLTableSectionElement>(null);
  const rows = groups.flatMap((group): readonly Row[] => [
    { is: "group", group },
    ...group.lines.map((line) => ({ is: "line", line }) as const),
  ]);
  const heights = rows.map(({ is }) => HEIGHTS[is]);
  const [top, height] = useScrolled(body, rows.length > 200);
  const { from, to, before, after } = windowOf(heights, top, height);
  const { columns } = w.audit;
  return (
    <table className={s.table} aria-label={title} aria-rowcount={rows.length + 1}>
      <thead>
        <tr aria-rowindex={1}>
          <th scope="col" className={mergeClasses(s.head, s.start)}>
            <span className={l.hidden}>{w.audit.cells}</span>
          </th>
          {[columns.cell, columns.excel, columns.recomputed].map((column) => (
            <th key={column} scope="col" className={mergeClasses(s.head, s.narrow)}>
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody ref={body}>
        <Space height={before} />
        {rows.slice(from, to).map((row, index) => {
          const place = from + index + 2;
          return row.is === "group" ? (
            <tr key={`group ${row.group.key}`} aria-rowindex={place}>
              <th colSpan={4} scope="colgroup" className={mergeClasses(s.group, s.cut)} title={row.group.title}>
                {row.group.title}
              </th>
            </tr>
          ) : (
            <Line key={row.line.key} line={row.line} place={place} onReveal={onReveal} />
          );
        })}
        <Space height={after} />
      </tbody>
    </table>
  );
}

/** What the rows out of sight would take. */
const Space = ({ height }: { readonly height: number }) =>
  height > 0 && (
    <tr aria-hidden="true">
      <td colSpan={4} style={{ height, padding: 0 }} />
    </tr>
  );

interface LineProps {
  readonly line: AuditLine;
  /** Among all rows, from 1. */
  readonly place: number;
  readonly onReveal: (at: CellAddress) => void;
}

function Line({ line: { at, cell, label, held, excel, recomputed, verdict, differs }, place, onReveal }: LineProps) {
  const s = useStyles();
  const w = useWords();
  return (
    <tr className={s.line} aria-rowindex={place}>
      <td className={s.cell}>
        <div className={s.cut} title={label}>
          <Link as="button" className={s.press} onClick={() => onReveal(at)}>
            {cell}
          </Link>{" "}
          {label}
        </div>
        <div className={mergeClasses(s.cut, differs && s.wrong)} title={verdict}>
          {verdict}
        </div>
      </td>
      <td className={mergeClasses(s.cell, s.value)}>{w.audit[held]}</td>
      <td className={mergeClasses(s.cell, s.value, s.cut)} title={excel}>
        {excel}
      </td>
      <td className={mergeClasses(s.cell, s.value, s.cut, differs && s.wrong)} title={recomputed}>
        {recomputed}
      </td>
    </tr>
  );
}
