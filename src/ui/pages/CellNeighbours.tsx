import { Link, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { Neighbour } from "../../app/cell-neighbours";
import type { CellAddress } from "../../core/workbook/address";
import { useLayout } from "../common/layout";

const useStyles = makeStyles({
  neighbour: {
    display: "flex",
    justifyContent: "space-between",
    columnGap: tokens.spacingHorizontalS,
    minHeight: "24px",
    minWidth: 0,
  },
});

export interface CellNeighboursProps {
  readonly title: string;
  readonly cells: readonly Neighbour[];
  readonly onReveal: (at: CellAddress) => void;
}

/** Cells that a formula reads, or that read it, with their values; one press goes there. */
export function CellNeighbours({ title, cells, onReveal }: CellNeighboursProps) {
  const l = useLayout();
  const s = useStyles();
  if (cells.length === 0) return null;
  return (
    <section aria-label={title}>
      <h2 className={l.subheading}>{title}</h2>
      {cells.map(({ at, text, value }) => (
        <div key={`${at.sheet}${text}`} className={s.neighbour}>
          <Link as="button" onClick={() => onReveal(at)}>
            {text}
          </Link>
          <span className={mergeClasses(l.cut, l.number)} style={{ textAlign: "end" }}>
            {value}
          </span>
        </div>
      ))}
    </section>
  );
}
