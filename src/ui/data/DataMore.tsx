import { Button, Link, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { Link16Regular } from "@fluentui/react-icons";
import type { DataRow } from "../../app/pane/data-row";
import { a1, type CellAddress } from "../../core/workbook/address";
import { useLayout } from "../common/layout";
import { useMayWrite } from "../common/may-write";
import { useWords } from "../i18n/words";

const useStyles = makeStyles({ more: { paddingBottom: tokens.spacingVerticalS } });

export interface DataMoreProps {
  readonly row: DataRow;
  /** The selected cell, where the quantity may take it. */
  readonly selected: CellAddress | null;
  /** The cell that was to be taken and holds no number. */
  readonly noNumber: string | null;
  readonly onLink: (to: CellAddress) => Promise<unknown>;
  readonly onAccept: (number: string) => Promise<unknown>;
  readonly onReveal: (at: CellAddress) => void;
}

/** What unfolds below a quantity: what it is for, where it stands, and numbers that it may take. */
export function DataMore({ row, selected, noNumber, onLink, onAccept, onReveal }: DataMoreProps) {
  const l = useLayout();
  const s = useStyles();
  const w = useWords();
  const mayWrite = useMayWrite();
  const { at, cell, scope, offers } = row;
  if (scope === null && offers.length === 0 && !at && !selected) return null;
  return (
    <div className={mergeClasses(l.tight, s.more)}>
      {scope !== null && <p className={mergeClasses(l.text, l.quiet)}>{scope}</p>}
      {at && cell !== null && (
        <Link as="button" onClick={() => onReveal(at)} aria-label={w.goTo(`${at.sheet} ${cell}`)}>
          {at.sheet}!{cell}
        </Link>
      )}
      {selected && (
        <div>
          <Button size="small" icon={<Link16Regular />} onClick={() => void onLink(selected)}>
            {w.data.takeSelected(a1(selected))}
          </Button>
        </div>
      )}
      {noNumber !== null && (
        <p role="alert" className={mergeClasses(l.text, l.quiet, l.danger)}>
          {w.data.selectedNoNumber(noNumber)}
        </p>
      )}
      {offers.map(({ number, at: place, cell: where, excerpt }, index) => (
        <div key={index} className={mergeClasses(l.row, l.wrap)}>
          {mayWrite && (
            <Button size="small" shape="circular" onClick={() => void onAccept(number)}>
              {w.data.accept(number)}
            </Button>
          )}
          {place ? (
            <Link as="button" onClick={() => onReveal(place)} aria-label={w.goTo(where)}>
              {where}
            </Link>
          ) : (
            <span className={mergeClasses(l.text, l.quiet)}>{w.report.at(where)}</span>
          )}
          <span className={mergeClasses(l.text, l.quiet)}>{excerpt}</span>
        </div>
      ))}
    </div>
  );
}
