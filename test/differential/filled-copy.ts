import { readOurs } from "../../src/core/ours/read-ours";
import type { CellContent, CellWrite, WritePlan } from "../../src/core/workbook/write-plan";
import type { WorkbookSnapshot } from "../../src/core/workbook/snapshot";
import { createXlsxHost } from "../../src/host/xlsx/xlsx-host";

/** How a made-up unit fills in 基础数据. */
export type Filling = (
  row: { readonly label: string; readonly options: readonly string[] },
  index: number,
) => CellContent;

export const BLANK: Filling = () => ({ type: "blank" });
export const ZERO: Filling = ({ options }) =>
  options.length > 0 ? { type: "text", text: options[0] ?? "" } : { type: "number", number: 0 };

/** Numbers and choices from a seed: the same figures in every run. */
export function madeUp(seed: number): Filling {
  let state = seed;
  const next = (): number => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fff_ffff;
    return state / 0x7fff_ffff;
  };
  return ({ options, label }) => {
    if (options.length > 0) return { type: "text", text: options[Math.floor(next() * options.length)] ?? "" };
    if (/次数|出现|发现|发生|件数/.test(label)) return { type: "number", number: Math.floor(next() * 4) };
    if (/[率度]$/.test(label)) return { type: "number", number: Math.round(700 + next() * 400) / 1000 };
    return { type: "number", number: Math.round(9_000 + next() * 2_000) / 100 };
  };
}

/** The workbook with the value cells of 基础数据 filled, through the file host: the rest stays byte for byte. */
export async function filledCopy(bytes: Uint8Array, filling: Filling): Promise<Uint8Array> {
  const host = createXlsxHost(bytes);
  const book = await snapshotOf(bytes);
  const base = readOurs(book).base;
  if (!base || base === "unreadable") throw new Error("the copy has no sheet 基础数据");
  const cells = base.rows.map((row, index): CellWrite => ({
    row: row.valueAt.row,
    column: row.valueAt.column,
    expect: { value: row.value },
    content: filling(row, index),
  }));
  const plan: WritePlan = { guards: [], steps: [{ do: "putCells", sheet: base.sheet, cells }] };
  const written = await host.write(plan);
  if (!written.ok) throw new Error(JSON.stringify(written.failure));
  return host.bytes();
}

export async function snapshotOf(bytes: Uint8Array): Promise<WorkbookSnapshot> {
  const read = await createXlsxHost(bytes).read();
  if (!read.ok) throw new Error(JSON.stringify(read.failure));
  return read.value;
}
