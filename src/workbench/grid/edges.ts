import type { Edge, Look } from "../../host/looks";

/** The lines that a cell draws itself: at its right and below, each the stronger of its own and its neighbour's. */
export interface CellEdges {
  readonly right: Edge | null;
  readonly bottom: Edge | null;
  /** Only at the sheet's own left and upper edge, where no neighbour draws it. */
  readonly left: Edge | null;
  readonly top: Edge | null;
}

export interface Neighbours {
  readonly own: Look;
  readonly right: Look | null;
  readonly below: Look | null;
  readonly first: { readonly row: boolean; readonly column: boolean };
}

export const edgesOf = ({ own, right, below, first }: Neighbours): CellEdges => ({
  right: stronger(own.right, right?.left ?? null),
  bottom: stronger(own.bottom, below?.top ?? null),
  left: first.column ? own.left : null,
  top: first.row ? own.top : null,
});

const stronger = (a: Edge | null, b: Edge | null): Edge | null => (a && b ? (b.width > a.width ? b : a) : (a ?? b));

export const hasEdge = ({ right, bottom, left, top }: CellEdges): boolean => (right ?? bottom ?? left ?? top) !== null;
