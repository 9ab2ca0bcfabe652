import { bind, type HostObject, type ObjectType } from "../protocol/host-object";
import { refuse } from "../protocol/host-error";
import { Area, parseArea, wholeSheet } from "../workbook/area";
import { STANDARD_WIDTH, type Sheet } from "../workbook/sheet";
import { namesOf } from "./names";
import { pinnedNavigation } from "./pinned";
import { areaOf, collection, membersOf, numberOf, textOf, type World } from "./types";

/** Worksheet. Members that would clear the user's undo list are here too, so that a test sees who calls them. */
export function worksheetType(world: World): ObjectType<Sheet> {
  const { book } = world;
  const next = (sheet: Sheet): HostObject | null => {
    const after = book.sheets[book.sheets.indexOf(sheet) + 1];
    return after ? world.sheet(after) : null;
  };
  const withCells = (sheet: Sheet): Sheet => (sheet.hasNoCells ? refuse("UnsupportedSheet") : sheet);
  const rangeOrNull = (area: Area | null): HostObject | null => area && world.range(area);
  return {
    className: "Worksheet",
    identity: ({ id }) => ({ Id: id }),
    properties: {
      Id: ({ id }) => id,
      Name: ({ name }) => name,
      Position: (sheet) => book.sheets.indexOf(sheet),
      Visibility: ({ visibility }) => visibility,
      StandardWidth: () => STANDARD_WIDTH,
    },
    setters: {
      Visibility: (sheet, visibility) => {
        const isLast = book.sheets.every((one) => one === sheet || one.visibility !== "Visible");
        if (book.isStructureProtected || (isLast && visibility !== "Visible")) refuse("AccessDenied");
        sheet.visibility = visibility as Sheet["visibility"];
      },
      StandardWidth: () => refuse("ApiNotFound", "EMULATOR: Worksheet.standardWidth can not be set"),
    },
    navigation: {
      Names: (sheet) => namesOf(world, sheet),
      Protection: (sheet) => bind(worksheetProtection, sheet),
      PageLayout: (sheet) => bind(pageLayout(world), withCells(sheet)),
      FreezePanes: (sheet) => bind(freezePanes(world), withCells(sheet)),
      ...pinnedNavigation(world),
    },
    methods: {
      Activate: (sheet) => {
        if (sheet.visibility !== "Visible") refuse("InvalidOperation");
        book.active = sheet;
      },
      GetRange: (sheet, address) =>
        world.range(
          address == null || address === "" ? wholeSheet(withCells(sheet)) : parseArea(textOf(address), book, sheet),
        ),
      GetCell: (sheet, row, column) => {
        const [top, left] = [numberOf(row), numberOf(column)];
        return world.range(new Area(withCells(sheet), { top, left, bottom: top, right: left }));
      },
      GetRangeByIndexes: (sheet, row, column, rows, columns) => {
        const [top, left] = [numberOf(row), numberOf(column)];
        const bottom = top + numberOf(rows) - 1;
        return world.range(new Area(withCells(sheet), { top, left, bottom, right: left + numberOf(columns) - 1 }));
      },
      GetUsedRangeOrNullObject: (sheet, valuesOnly) => rangeOrNull(withCells(sheet).used(valuesOnly === true)),
      GetNextOrNullObject: (sheet) => next(sheet),
    },
  };
}

const worksheetProtection: ObjectType<Sheet> = {
  className: "WorksheetProtection",
  properties: { Protected: ({ isProtected }) => isProtected },
};

const pageLayout = (world: World): ObjectType<Sheet> => ({
  className: "PageLayout",
  methods: {
    GetPrintAreaOrNullObject: (sheet) => {
      const areas = world.book.printArea(sheet);
      return areas && areas.length > 0 ? world.areas(areas.map((rect) => new Area(sheet, rect))) : null;
    },
    SetPrintArea: (sheet, printed) => {
      const area = areaOf(printed);
      const texts = typeof printed === "string" ? printed.split(",") : [];
      const listed = texts.map((text) => parseArea(text, world.book, sheet).rect);
      world.book.setPrintArea(sheet, area ? [area.rect] : listed);
    },
  },
});

const freezePanes = (world: World): ObjectType<Sheet> => ({
  className: "WorksheetFreezePanes",
  methods: {
    GetLocationOrNullObject: (sheet) =>
      sheet.frozenRows === 0 ? null : world.range(parseArea(`1:${sheet.frozenRows}`, world.book, sheet)),
    FreezeRows: (sheet, rows) => {
      sheet.frozenRows = numberOf(rows, 1);
    },
    Unfreeze: (sheet) => {
      sheet.frozenRows = 0;
    },
  },
});

/** Ranges in a row, as areas of a RangeAreas. */
export function areasType(world: World): ObjectType<readonly Area[]> {
  const rangeCollection = collection("RangeCollection", {});
  return {
    className: "RangeAreas",
    tracked: true,
    properties: {
      Address: (list) => list.map(({ address }) => address).join(","),
      AreaCount: (list) => list.length,
      CellCount: (list) => list.reduce((sum, area) => sum + area.height * area.width, 0),
    },
    navigation: { Areas: (list) => membersOf(rangeCollection, () => list.map((area) => world.range(area))) },
  };
}
