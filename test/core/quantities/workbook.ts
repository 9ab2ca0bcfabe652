import { readFileSync } from "node:fs";
import { readDefinition } from "../../../src/core/language/definition";
import { exactFromText, exactText, type Exact } from "../../../src/core/model/exact";
import type { Quantity } from "../../../src/core/model/quantity";
import type { WorkbookSnapshot } from "../../../src/core/workbook/snapshot";
import type { DefinitionUse } from "../../../src/core/quantities/definition-use";
import { definitionOf } from "../../../src/core/sources/printed-definition";
import { readTables, type TableReading } from "../../../src/core/table/read-tables";
import { createXlsxHost } from "../../../src/host/xlsx/xlsx-host";

export async function snapshotOf(file: string): Promise<WorkbookSnapshot> {
  const host = createXlsxHost(new Uint8Array(readFileSync(`test/workbooks/${file}`)));
  const read = await host.read();
  if (!read.ok) throw new Error(JSON.stringify(read.failure));
  return read.value;
}

/** Every indicator with the definition its table prints. */
export const printedUses = ({ tables }: TableReading): readonly DefinitionUse[] =>
  tables.flatMap((table) =>
    table.indicators.flatMap((indicator) => {
      const { definition } = definitionOf(indicator, table.sheet);
      return definition ? [{ table, indicator, definition: definition.definition }] : [];
    }),
  );

/** Definitions that a pack supplies, by indicator name, for a table that prints none. */
export const suppliedUses = (
  { tables }: TableReading,
  definitions: Readonly<Record<string, string>>,
): readonly DefinitionUse[] =>
  tables.flatMap((table) =>
    table.indicators.flatMap((indicator) => {
      const text = definitions[indicator.path.at(-1) ?? ""];
      const reading = text === undefined ? null : readDefinition(text);
      return reading?.ok ? [{ table, indicator, definition: reading.definition }] : [];
    }),
  );

export const given = (inputs: Readonly<Record<string, string>>): ReadonlyMap<string, Exact> =>
  new Map(
    Object.entries(inputs).map(([name, text]) => {
      const number = exactFromText(text);
      if (!number) throw new Error(text);
      return [name, number];
    }),
  );

/** What a variable is bound to: "136 @ C4", "32 given", null where it has no value. */
export function boundTo(quantities: readonly Quantity[], variable: string): string | null {
  const quantity = quantities.find(({ usedBy }) => usedBy.some((use) => use.variable === variable));
  if (!quantity) throw new Error(`no quantity for ${variable}`);
  const { source } = quantity;
  if (!source?.number) return null;
  const number = exactText(source.number.mul(1));
  return source.from === "inputs"
    ? `${number} given`
    : `${number} ${source.from} ${source.at.sheet} row ${source.at.row + 1} column ${source.at.column + 1}`;
}

export { readTables };
