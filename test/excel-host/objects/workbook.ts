import { bind, type HostObject, type ObjectType } from "../protocol/host-object";
import { refuse } from "../protocol/host-error";
import { Area } from "../workbook/area";
import type { Book } from "../workbook/book";
import type { Events } from "../events";
import { namesOf } from "./names";
import { tablesOf } from "./pinned";
import { rangeType } from "./range";
import { collection, membersOf, textOf, type Members, type World } from "./types";
import { areasType, worksheetType } from "./worksheet";

/** The root of the object model, and how its parts are bound to their classes. */
export function createWorld(book: Book, events: Events, created: string[]): { readonly root: HostObject } {
  const world: World = {
    book,
    range: (area) => bind(types.range, area),
    areas: (list) => bind(types.areas, list),
    sheet: (sheet) => bind(types.sheet, sheet),
  };
  const types = { range: rangeType(world), areas: areasType(world), sheet: worksheetType(world) };
  return { root: bind(workbookType(world, events, created), book) };
}

function workbookType(world: World, events: Events, created: string[]): ObjectType<Book> {
  return {
    className: "Workbook",
    properties: {
      Name: () => "Book1.xlsx",
      ReadOnly: ({ isReadOnly }) => isReadOnly,
      UsePrecisionAsDisplayed: ({ precisionAsDisplayed }) => precisionAsDisplayed,
    },
    navigation: {
      Application: (book) => bind(application(created), book),
      Names: () => namesOf(world, null),
      Protection: (book) => bind(workbookProtection, book),
      Tables: ({ sheets }) => tablesOf(world, sheets),
      Worksheets: () => worksheets(world, events),
    },
    methods: {
      GetSelectedRange: ({ selection }) => world.range(selection ?? refuse("InvalidSelection")),
      GetActiveCell: ({ selection }) => {
        const { sheet, rect } = selection ?? refuse("InvalidSelection");
        return world.range(new Area(sheet, { ...rect, bottom: rect.top, right: rect.left }));
      },
      ...events.registrations(),
    },
  };
}

/** A new workbook is opened, not looked into: what it was made of is kept for whoever tests it. */
const application = (created: string[]): ObjectType<Book> => ({
  className: "Application",
  properties: { CalculationMode: ({ calculationMode }) => calculationMode },
  methods: { CreateWorkbook: (_, base64) => bind(workbookCreated(created), textOf(base64)) },
});

const workbookCreated = (created: string[]): ObjectType<string> => ({
  className: "WorkbookCreated",
  identity: () => ({ Id: "1" }),
  methods: { Open: (base64) => void created.push(base64) },
});

const workbookProtection: ObjectType<Book> = {
  className: "WorkbookProtection",
  properties: { Protected: ({ isStructureProtected }) => isStructureProtected },
};

function worksheets(world: World, events: Events): HostObject {
  const { book } = world;
  const found = (key: unknown): HostObject | null => {
    const sheet = book.sheetNamed(textOf(key));
    return sheet && world.sheet(sheet);
  };
  const type: ObjectType<Members> = collection("WorksheetCollection", {
    item: (_, key) => found(key),
    methods: {
      Add: (_, name) => world.sheet(book.addSheet(textOf(name))),
      GetActiveWorksheet: () => book.active && world.sheet(book.active),
      GetCount: () => book.sheets.length,
      GetFirst: () => (book.sheets[0] ? world.sheet(book.sheets[0]) : null),
      GetItemOrNullObject: (_, key) => found(key),
      ...events.registrations(),
    },
  });
  return membersOf(type, () => book.sheets.map((sheet) => world.sheet(sheet)));
}
