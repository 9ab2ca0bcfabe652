import type { Finding } from "../findings/finding";
import { findingAt } from "../findings/finding-at";
import { impossibility, impossibleQuantity, natureOf } from "../language/possible";
import type { BaseDataEntry, BaseDataTable } from "../model/base-data";
import type { Quantity } from "../model/quantity";
import { sheetA1, type CellAddress } from "../workbook/address";
import { nameOf, nameOfRow } from "../model/path";
import type { ScoringTable } from "../model/scoring-table";
import { impossibleActual, impossibleTarget } from "../targets/impossible";
import type { Check, CheckContext } from "./context";
import { shown } from "./figures";
import { fundingRows, ROLE_NAMES } from "./number-as-text";

/**
 * Numbers that can not be, wherever a person typed them: 基础数据表, 实际完成值, the funding block (SPEC C19). What a definition
 * reads is judged with its rate; of a list of names and numbers nothing else is, since it may be any list.
 */
export const impossibleInputs: Check = (context) => {
  const bound = context.quantities.flatMap((quantity) => quantityFinding(context, quantity));
  const said = new Set(bound.map(({ at }) => placeOf(at)));
  const entered = context.baseData.flatMap((table) =>
    table.entries.flatMap((entry) => (entry.isListed ? [] : entryFinding(table, entry))),
  );
  return [
    ...bound,
    ...entered.filter(({ at }) => !said.has(placeOf(at))),
    ...context.tables.flatMap(({ table }) => [...numberFindings(table), ...fundingFindings(table)]),
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

const numberFindings = (table: ScoringTable): Finding[] =>
  table.indicators.flatMap((indicator) => {
    const { actual, target, path } = indicator;
    const name = nameOf(path);
    const [reached, aimed] = [impossibleActual(indicator), impossibleTarget(indicator)];
    return [
      ...(actual && reached
        ? [findingAt("input-impossible", table, actual.at, { path, subject: "actual", data: { name, ...reached } })]
        : []),
      ...(target && aimed
        ? [findingAt("target-impossible", table, target.at, { path, subject: "target", data: { name, ...aimed } })]
        : []),
    ];
  });

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
