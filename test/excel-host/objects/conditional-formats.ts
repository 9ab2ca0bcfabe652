import { overlaps, type Rect } from "../../../src/core/workbook/address";
import { bind, type HostObject, type ObjectType } from "../protocol/host-object";
import { refuse } from "../protocol/host-error";
import { Area } from "../workbook/area";
import { bareFormula } from "../workbook/entry";
import type { ConditionalFormat, Sheet } from "../workbook/sheet";
import { refuseProtected } from "./grid";
import { membersOf, collection, numberOf, textOf, type World } from "./types";

interface Placed {
  readonly format: ConditionalFormat;
  readonly sheet: Sheet;
}

/** Range.conditionalFormats: all that touch the range. */
export function conditionalFormatsOf(world: World, area: Area): HostObject {
  const { sheet, rect } = area;
  const type = formatType(world);
  const found = (): readonly HostObject[] =>
    sheet.conditionalFormats
      .filter(({ ranges }) => ranges.some((range) => overlaps(range, rect)))
      .map((format) => bind(type, { format, sheet }));
  const collectionType = collection("ConditionalFormatCollection", {
    item: (_, id) => found().find(({ target }) => (target as Placed).format.id === id) ?? null,
    methods: {
      ClearAll: () => {
        refuseProtected(area);
        sheet.conditionalFormats = sheet.conditionalFormats.filter(
          ({ ranges }) => !ranges.some((range) => overlaps(range, rect)),
        );
      },
      GetCount: () => found().length,
      GetItem: (_, id) => found().find(({ target }) => (target as Placed).format.id === id) ?? null,
      GetItemAt: (_, index) => found()[numberOf(index)] ?? refuse("InvalidArgument"),
      Add: (_, kind) => {
        refuseProtected(area);
        if (kind !== "Custom") refuse("ApiNotFound", `EMULATOR: the conditional format ${String(kind)}`);
        const format: ConditionalFormat = {
          id: world.book.newFormatId(),
          ranges: [rect],
          type: "Custom",
          formula: null,
          look: {},
        };
        sheet.conditionalFormats.push(format);
        return bind(type, { format, sheet });
      },
    },
  });
  return membersOf(collectionType, found);
}

function formatType(world: World): ObjectType<Placed> {
  const areasOf = ({ format, sheet }: Placed): readonly Area[] =>
    format.ranges.map((range: Rect) => new Area(sheet, range));
  return {
    className: "ConditionalFormat",
    identity: ({ format }) => ({ Id: format.id }),
    properties: {
      Id: ({ format }) => format.id,
      Type: ({ format }) => format.type,
      Priority: ({ format, sheet }) => sheet.conditionalFormats.indexOf(format),
    },
    navigation: {
      Custom: (placed) => (placed.format.type === "Custom" ? bind(customFormat, placed) : refuse("InvalidOperation")),
      CustomOrNullObject: (placed) => (placed.format.type === "Custom" ? bind(customFormat, placed) : null),
      CellValueOrNullObject: () => null,
    },
    methods: {
      GetRanges: (placed) => world.areas(areasOf(placed)),
      Delete: ({ format, sheet }) => {
        sheet.conditionalFormats = sheet.conditionalFormats.filter((one) => one !== format);
      },
    },
  };
}

const customFormat: ObjectType<Placed> = {
  className: "CustomConditionalFormat",
  navigation: {
    Rule: (placed) => bind(formatRule, placed),
    Format: (placed) => bind(formatLook, placed),
  },
};

const formatRule: ObjectType<Placed> = {
  className: "ConditionalFormatRule",
  properties: { Formula: ({ format }) => format.formula ?? "" },
  setters: {
    Formula: ({ format }, formula) => {
      format.formula = bareFormula(textOf(formula));
    },
  },
};

const formatLook: ObjectType<Placed> = {
  className: "ConditionalRangeFormat",
  navigation: {
    Fill: (placed) => bind(lookPart("fill", ["Color"]), placed),
    Font: (placed) => bind(lookPart("font", ["Color", "Bold"]), placed),
  },
};

const lookPart = (part: "fill" | "font", names: readonly string[]): ObjectType<Placed> => ({
  className: part === "fill" ? "ConditionalRangeFill" : "ConditionalRangeFont",
  properties: Object.fromEntries(
    names.map((name) => [name, ({ format }: Placed) => format.look[`${part}/${name}`] ?? null]),
  ),
  setters: Object.fromEntries(
    names.map((name) => [
      name,
      ({ format }: Placed, value: unknown) => {
        format.look[`${part}/${name}`] = value;
      },
    ]),
  ),
});
