import { rectAt, type CellPosition, type Rect } from "../../../src/core/workbook/address";
import { bind, type HostObject, type ObjectType } from "../protocol/host-object";
import { refuse } from "../protocol/host-error";
import { Area } from "../workbook/area";
import type { PinnedTable, SheetBox, SheetNote, SheetShape, SheetThread } from "../workbook/pinned";
import type { Sheet } from "../workbook/sheet";
import { collection, membersOf, type World } from "./types";

/** Worksheet.comments, notes, shapes, charts, tables and pivotTables, as far as the add-in reads them. */
export const pinnedNavigation = (world: World): NonNullable<ObjectType<Sheet>["navigation"]> => ({
  Comments: (sheet) => listOf("CommentCollection", sheet.threads, (one) => bind(threadType(world, sheet), one)),
  Notes: (sheet) => listOf("NoteCollection", sheet.notes, (one) => bind(noteType(world, sheet), one)),
  Shapes: (sheet) => shapesOf("ShapeCollection", sheet.shapes),
  Charts: (sheet) => listOf("ChartCollection", sheet.charts, (one) => bind(chartType, one)),
  Tables: (sheet) => tablesOf(world, [sheet]),
  PivotTables: (sheet) => listOf("PivotTableCollection", sheet.pivots, (one) => bind(pivotType(world, sheet), one)),
});

/** The tables of sheets: the library finds a table again among those of the workbook. */
export const tablesOf = (world: World, sheets: readonly Sheet[]): HostObject =>
  ownedList(
    "TableCollection",
    sheets.flatMap((sheet) =>
      sheet.tables.map((one, index) => named(bind(tableType(world, sheet), one), `${sheet.id}-${index}`)),
    ),
  );

/** Members are named by their place, so that a later request finds them again. */
function listOf<T>(className: string, items: readonly T[], bound: (item: T) => HostObject): HostObject {
  return ownedList(
    className,
    items.map((item, index) => named(bound(item), `{${className}-${index}}`)),
  );
}

function ownedList(className: string, members: readonly HostObject[]): HostObject {
  const type = collection(className, {
    item: (_, key) => members.find((one) => one.identity().Id === key) ?? refuse("ItemNotFound"),
    methods: { GetItemAt: (_, index) => members[Number(index)] ?? refuse("ItemNotFound") },
  });
  return membersOf(type, () => members);
}

const named = (object: HostObject, id: string): HostObject => Object.assign(object, { identity: () => ({ Id: id }) });

const cellOf = (world: World, sheet: Sheet, at: CellPosition): HostObject => world.range(new Area(sheet, rectAt(at)));

const threadType = (world: World, sheet: Sheet): ObjectType<SheetThread> => ({
  className: "Comment",
  properties: { Content: ({ content }) => content, AuthorName: () => "复核人" },
  navigation: {
    Replies: ({ replies }) => listOf("CommentReplyCollection", replies, (text) => bind(replyType, text)),
  },
  methods: { GetLocation: (thread) => cellOf(world, sheet, thread) },
});

const replyType: ObjectType<string> = { className: "CommentReply", properties: { Content: (text) => text } };

const noteType = (world: World, sheet: Sheet): ObjectType<SheetNote> => ({
  className: "Note",
  properties: { Content: ({ content }) => content, AuthorName: ({ author }) => author },
  methods: { GetLocation: (note) => cellOf(world, sheet, note) },
});

const shapesOf = (className: string, shapes: readonly SheetShape[]): HostObject =>
  listOf(className, shapes, (one) => bind(shapeType, one));

const BOX: NonNullable<ObjectType<SheetBox>["properties"]> = {
  Left: ({ left }) => left,
  Top: ({ top }) => top,
  Width: ({ width }) => width,
  Height: ({ height }) => height,
};

const shapeType: ObjectType<SheetShape> = {
  className: "Shape",
  properties: { ...BOX, Type: ({ type }) => type },
  navigation: {
    TextFrame: (shape) => bind(textFrame, shape.type === "GeometricShape" ? shape : refuse("InvalidOperation")),
    Group: (shape) => bind(group, shape.type === "Group" ? shape : refuse("InvalidOperation")),
  },
};

const textFrame: ObjectType<SheetShape> = {
  className: "TextFrame",
  properties: { HasText: ({ text }) => text !== "" },
  navigation: { TextRange: (shape) => bind(textRange, shape) },
};

const textRange: ObjectType<SheetShape> = { className: "TextRange", properties: { Text: ({ text }) => text } };

const group: ObjectType<SheetShape> = {
  className: "ShapeGroup",
  navigation: { Shapes: ({ members }) => shapesOf("GroupShapeCollection", members) },
};

const chartType: ObjectType<SheetBox> = { className: "Chart", properties: BOX };

const tableType = (world: World, sheet: Sheet): ObjectType<PinnedTable> => ({
  className: "Table",
  properties: {
    Name: ({ name }) => name,
    ShowHeaders: ({ hasHeader }) => hasHeader,
    ShowTotals: ({ hasTotals }) => hasTotals,
  },
  navigation: {
    Columns: ({ columns }) => listOf("TableColumnCollection", columns, (name) => bind(tableColumn, name)),
  },
  methods: { GetRange: ({ range }) => world.range(new Area(sheet, range)) },
});

const tableColumn: ObjectType<string> = { className: "TableColumn", properties: { Name: (name) => name } };

const pivotType = (world: World, sheet: Sheet): ObjectType<Rect> => ({
  className: "PivotTable",
  properties: { Name: () => "数据透视表1" },
  navigation: { Layout: (area) => bind(pivotLayout(world, sheet), area) },
});

const pivotLayout = (world: World, sheet: Sheet): ObjectType<Rect> => ({
  className: "PivotLayout",
  methods: { GetRange: (area) => world.range(new Area(sheet, area)) },
});
