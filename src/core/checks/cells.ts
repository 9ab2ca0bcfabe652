import type { Finding, FindingOf } from "../findings/finding";
import { WHY_EN, WHY_ZH } from "../findings/why-words";
import type { CellLedger, LedgerItem } from "../model/account";
import type { ScoringTable } from "../model/scoring-table";
import { rectA1 } from "../workbook/address";
import type { Check } from "./context";

/**
 * What the ledger leaves open, in words: a cell, a block or a column that was not understood, and a column that is known and
 * not used. One finding for each item of the ledger (SPEC Z6).
 */
export const openCells: Check = ({ ledger }) => [
  ...ledger.tables.flatMap(({ table, cells }) => findingsOf(cells, table.sheet, table)),
  ...ledger.baseData.flatMap(({ base, cells }) => findingsOf(cells, base.sheet, null)),
];

const findingsOf = ({ items }: CellLedger, sheet: string, table: ScoringTable | null): readonly Finding[] =>
  items.map((item) => findingOf(item, placeOf(item, sheet, table)));

type Place = Pick<FindingOf<"cell-not-understood">, "table" | "sheet" | "at" | "path" | "subject">;

/** A single cell of an indicator's row is that indicator's; a column is told by its head, never by its address. */
function placeOf({ kind, at, heads, whys }: LedgerItem, sheet: string, table: ScoringTable | null): Place {
  const indicator =
    kind === "cell" ? table?.indicators.find(({ row, lastRow }) => at.row >= row && at.row <= lastRow) : undefined;
  return {
    table: table?.id ?? null,
    sheet,
    at: { sheet, row: at.row, column: at.column },
    path: indicator?.path ?? [],
    subject: heads.length === 0 ? whys.join("、") : headsIn(heads),
  };
}

const headsIn = (heads: LedgerItem["heads"]): string => heads.map(({ text }) => text).join("、");

function findingOf(item: LedgerItem, place: Place): Finding {
  const { kind, area, heads, text, whys, cells, numbers } = item;
  const why = { zh: whys.map((each) => WHY_ZH[each]).join("、"), en: whys.map((each) => WHY_EN[each]).join(", ") };
  const column = heads.length === 0 ? null : headsIn(heads);
  const several = { text, why, range: rectA1(area), cells: String(cells) };
  switch (kind) {
    case "cell":
      return { ...place, code: "cell-not-understood", data: { text, why, range: null, cells: null, column: null } };
    case "column":
      return { ...place, code: "cell-not-understood", data: { ...several, column } };
    case "block":
      return { ...place, code: "block-not-understood", data: several };
    case "columnUnused": {
      const { range } = several;
      const counted = { cells: String(cells), numbers: numbers > 0 ? String(numbers) : null };
      return { ...place, code: "column-unused", data: { column, range, why, ...counted } };
    }
  }
}
