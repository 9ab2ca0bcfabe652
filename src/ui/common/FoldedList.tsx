import { Button, Link, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { useState, type ReactNode } from "react";
import type { CellAddress } from "../../core/workbook/address";
import { useWords } from "../i18n/words";
import { useLayout } from "./layout";

const useStyles = makeStyles({
  summary: {
    cursor: "pointer",
    minHeight: "28px",
    lineHeight: "28px",
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "-2px" },
  },
});

/** Lists longer than this are shown in portions, so that the page answers at once. */
const PORTION = 50;

export interface FoldedListProps<T> {
  readonly title: string;
  readonly titleClass: string | false;
  readonly lines: readonly T[];
  readonly isOpen?: boolean;
  /** The element of one line, with its key. */
  readonly children: (line: T, index: number) => ReactNode;
}

/** A title with the number of its lines, which fold out. */
export function FoldedList<T>({ title, titleClass, lines, isOpen = false, children }: FoldedListProps<T>) {
  const l = useLayout();
  const s = useStyles();
  const w = useWords();
  const [portion, setPortion] = useState(PORTION);
  return (
    <details open={isOpen}>
      <summary className={s.summary}>
        <span className={mergeClasses(titleClass)}>{title}</span>{" "}
        <span className={l.quiet}>{w.items(lines.length)}</span>
      </summary>
      <ul className={l.plainList}>{lines.slice(0, portion).map(children)}</ul>
      {lines.length > portion && (
        <Button size="small" onClick={() => setPortion(portion + PORTION)}>
          {w.audit.more(Math.min(PORTION, lines.length - portion))}
        </Button>
      )}
    </details>
  );
}

export interface CellLinkProps {
  /** Null where there is no cell to go to. */
  readonly at: CellAddress | null;
  readonly cell: string;
  readonly onReveal: (at: CellAddress) => void;
}

/** The cell of a line, which leads there. */
export function CellLink({ at, cell, onReveal }: CellLinkProps) {
  if (!at) return cell;
  return (
    <Link as="button" onClick={() => onReveal(at)}>
      {cell}
    </Link>
  );
}
