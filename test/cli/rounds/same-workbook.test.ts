import { readdirSync } from "node:fs";
import path from "node:path";
import { run } from "../memory-terminal";
import { ALL, round } from "./two-rounds";

const FOLDER = "test/workbooks";
const WORKBOOKS = readdirSync(path.resolve(__dirname, "../../workbooks")).filter((name) => name.endsWith(".xlsx"));

interface Diff {
  readonly tables: readonly Readonly<Record<"indicators" | "added" | "removed" | "moved" | "funding", readonly unknown[]>>[];
  readonly inputs: readonly unknown[];
  readonly findings: Readonly<Record<"fixed" | "removed" | "new", readonly unknown[]>> & {
    readonly open: readonly { readonly changed: boolean }[];
  };
  readonly rounds: readonly unknown[];
} // prettier-ignore

async function changes(before: string, now: string, files: ReadonlyMap<string, Uint8Array> = new Map()) {
  const { out } = await run(["diff", before, now, "--format", "json"], files);
  const { tables, inputs, findings, rounds } = JSON.parse(out) as Diff;
  return [
    ...tables.flatMap(({ indicators, added, removed, moved, funding }) => [indicators, added, removed, moved, funding].flat()),
    ...[inputs, findings.fixed, findings.removed, findings.new, rounds].flat(),
    ...findings.open.filter(({ changed }) => changed),
  ];
} // prettier-ignore

describe("[Y2] a workbook has no changes against itself", () => {
  it.each(WORKBOOKS)("%s", async (name) => {
    expect(await changes(`${FOLDER}/${name}`, `${FOLDER}/${name}`)).toEqual([]);
  });
});

/** All orders of four rows. */
const orders = <T>(items: readonly T[]): readonly (readonly T[])[] =>
  items.length < 2 ? [items] : items.flatMap((item, i) => orders(items.filter((_, j) => j !== i)).map((rest) => [item, ...rest])); // prettier-ignore

it("[Y2] nor in any order of its rows that leaves those of one level together", async () => {
  const sorted = orders(ALL).filter((order) => [order[0], order.at(-1)].includes("满意度"));
  expect(sorted).toHaveLength(12);
  for (const order of sorted) {
    const files = new Map([["一.xlsx", round(ALL)], ["二.xlsx", round(order)]]); // prettier-ignore
    expect(await changes("一.xlsx", "二.xlsx", files)).toEqual([]);
  }
});
