import { bind, type ObjectType } from "../protocol/host-object";
import { Area } from "../workbook/area";
import type { LookProperty } from "../workbook/cell";
import { eachCell, refuseProtected, uniform } from "./grid";
import { numberOf } from "./types";

/** Range.format, as far as the add-in sets or reads it for a whole range. */
export const rangeFormat: ObjectType<Area> = {
  className: "RangeFormat",
  properties: {
    ColumnWidth: (area) => ofColumns(area, (column) => area.sheet.columnWidth(column)),
    UseStandardWidth: (area) => ofColumns(area, (column) => area.sheet.isStandardWidth(column)),
  },
  setters: {
    ColumnWidth: (area, width) => {
      refuseProtected(area);
      for (let column = area.rect.left; column <= area.rect.right; column++) {
        area.sheet.columnPixels.set(column, Math.round(numberOf(width) / 0.75));
        area.sheet.hiddenColumns.delete(column);
      }
    },
    UseStandardWidth: (area, isStandard) => {
      refuseProtected(area);
      if (isStandard === true)
        for (let column = area.rect.left; column <= area.rect.right; column++) area.sheet.columnPixels.delete(column);
    },
  },
  navigation: {
    Fill: (area) => bind(rangeFill, area),
    Font: (area) => bind(rangeFont, area),
    Protection: (area) => bind(formatProtection, area),
  },
};

/** A width belongs to the column: one look a column, also where the range has all the rows of the sheet. */
const ofColumns = ({ sheet, rect }: Area, read: (column: number) => unknown): unknown =>
  uniform(new Area(sheet, { ...rect, bottom: rect.top }), (_, column) => read(column));

const lookOf = (area: Area, property: LookProperty): unknown =>
  uniform(area, (row, column) => area.sheet.look(row, column, property));

const rangeFill: ObjectType<Area> = {
  className: "RangeFill",
  properties: { Color: (area) => lookOf(area, "fill/color") },
  methods: {
    Clear: (area) => {
      refuseProtected(area);
      eachCell(area, ({ look }) => {
        delete look["fill/color"];
        delete look["fill/pattern"];
      });
    },
  },
};

const rangeFont: ObjectType<Area> = {
  className: "RangeFont",
  properties: { Strikethrough: (area) => lookOf(area, "font/strikethrough") },
};

const formatProtection: ObjectType<Area> = {
  className: "FormatProtection",
  properties: { Locked: (area) => lookOf(area, "protection/locked") },
};
