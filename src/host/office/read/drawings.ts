import { MAX_COLUMNS, MAX_ROWS, type Rect } from "../../../core/workbook/address";
import { pushAll } from "../../../core/workbook/long-lists";
import type { Drawing } from "../../../core/workbook/snapshot";
import { SMALL, type Errand } from "../errands";
import { SHAPE } from "./pinned-lists";
import { Ruler } from "./ruler";
import type { SheetFacts } from "./sheet-facts";

/** A drawing of any kind with the cells it covers, and what of it is a picture or has a text. */
interface FoundDrawing {
  readonly area: Rect;
  readonly drawings: readonly Drawing[];
}

type Box = Pick<Excel.Shape, "left" | "top" | "width" | "height">;

/** A drawing whose text, and that of the group's members, comes bit by bit. */
interface Lying {
  readonly box: Box;
  readonly said: Pick<Drawing, "kind" | "text">[];
}

interface SheetSearch {
  readonly sheet: Excel.Worksheet;
  readonly rows: Ruler;
  readonly columns: Ruler;
  readonly lying: readonly Lying[];
}

/** A question of the next trip; its answer is taken when the trip is over. */
interface Slot {
  take?: () => void;
}

/**
 * Finds on which cells the drawings of sheets lie, and what they say, trip by trip: `errands` gives what is to be asked
 * next, and nothing once all is known.
 */
export class DrawingSearch {
  private readonly sheets: readonly (SheetSearch | null)[];
  /** Shapes whose content has not been asked for. */
  private open: { readonly of: Lying; readonly shape: Excel.Shape }[] = [];
  private slots: Slot[] = [];

  constructor(facts: readonly SheetFacts[]) {
    this.sheets = facts.map((one) => this.searchOf(one));
  }

  errands(): readonly Errand[] {
    for (const { take } of this.slots.splice(0)) take?.();
    return [
      ...this.open.splice(0).flatMap(({ of, shape }) => this.contentErrand(of, shape)),
      ...this.sheets.flatMap((sheet) => (sheet ? this.edgeErrands(sheet) : [])),
    ];
  }

  found(index: number): readonly FoundDrawing[] {
    const sheet = this.sheets[index];
    return (sheet?.lying ?? []).map(({ box, said }) => {
      const area = sheet ? areaOf(box, sheet) : NOWHERE;
      const drawings = said.filter(({ kind, text }) => kind === "picture" || text !== "");
      return { area, drawings: drawings.map((one) => ({ ...one, area })) };
    });
  }

  private searchOf({ pinned, area }: SheetFacts): SheetSearch | null {
    if (!pinned) return null;
    const shapes = pinned.shapes.items.map((shape) => ({ of: { box: shape, said: [] }, shape }));
    pushAll(this.open, shapes);
    const charts = pinned.charts.items.map((box): Lying => ({ box, said: [] }));
    const { bottom, right } = area ?? NOWHERE;
    return {
      sheet: pinned.sheet,
      rows: new Ruler(bottom + 1),
      columns: new Ruler(right + 1),
      lying: [...shapes.map(({ of }) => of), ...charts],
    };
  }

  /** A picture says what it is; a shape may have a text; the members of a group lie where the group does. */
  private contentErrand(of: Lying, shape: Excel.Shape): readonly Errand[] {
    if (shape.type === "Image") of.said.push({ kind: "picture", text: "" });
    if (shape.type === "GeometricShape") return [this.errand(() => askText(of, shape))];
    if (shape.type !== "Group") return [];
    return [
      this.errand(() => {
        const members = shape.group.shapes.load(SHAPE);
        return () => {
          for (const member of members.items) this.open.push({ of, shape: member });
        };
      }),
    ];
  }

  private edgeErrands({ sheet, rows, columns, lying }: SheetSearch): readonly Errand[] {
    if (lying.length === 0) return [];
    const edges = lying.map(({ box }) => edgesOf(box));
    const vertical = rows.missing(edges.flatMap(({ top, bottom }) => [top, bottom]));
    const horizontal = columns.missing(edges.flatMap(({ left, right }) => [left, right]));
    return [
      ...vertical.map((row) =>
        this.errand(() => {
          const cell = sheet.getCell(row, 0).load("top");
          return () => rows.told(row, cell.top);
        }),
      ),
      ...horizontal.map((column) =>
        this.errand(() => {
          const cell = sheet.getCell(0, column).load("left");
          return () => columns.told(column, cell.left);
        }),
      ),
    ];
  }

  private errand(ask: () => () => void): Errand {
    const slot: Slot = {};
    this.slots.push(slot);
    return { weight: SMALL, run: () => (slot.take = ask()) };
  }
}

/** Excel may place a drawing a pixel beside the edge that it was put on. */
const PIXEL = 0.75;

const NOWHERE: Rect = { top: 0, left: 0, bottom: 0, right: 0 };

function askText(of: Lying, shape: Excel.Shape): () => void {
  const range = shape.textFrame.textRange.load("text");
  return () => of.said.push({ kind: "text", text: range.text.replace(/\r\n?|\v/g, "\n").trim() });
}

/** The points just within a drawing, in each direction. */
function edgesOf({ left, top, width, height }: Box): Record<keyof Rect, number> {
  return {
    top: top + PIXEL,
    left: left + PIXEL,
    bottom: Math.max(top + height - PIXEL, top + PIXEL),
    right: Math.max(left + width - PIXEL, left + PIXEL),
  };
}

function areaOf(box: Box, { rows, columns }: SheetSearch): Rect {
  const edges = edgesOf(box);
  const row = (point: number): number => Math.min(MAX_ROWS - 1, rows.lineAt(point));
  const column = (point: number): number => Math.min(MAX_COLUMNS - 1, columns.lineAt(point));
  return { top: row(edges.top), left: column(edges.left), bottom: row(edges.bottom), right: column(edges.right) };
}
