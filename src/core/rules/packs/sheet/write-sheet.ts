import type { CellScalar } from "../../../workbook/snapshot";
import type { PackFile } from "../schema";
import { writeField } from "./cell-values";
import { FACTS, FACTS_SHEET, SECTIONS, type Field, type Section } from "./fields";

/** A sheet as rows of values; the header is row `header`. */
export interface PackSheet {
  readonly name: string;
  readonly header: number;
  readonly rows: readonly (readonly CellScalar[])[];
}

/** A pack as sheets that read as the same pack (`read-sheet`). `pack`: as its file says it, defaults left out or not. */
export function packSheets(pack: PackFile): readonly PackSheet[] {
  const facts = FACTS.flatMap((field): CellScalar[][] => {
    const value = valueAt(pack, field.key);
    return value === undefined || isEmpty(value) ? [] : [[field.label, writeField(field, value)]];
  });
  const lists = SECTIONS.flatMap((section) => {
    const entries = entriesOf(section.key, pack);
    return entries.length > 0 || section.key === "indicators" ? [listSheet(section, entries)] : [];
  });
  return [
    ...lists.slice(0, 1),
    { name: FACTS_SHEET, header: 0, rows: [["项目", "内容"], ...facts] },
    ...lists.slice(1),
  ];
}

function listSheet({ sheet, fields }: Section, entries: readonly Entry[]): PackSheet {
  // The columns that people need stand there in any case, the others where something is in them.
  const shown = fields.filter(
    ({ key }, i) => i < BASIC || entries.some((entry) => entry[key] !== undefined && !isEmpty(entry[key])),
  );
  const rowOf = (entry: Entry): CellScalar[] =>
    shown.map((field: Field) => (isEmpty(entry[field.key]) ? null : writeField(field, entry[field.key])));
  return { name: sheet, header: 0, rows: [shown.map(({ label }) => label), ...entries.map(rowOf)] };
}

const BASIC = 6;

type Entry = Readonly<Record<string, unknown>>;

function entriesOf(key: Section["key"], pack: PackFile): readonly Entry[] {
  switch (key) {
    case "indicators":
      return pack.indicators.flatMap(indicatorRows);
    case "examples":
      return pack.indicators.flatMap(({ id, names, examples }) =>
        examples.map((example) => ({ ...example, of: names[0], id })),
      );
    case "levels":
      return pack.tiers?.levels ?? [];
    case "caps":
      return pack.caps.map((cap) => flattened(cap));
    case "deviations":
      return pack.deviations;
    case "parts":
      return Object.entries(pack.parts ?? {}).map(([name, amount]) => ({ name, amount }));
  }
}

/** One row for the standard of each mark; a flag that is off is left blank. */
function indicatorRows(indicator: PackFile["indicators"][number]): readonly Entry[] {
  const { standards, standard, local, evidence, ...rest } = indicator;
  const entry: Entry = { ...rest, ...(local ? { local } : {}), ...(evidence ? { evidence } : {}) };
  const first: Entry = standard === undefined ? {} : { standard };
  const bound = standards.map(({ fullMark, standard: text }): Entry => ({ mark: fullMark, standard: text }));
  const [head = {}, ...others] = standard === undefined && bound.length > 0 ? bound : [first, ...bound];
  const { names, under, clause, id } = indicator;
  return [{ ...entry, ...head }, ...others.map((one) => ({ names, under, clause, id, ...one }))];
}

function flattened(value: object, before = ""): Entry {
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, inner]): [string, unknown][] =>
      typeof inner === "object" && inner !== null
        ? Object.entries(flattened(inner as object, `${before}${key}.`))
        : [[`${before}${key}`, inner]],
    ),
  );
}

const valueAt = (of: unknown, key: string): unknown =>
  key
    .split(".")
    .reduce<unknown>(
      (value, part) =>
        typeof value === "object" && value !== null ? (value as Readonly<Record<string, unknown>>)[part] : undefined,
      of,
    );

const isEmpty = (value: unknown): boolean =>
  (Array.isArray(value) && value.length === 0) ||
  (typeof value === "object" && value !== null && Object.keys(value).length === 0);
