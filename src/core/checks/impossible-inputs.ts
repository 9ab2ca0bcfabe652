import type { Finding } from "../findings/finding";
import { findingAt } from "../findings/finding-at";
import {
  impossibility,
  impossibleQuantity,
  natureOf,
  type Impossibility,
  type Nature,
  type ShareScale,
} from "../language/possible";
import type { BaseDataEntry, BaseDataTable } from "../model/base-data";
import { percentText, type Exact } from "../model/exact";
import type { Quantity } from "../model/quantity";
import { sheetA1, type CellAddress } from "../workbook/address";
import { nameOf, nameOfRow } from "../model/path";
import type { Indicator, ScoringTable, TableCell } from "../model/scoring-table";
import { readActual, type NumberReading } from "../targets/read";
import type { SheetView } from "../workbook/sheet-view";
import type { Check, CheckContext } from "./context";
import { viewsOf } from "./context";
import { shown } from "./figures";
import { fundingRows, ROLE_NAMES } from "./number-as-text";

/**
 * Numbers that can not be, wherever a person typed them: 基础数据表, 实际完成值, the funding block (SPEC C19). What a definition
 * reads is judged with its rate.
 */
export const impossibleInputs: Check = (context) => {
  const views = viewsOf(context);
  const bound = context.quantities.flatMap((quantity) => quantityFinding(context, quantity));
  const said = new Set(bound.map(({ at }) => placeOf(at)));
  const entered = context.baseData.flatMap((table) => table.entries.flatMap((entry) => entryFinding(table, entry)));
  return [
    ...bound,
    ...entered.filter(({ at }) => !said.has(placeOf(at))),
    ...context.tables.flatMap(({ table }) => [
      ...table.indicators.flatMap((one) => actualFinding(table, one, views.get(table.sheet))),
      ...fundingFindings(table),
    ]),
  ];
};

const placeOf = (at: CellAddress | null): string => (at ? sheetA1(at) : "");

/** A number that a definition reads, at its cell; one given with --inputs at the first indicator that reads it. */
function quantityFinding({ tables }: CheckContext, quantity: Quantity): Finding[] {
  const why = impossibleQuantity(quantity);
  const { source, usedBy } = quantity;
  if (!why || !source?.number) return [];
  const data = { name: quantity.name, value: shown(source.number), why };
  const [use] = usedBy;
  const table = tables.find((one) => one.table.id === use?.table)?.table;
  const indicator = table?.indicators.find(({ path }) => path.join("\n") === use?.path.join("\n"));
  if (source.from === "inputs" || !table || !indicator) {
    const at = table && indicator ? { sheet: table.sheet, ...indicator.nameAt } : null;
    const sheet = table?.sheet ?? null;
    const path = use?.path ?? [];
    return [{ code: "input-impossible", table: table?.id ?? null, sheet, at, path, subject: quantity.key, data }];
  }
  const { at } = source;
  return [
    { code: "input-impossible", table: null, sheet: at.sheet, at, path: use?.path ?? [], subject: quantity.key, data },
  ];
}

function entryFinding(table: BaseDataTable, entry: BaseDataEntry): Finding[] {
  const { number, label, headerText, unit } = entry;
  if (!number) return [];
  const rate = /率(?:[(（].*)?$/.test(headerText.trim());
  const nature = rate ? null : (natureOf(label, unit) ?? natureOf(headerText, unit));
  const why = nature && impossibility(nature, number);
  if (!why) return [];
  return [
    {
      code: "input-impossible",
      table: null,
      sheet: table.sheet,
      at: { sheet: table.sheet, ...entry.at },
      path: [...entry.context, label],
      subject: headerText,
      data: { name: label, value: shown(number), why },
    },
  ];
}

function actualFinding(table: ScoringTable, indicator: Indicator, view: SheetView | undefined): Finding[] {
  const { actual, path } = indicator;
  const found = actual && impossibleActual(indicator, percentCell(view, actual));
  if (!actual || !found) return [];
  const data = { name: nameOf(path), value: found.value, why: found.why };
  return [findingAt("input-impossible", table, actual.at, { path, subject: "actual", data })];
}

/** A percent sign that the format prints, not one within quotes. */
const isPercentFormat = (format: string): boolean => format.replace(/"[^"]*"|\\./g, "").includes("%");

const percentCell = (view: SheetView | undefined, { at }: TableCell): boolean =>
  isPercentFormat(view?.cell(at.row, at.column)?.numberFormat ?? "");

interface Impossible {
  readonly value: string;
  readonly why: Impossibility;
}

/** The actual value by the indicator's name and its measure; a bare number is a fraction up to 1, else percent points. */
function impossibleActual(indicator: Indicator, inPercentFormat: boolean): Impossible | null {
  const reading = readActual(indicator);
  if (reading.kind !== "number") return null;
  const nature = actualNature(indicator, reading);
  if (!nature) return null;
  const { number, scale } = scaled(reading, indicator, inPercentFormat);
  const why = impossibility(nature, nature.kind === "count" ? number.mul(reading.unit?.factor ?? 1) : number, scale);
  const value = scale === "fraction" && nature.kind === "share" ? percentText(number, 4) : shown(reading.number);
  return why && { value, why };
}

function actualNature({ path, unit }: Indicator, { unit: measure }: NumberReading): Nature | null {
  const typed = measure?.name ?? (typeof unit?.raw === "string" ? unit.raw : null);
  return natureOf(nameOf(path), measure?.dimension === "percent" ? null : typed);
}

function scaled(
  { number, unit, measureInCell }: NumberReading,
  { actual }: Indicator,
  inPercentFormat: boolean,
): { readonly number: Exact; readonly scale: ShareScale | null } {
  if (measureInCell && unit?.dimension === "percent") return { number: number.mul(unit.factor), scale: "fraction" };
  return inPercentFormat && typeof actual?.raw === "number" ? { number, scale: "fraction" } : { number, scale: null };
}

const MONEY = ["initialBudget", "budget", "executed"] as const;

/** 年度资金总额 and its parts: no budget and no money spent is negative. */
const fundingFindings = (table: ScoringTable): Finding[] =>
  fundingRows(table).flatMap(({ label, cells }) =>
    MONEY.flatMap((column) => {
      const stated = cells[column]?.stated;
      const nature = { kind: "money", signed: false, bounded: false } as const;
      const why = stated ? impossibility(nature, stated.number) : null;
      if (!stated || !why) return [];
      const name = `${nameOfRow(label)} ${ROLE_NAMES[column]}`.trim();
      const data = { name, value: shown(stated.number), why };
      return [findingAt("input-impossible", table, stated.at, { path: [nameOfRow(label)], subject: column, data })];
    }),
  );
