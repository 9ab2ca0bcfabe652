import { refuse } from "../protocol/host-error";
import type { Area } from "../workbook/area";
import { isLookProperty } from "../workbook/cell";
import type { Sheet } from "../workbook/sheet";
import { grid, refuseProtected, rowsPut } from "./grid";
import { objectOf } from "./types";

type Json = Record<string, unknown>;

/** Range.getCellProperties: for each cell an object with what was asked for, in the shape of the question. */
export function cellProperties(area: Area, options: unknown): unknown {
  const answer = asks(objectOf(options), "");
  return grid(area, (row, column) => answer((path) => lookAt(area.sheet, row, column, path)));
}

export function columnProperties({ sheet, rect }: Area, options: unknown): unknown {
  const answer = asks(objectOf(options), "");
  return Array.from({ length: rect.right - rect.left + 1 }, (_, at) => {
    const column = rect.left + at;
    return answer((path) => {
      if (path === "columnHidden") return sheet.hiddenColumns.has(column);
      if (path === "format/columnWidth") return sheet.columnWidth(column);
      if (path === "format/useStandardWidth") return sheet.isStandardWidth(column);
      return unknownProperty(path);
    });
  });
}

export function rowProperties({ sheet, rect }: Area, options: unknown): unknown {
  const answer = asks(objectOf(options), "");
  return Array.from({ length: rect.bottom - rect.top + 1 }, (_, at) =>
    answer((path) => (path === "rowHidden" ? sheet.hiddenRows.has(rect.top + at) : unknownProperty(path))),
  );
}

/** A question, gone through once: what a cell, row or column answers is then read by its paths. */
type Ask = (read: (path: string) => unknown) => Json;

/** Follows the question down to its leaves; true asks for a property, an object for some of its parts. */
function asks(question: Json, prefix: string): Ask {
  const parts = Object.entries(question).flatMap(([name, asked]): (readonly [string, Read])[] =>
    asked === false ? [] : [[name, partOf(`${prefix}${name}`, asked)]],
  );
  return (read) => Object.fromEntries(parts.map(([name, part]) => [name, part(read)]));
}

type Read = (read: (path: string) => unknown) => unknown;

function partOf(path: string, asked: unknown): Read {
  if (path === "format/protection" && asked === true) return asks({ locked: true, formulaHidden: true }, `${path}/`);
  if (path === "format/borders") return asks(Object.fromEntries(EDGES.map((edge) => [edge, asked])), `${path}/`);
  return asked === true ? (read) => read(path) : asks(objectOf(asked), `${path}/`);
}

const EDGES = ["top", "bottom", "left", "right"] as const;

function lookAt(sheet: Sheet, row: number, column: number, path: string): unknown {
  const name = path.startsWith("format/") ? path.slice("format/".length) : path;
  return isLookProperty(name) ? sheet.look(row, column, name) : unknownProperty(path);
}

const unknownProperty = (path: string): never =>
  refuse("ApiNotFound", `EMULATOR: the property ${path} is not implemented`);

/** Range.setCellProperties: only what is named changes. */
export function setCellProperties(area: Area, values: unknown): void {
  refuseProtected(area);
  const rows = values as readonly (readonly unknown[])[];
  if (rows.length !== area.height || rows.some((row) => row.length !== area.width)) refuse("InvalidArgument");
  for (const [r, row] of rowsPut(area).entries())
    for (const [c, wanted] of (rows[r] ?? []).entries()) {
      const { look } = area.sheet.ensure(row, area.rect.left + c);
      for (const [path, value] of leaves(objectOf(objectOf(wanted).format ?? {}), "")) {
        if (!isLookProperty(path)) return refuse("ApiNotFound", `EMULATOR: the property ${path} is not implemented`);
        look[path] = value;
        if (path === "fill/color") look["fill/pattern"] = value === "" ? "None" : "Solid";
      }
    }
}

function* leaves(object: Json, prefix: string): Generator<readonly [string, unknown]> {
  for (const [name, value] of Object.entries(object)) {
    if (typeof value === "object" && value !== null) yield* leaves(value as Json, `${prefix}${name}/`);
    else yield [`${prefix}${name}`, value];
  }
}
