import { strToU8 } from "fflate";
import { columnName, isInside, parseRect, type Rect } from "../../../src/core/workbook/address";
import type { WorkbookSnapshot } from "../../../src/core/workbook/snapshot";
import { packageFaults, partsOf } from "../../support/package-rules";
import { run } from "../memory-terminal";
import { bookWith, readBook } from "./book-with";
import { MORE_OBJECTS, UNIT_OBJECTS, type UnitObject } from "./objects";

/*
 * Every object of a unit at every place where Pinghe writes (SPEC P20): it is as before after `score`, and after `score`
 * and `clean`. Parts of the package that we have nothing to write in keep every byte.
 */

/** Where our cells would stand: the free columns begin at G; F2 is a blank score. */
const PLACES = [
  { place: "in the free columns", area: "H2:I3", sheet: 1 },
  { place: "just beyond the table", area: "G3:G4", sheet: 1 },
  { place: "in the header row", area: "G1:H1", sheet: 1 },
  { place: "under the total", area: "C6:D7", sheet: 1 },
  { place: "on a sheet that is called as ours is", area: "A1:B2", sheet: 2 },
  { place: "on a blank score that is filled", area: "F2:F3", sheet: 1 },
] as const;

/** Cells with content inside the area that were not there before. */
const newInside = (before: WorkbookSnapshot, after: WorkbookSnapshot, sheet: number, area: Rect): readonly string[] => {
  const had = new Set(before.sheets[sheet - 1]?.cells.map(({ row, column }) => `${row},${column}`));
  return (after.sheets.find(({ name }) => name === before.sheets[sheet - 1]?.name)?.cells ?? [])
    .filter((cell) => isInside(cell, area) && !had.has(`${cell.row},${cell.column}`))
    .map(({ row, column }) => `${row},${column}`);
}; // prettier-ignore

describe.each(PLACES)("[P20] $place: as before after score, and after score and clean", ({ place, area, sheet }) => {
  const objects = place === "in the free columns" || sheet === 2 ? [...UNIT_OBJECTS, ...MORE_OBJECTS] : UNIT_OBJECTS;
  test.each(objects.map((object): [string, UnitObject] => [object.name, object]))("%s", async (_, object) => {
    const fills = place.startsWith("on a blank score");
    const addition = object.at(area);
    const book = bookWith(addition, sheet);
    const options = ["--inputs", "i.yaml", ...(fills ? ["--fill-blank"] : [])];
    const files = new Map([["b.xlsx", book], ["i.yaml", strToU8("在职人员数: 69\n编制数: 77\n")]]); // prettier-ignore
    const scored = await run(["score", "b.xlsx", "-o", "s.xlsx", ...options], files);
    const refusals =
      fills && object.name.startsWith("a pivot") ? [/F2在数据透视表中，未填入。请把这一格移出数据透视表/] : [];
    expect(scored.err.split("\n").filter(Boolean)).toEqual(
      refusals.map((words) => expect.stringMatching(words) as string),
    );
    const [before, after] = [await readBook(book), await readBook(scored.files.get("s.xlsx"))];
    const own = parseRect(object.keepsOut === "first" ? (area.split(":")[0] ?? area) : area);
    if (object.keepsOut && own && !fills) expect(newInside(before, after, sheet, own)).toEqual([]);
    const cleaned = await run(["clean", "s.xlsx", "-o", "c.xlsx"], scored.files);
    expect(cleaned.err).toBe("");
    expect(await readBook(cleaned.files.get("c.xlsx"))).toEqual(before);
    for (const output of ["s.xlsx", "c.xlsx"]) {
      const [was, is] = [partsOf(book), partsOf(cleaned.files.get(output) ?? new Uint8Array())];
      for (const name of Object.keys(addition.parts ?? {})) expect(is.get(name)).toBe(was.get(name));
      const part = is.get(`xl/worksheets/sheet${sheet}.xml`);
      for (const [name, xml] of Object.entries(addition.sections ?? {}))
        if (name !== "cols") expect(part).toContain(withoutCount(xml));
      for (const [cell, xml] of Object.entries(addition.cells ?? {}))
        if (!fills || cell !== "F2") expect(part).toContain(xml);
      expect(is.get("xl/workbook.xml")).toContain(addition.definedName ?? "");
      expect(packageFaults(is)).toEqual(packageFaults(was));
    }
  });
});

/** Lists that grow by ours have another count; what stands in them is as before. */
const withoutCount = (xml: string): string => xml.replace(/^<(dataValidations)[^>]*>([\s\S]*)<\/\1>$/, "$2");

test("[P20] a blank score in a pivot table is named in either language, and left blank", async () => {
  const pivot = UNIT_OBJECTS.find(({ name }) => name.startsWith("a pivot"));
  const book = bookWith(pivot?.at("F2:F3") ?? {}, 1);
  const files = new Map([["b.xlsx", book], ["i.yaml", strToU8("在职人员数: 69\n编制数: 77\n")]]); // prettier-ignore
  const scored = await run(["score", "b.xlsx", "-o", "s.xlsx", "--inputs", "i.yaml", "--fill-blank", "--lang", "en"], files);
  expect(scored.err).toMatch(/F2 is part of a pivot table and was not filled\. Move the cell out of it, or fill it by hand\./);
  const after = await readBook(scored.files.get("s.xlsx"));
  expect(after.sheets[0]?.cells.find(({ row, column }) => row === 1 && column === 5)).toBeUndefined();
}); // prettier-ignore

/* Where looks run on across the sheet, nothing right of the table is free: our columns stand on 核验计算. */
test.each([
  { runsTo: "G2", sheet: "评分表" },
  { runsTo: "V2", sheet: "评分表" }, // the sixteenth column right of F
  { runsTo: "W2", sheet: "核验计算" },
])("[P5] a row of blank cells with a fill up to $runsTo: ours stand on $sheet", async ({ runsTo, sheet }) => {
  const columns = Array.from("GHIJKLMNOPQRSTUVW").slice(0, runsTo.charCodeAt(0) - "G".charCodeAt(0) + 1);
  const cells = Object.fromEntries(columns.map((column) => [`${column}2`, `<c r="${column}2" s="1"/>`]));
  const scored = await run(["score", "b.xlsx", "-o", "s.xlsx"], new Map([["b.xlsx", bookWith({ cells }, 1)]]));
  const after = await readBook(scored.files.get("s.xlsx"));
  const ours = after.sheets.find(({ name }) => name === sheet)?.cells.filter(({ value }) => value === "核验结论");
  expect(ours).toHaveLength(1);
});

/* A sum over blank columns would take up what is written there. */
test.each([
  ["a sum over the row", "A9", "SUM(C2:K2)", "L"],
  ["one that ends before the free columns", "A9", "SUM(C2:F2)", "G"],
  ["whole columns", "A9", "SUM(H:I)", "J"],
  ["whole rows", "A9", "SUM(2:2)", null],
])("[P20] what a formula of the unit reads is not free: %s", async (_, cell, formula, firstColumn) => {
  const cells = { [cell]: `<c r="${cell}"><f>${formula}</f><v>0</v></c>` };
  const scored = await run(["score", "b.xlsx", "-o", "s.xlsx"], new Map([["b.xlsx", bookWith({ cells }, 1)]]));
  const after = await readBook(scored.files.get("s.xlsx"));
  const header = after.sheets[0]?.cells.find(({ value }) => value === "计算值");
  expect(header ? columnName(header.column) : null).toBe(firstColumn);
});
