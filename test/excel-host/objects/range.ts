import { isInside, MAX_ROWS } from "../../../src/core/workbook/address";
import { displayText, formatted } from "../../../src/core/formula/number-format";
import { isCellError } from "../../../src/core/workbook/snapshot";
import { bind, type HostObject, type ObjectType } from "../protocol/host-object";
import { refuse } from "../protocol/host-error";
import { Area, parseArea } from "../workbook/area";
import { GENERAL } from "../workbook/cell";
import { enter, valueType } from "../workbook/entry";
import { cellProperties, columnProperties, rowProperties, setCellProperties } from "./cell-properties";
import { conditionalFormatsOf } from "./conditional-formats";
import { rangeFormat } from "./format";
import { eachCell, grid, refuseLocked, refuseProtected, spread } from "./grid";
import { areaOf, numberOf, textOf, type World } from "./types";
import { dataValidation, validatedAreas } from "./validation";

/** Range: a rectangle of cells. */
export function rangeType(world: World): ObjectType<Area> {
  return {
    className: "Range",
    tracked: true,
    properties: rangeProperties(world),
    setters: rangeSetters(world),
    navigation: {
      Format: (area) => bind(rangeFormat, area),
      DataValidation: (area) => bind(dataValidation, area),
      ConditionalFormats: (area) => conditionalFormatsOf(world, area),
      Worksheet: (area) => world.sheet(area.sheet),
    },
    methods: rangeMethods(world),
  };
}

function rangeProperties({ book }: World): NonNullable<ObjectType<Area>["properties"]> {
  const shown = ({ sheet }: Area, row: number, column: number): unknown => {
    const value = book.valueAt(sheet, row, column);
    return isCellError(value) ? value.error : (value ?? "");
  };
  return {
    Address: (area) => area.address,
    RowIndex: ({ rect }) => rect.top,
    ColumnIndex: ({ rect }) => rect.left,
    RowCount: (area) => area.height,
    ColumnCount: (area) => area.width,
    CellCount: (area) => (area.height * area.width > 2 ** 31 - 1 ? -1 : area.height * area.width),
    Top: ({ sheet, rect }) => sheet.rowTop(rect.top),
    Left: ({ sheet, rect }) => sheet.columnLeft(rect.left),
    Values: (area) => grid(area, (row, column) => shown(area, row, column)),
    Formulas: (area) =>
      grid(area, (row, column) => {
        const cell = area.sheet.cell(row, column);
        const anchor = cell?.array ? area.sheet.cell(cell.array.top, cell.array.left) : cell;
        return anchor?.formula ?? shown(area, row, column);
      }),
    ValueTypes: (area) => grid(area, (row, column) => typeAt(area, row, column)),
    NumberFormat: (area) => grid(area, (row, column) => area.sheet.cell(row, column)?.format ?? GENERAL),
    SavedAsArray: (area) => {
      const cells = [...area.sheet.entries()].filter(([at]) => isInside(at, area.rect));
      const arrays = cells.filter(([, { array }]) => array !== null).length;
      return arrays === 0 ? false : arrays === area.height * area.width ? true : null;
    },
    Text: (area) =>
      grid(area, (row, column) => {
        const value = book.valueAt(area.sheet, row, column);
        const format = area.sheet.cell(row, column)?.format ?? GENERAL;
        return value === null ? "" : (formatted(value, format, book.date1904) ?? displayText(value, format));
      }),
    RowHidden: ({ sheet, rect }) => {
      const hidden = [...sheet.hiddenRows].filter((row) => row >= rect.top && row <= rect.bottom).length;
      return hidden === 0 ? false : hidden === rect.bottom - rect.top + 1 ? true : null;
    },
    ColumnHidden: ({ sheet, rect }) => {
      const hidden = columnsOf(rect.left, rect.right).filter((column) => sheet.hiddenColumns.has(column)).length;
      return hidden === 0 ? false : hidden === rect.right - rect.left + 1 ? true : null;
    },
  };

  /** A formula that shows nothing is a text all the same. */
  function typeAt({ sheet }: Area, row: number, column: number): string {
    const value = book.valueAt(sheet, row, column);
    const cell = sheet.cell(row, column);
    return value === null && cell && (cell.formula !== null || cell.array) ? "String" : valueType(value);
  }
}

function rangeSetters({ book }: World): NonNullable<ObjectType<Area>["setters"]> {
  const put = (area: Area, values: unknown): void => {
    refuseLocked(area);
    spread(area, values, (value, row, column) => {
      const at = { row, column };
      const merge = area.sheet.mergeAt(at);
      // Excel drops what is written into a cell that a merged one covers.
      if (merge && (merge.top !== row || merge.left !== column)) return;
      if (area.sheet.cell(row, column)?.array) refuse("InvalidOperation", "You can't change part of an array.");
      enter(area.sheet.ensure(row, column), value === "" ? null : value);
    });
    book.touch();
    book.tell("changed", area);
  };
  return {
    Values: put,
    Formulas: put,
    NumberFormat: (area, values) => {
      refuseProtected(area);
      spread(area, values, (value, row, column) => {
        area.sheet.ensure(row, column).format = textOf(value);
      });
    },
    ColumnHidden: (area, hidden) => {
      refuseProtected(area);
      for (const column of columnsOf(area.rect.left, area.rect.right))
        if (hidden === true) area.sheet.hiddenColumns.add(column);
        else area.sheet.hiddenColumns.delete(column);
    },
    Style: (area, style) => {
      if (style !== "Normal") refuse("InvalidArgument", `EMULATOR: the style ${String(style)} is not implemented`);
      refuseProtected(area);
      eachCell(area, (cell) => {
        cell.look = {};
        cell.format = GENERAL;
      });
    },
  };
}

