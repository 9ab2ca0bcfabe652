import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { createXlsxHost } from "../../../../src/host/xlsx/xlsx-host";
import { MAX_COLUMNS } from "../../../../src/core/workbook/address";
import type { WorkbookSnapshot } from "../../../../src/core/workbook/snapshot";
import { scalarText } from "../../../../src/core/workbook/cell-content";
import { changed, changesOf, withNumber, type Change } from "./changes";
import { isExpected } from "./expected";
import { differs, placeOf, rowOf, told, type CellAccount } from "./traces";

/**
 * The promise of the ledger: changing any one cell changes the review, or the account had said that the cell is not used.
 * Every 23rd change by default; PINGHE_LEDGER_FULL=1 makes them all (some minutes).
 */
const STRIDE = process.env.PINGHE_LEDGER_FULL === "1" ? 1 : 23;
const STRAY = 123.45;

const FOLDER = path.join(__dirname, "../../../workbooks");
const FILES = ["", "real"].flatMap((folder) =>
  readdirSync(path.join(FOLDER, folder)).flatMap((name) => (name.endsWith(".xlsx") ? [path.join(folder, name)] : [])),
);

async function bookOf(file: string): Promise<WorkbookSnapshot> {
  const read = await createXlsxHost(new Uint8Array(readFileSync(path.join(FOLDER, file)))).read();
  if (!read.ok) throw new Error(JSON.stringify(read.failure));
  return read.value;
}

/** Roles whose own words are what the review tells of them: a path, a title, a reading in words. */
const ECHOES = new Set(["title", "unitName", "year", "level", "name", "unit", "target", "actual"]);

const textsOf = ({ role, cell }: CellAccount, change: Change): readonly string[] =>
  ECHOES.has(role ?? "") ? [] : [scalarText(cell.value), scalarText(change.cell?.value ?? null)];

/** A judged cell shows every change; a cell that is only kept shows its number. */
const isDemanded = ({ state, cell }: CellAccount): boolean =>
  state === "judged" || (state === "kept" && typeof cell.value === "number");

describe.each(FILES)("%s", (file) => {
  it("[Z4] every change of one cell shows, or the account had said that the cell is not used", async () => {
    const book = await bookOf(file);
    const before = told(book);
    const silent: string[] = [];
    let count = 0;
    for (const [place, account] of before.cells) {
      if (!isDemanded(account)) continue;
      for (const change of changesOf(account.cell)) {
        if (count++ % STRIDE !== 0 || isExpected(account, change)) continue;
        const after = told(changed(book, account.sheet, account.cell, change));
        if (!differs(before, after, place, textsOf(account, change)))
          silent.push(`${place} ${account.role ?? ""} ${change.kind}`);
      }
    }
    expect(silent).toEqual([]);
  }, 600_000);

  it("[Z1] a stray number in any blank cell is read as something, or named", async () => {
    const book = await bookOf(file);
    const before = told(book);
    const silent: string[] = [];
    let count = 0;
    for (const [sheet, { top, bottom, left, right }] of areasOf(before.cells)) {
      const filled = new Set(
        book.sheets.find(({ name }) => name === sheet)?.cells.map((cell) => cell.row * MAX_COLUMNS + cell.column),
      );
      for (let row = top; row <= bottom + 2; row++) {
        for (let column = left; column <= right + 1; column++) {
          if (filled.has(row * MAX_COLUMNS + column) || count++ % STRIDE !== 0) continue;
          const place = placeOf(sheet, { row, column });
          const after = told(withNumber(book, sheet, row, column, STRAY));
          const account = after.cells.get(place);
          const isNamed = account !== undefined && (account.state === "notUnderstood" || account.why !== null);
          if (!isNamed && !differs(before, after, place, [String(STRAY)]))
            silent.push(`${place} ${account?.role ?? "no account"}`);
        }
      }
    }
    expect(silent).toEqual([]);
  }, 600_000);
});

/** Where each sheet's accounted cells stand. */
function areasOf(
  cells: ReadonlyMap<string, CellAccount>,
): ReadonlyMap<string, { top: number; bottom: number; left: number; right: number }> {
  const areas = new Map<string, { top: number; bottom: number; left: number; right: number }>();
  for (const { sheet, cell } of cells.values()) {
    const area = areas.get(sheet) ?? { top: Infinity, bottom: 0, left: Infinity, right: 0 };
    areas.set(sheet, {
      top: Math.min(area.top, cell.row),
      bottom: Math.max(area.bottom, cell.row),
      left: Math.min(area.left, cell.column),
      right: Math.max(area.right, cell.column),
    });
  }
  return areas;
}

describe("no easy way out", () => {
  /** What must be judged on these tables, or has one of these reasons. */
  const JUDGED = new Set(["mark", "score", "total"]);
  const REASONS = new Set(["dash", "wrongKind", "notCompared", "leftOutRow", "unknownColumn"]);

  it.each(FILES)("[Z4] marks, scores and totals are judged or say why not: %s", async (file) => {
    const { cells, named } = told(await bookOf(file));
    const open = [...cells].filter(
      ([, { role, state, why, sheet, cell }]) =>
        JUDGED.has(role ?? "") && state !== "judged" && !REASONS.has(why ?? "") && !named.has(rowOf(sheet, cell)),
    );
    expect(open.map(([place, { role, state, why }]) => `${place} ${role ?? ""} ${state} ${why ?? ""}`)).toEqual([]);
  });

  it("[Z4] on the reference table every mark, score and total is judged", async () => {
    const { cells } = told(await bookOf("heshan-2021-self-evaluation.xlsx"));
    const figures = [...cells.values()].filter(({ role }) => JUDGED.has(role ?? ""));
    expect(figures.map(({ state }) => state)).toEqual(figures.map(() => "judged"));
    expect(figures.length).toBeGreaterThan(28);
  });
});
