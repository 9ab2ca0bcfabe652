import { localAddress } from "./workbook/area";
import type { Book, BookChange } from "./workbook/book";

/** One message as the library decodes it: [category, type, target, JSON, -, isRemote]. */
export type EventEntry = readonly [number, number, string, string, number, boolean];

const RICH_API = 65536;
const CHANGED = 10;
const SELECTED = 14;
/** What the library calls the target of a handler on the collection of sheets (Constants.eventWorkbookId). */
const ALL_SHEETS = "Workbook";

/** Tells the add-in what it has registered for, and nothing else. */
export class Events {
  private readonly registered = new Set<number>();
  private readonly send: (entry: EventEntry) => void;

  constructor(book: Book, send: (entry: EventEntry) => void) {
    this.send = send;
    book.listeners.add((change) => this.tell(change));
  }

  /** The hidden members by which handlers are added and removed. */
  registrations(): Readonly<Record<string, () => null>> {
    const add = (type: number) => () => {
      this.registered.add(type);
      return null;
    };
    const remove = (type: number) => () => {
      this.registered.delete(type);
      return null;
    };
    return {
      _RegisterDataChangedEvent: add(CHANGED),
      _UnregisterDataChangedEvent: remove(CHANGED),
      _RegisterSelectionChangedEvent: add(SELECTED),
      _UnregisterSelectionChangedEvent: remove(SELECTED),
    };
  }

  private tell({ kind, area, source, byAddIn }: BookChange): void {
    const type = kind === "changed" ? CHANGED : SELECTED;
    if (!this.registered.has(type)) return;
    const common = { address: localAddress(area.rect), worksheetId: area.sheet.id };
    const message =
      kind === "selected"
        ? common
        : {
            ...common,
            changeType: "RangeEdited",
            source,
            triggerSource: byAddIn ? "ThisLocalAddin" : "Unknown",
            shiftDirection: "None",
          };
    this.send([RICH_API, type, ALL_SHEETS, JSON.stringify(message), 0, source === "Remote"]);
  }
}