const columnsOf = (first: number, last: number): readonly number[] =>
  Array.from({ length: last - first + 1 }, (_, at) => first + at);

function rangeMethods(world: World): NonNullable<ObjectType<Area>["methods"]> {
  const { book } = world;
  const part = ({ sheet, rect }: Area, row: number, column: number, height: number, width: number): HostObject =>
    world.range(
      new Area(sheet, {
        top: rect.top + row,
        left: rect.left + column,
        bottom: rect.top + row + height - 1,
        right: rect.left + column + width - 1,
      }),
    );
  return {
    GetCell: (area, row, column) => part(area, numberOf(row), numberOf(column), 1, 1),
    GetRow: (area, row) => part(area, numberOf(row), 0, 1, area.width),
    GetColumn: (area, column) => part(area, 0, numberOf(column), area.height, 1),
    GetResizedRange: (area, rows, columns) =>
      part(area, 0, 0, area.height + numberOf(rows), area.width + numberOf(columns)),
    GetBoundingRect: (area, other) => {
      const { rect } = areaOf(other) ?? parseArea(textOf(other), book, area.sheet);
      return world.range(
        new Area(area.sheet, {
          top: Math.min(area.rect.top, rect.top),
          left: Math.min(area.rect.left, rect.left),
          bottom: Math.max(area.rect.bottom, rect.bottom),
          right: Math.max(area.rect.right, rect.right),
        }),
      );
    },
    GetEntireColumn: ({ sheet, rect }) => world.range(new Area(sheet, { ...rect, top: 0, bottom: MAX_ROWS - 1 })),
    GetIntersectionOrNullObject: (area, other) => {
      const common = area.intersect(areaOf(other) ?? parseArea(textOf(other), book, area.sheet));
      return common && world.range(common);
    },
    GetMergedAreasOrNullObject: (area) => {
      // As in Excel (office-js#3611): only those whose first cell is inside.
      const found = area.sheet.merges.filter(
        ({ top, left }) => area.intersect(new Area(area.sheet, { top, left, bottom: top, right: left })) !== null,
      );
      return found.length === 0 ? null : world.areas(found.map((merge) => new Area(area.sheet, merge)));
    },
    GetSpecialCellsOrNullObject: (area, type) => {
      if (area.sheet.isProtected) refuse("AccessDenied");
      const found = specialCells(area, type);
      return found.length === 0 ? null : world.areas(found);
    },
    GetSpillingToRangeOrNullObject: () => null,
    GetCellProperties: (area, options) => cellProperties(area, options),
    GetColumnProperties: (area, options) => columnProperties(area, options),
    GetRowProperties: (area, options) => rowProperties(area, options),
    SetCellProperties: (area, values) => setCellProperties(area, values),
    Clear: (area, what) => {
      refuseLocked(area);
      if (what != null && what !== "All") refuse("ApiNotFound", "EMULATOR: Range.clear of a part is not implemented");
      area.sheet.clear(area.rect);
      book.touch();
      book.tell("changed", area);
    },
    Select: (area) => {
      if (area.sheet.visibility !== "Visible") refuse("InvalidOperation");
      book.active = area.sheet;
      book.selection = area;
      book.tell("selected", area);
    },
    _ValidateArraySize: (area, rows, columns) => {
      if (rows !== area.height || columns !== area.width) refuse("InvalidArgument");
    },
  };
}

/** Cells of a kind, as runs along their rows. */
function specialCells(area: Area, type: unknown): readonly Area[] {
  if (type === "DataValidations") return validatedAreas(area);
  if (type !== "Constants" && type !== "Formulas") return refuse("ApiNotFound", "EMULATOR: special cells of this kind");
  const runs: { row: number; first: number; last: number }[] = [];
  for (const [at, cell] of area.sheet.entries()) {
    const isFormula = cell.formula !== null || cell.array !== null;
    const isWanted = type === "Formulas" ? isFormula : !isFormula && cell.value !== null;
    if (!isWanted || !isInside(at, area.rect)) continue;
    const run = runs.at(-1);
    if (run?.row === at.row && run.last === at.column - 1) run.last = at.column;
    else runs.push({ row: at.row, first: at.column, last: at.column });
  }
  return runs.map(({ row, first, last }) => new Area(area.sheet, { top: row, bottom: row, left: first, right: last }));
}
