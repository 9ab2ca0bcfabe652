import { strToU8 } from "fflate";
import { partsOf } from "../../support/package-rules";
import { run } from "../memory-terminal";
import { bookWith, readBook } from "./book-with";
import { UNIT_OBJECTS, type Addition, type UnitObject } from "./objects";

/*
 * The same objects of a unit in the other ways that lead to a written file (SPEC P20): scored twice, made ready by
 * `prepare`, on a protected sheet. After `clean` everything is as before, and the object is there all the while.
 */

/** In the free columns; on a blank score that is filled on request. */
const FREE = "H2:I3";
const FILLED = "F2:F3";
const INPUTS = strToU8("在职人员数: 69\n编制数: 77\n");
const PIVOT_LEFT = "F2在数据透视表中，未填入。请把这一格移出数据透视表";

/** Runs the command on a file in memory; whatever it says beside the one refusal that names a pivot table is a fault. */
async function step(files: ReadonlyMap<string, Uint8Array>, argv: readonly string[]): Promise<ReadonlyMap<string, Uint8Array>> {
  const done = await run([...argv], new Map(files));
  const said = done.err.split("\n").filter((line) => line !== "" && !line.includes(PIVOT_LEFT));
  expect([argv[0], said]).toEqual([argv[0], []]);
  return done.files;
} // prettier-ignore

const objectsIn = (...areas: readonly string[]): readonly (readonly [string, string, UnitObject])[] =>
  areas.flatMap((area) => UNIT_OBJECTS.map((object) => [object.name, area, object] as const));

function expectKept(bytes: Uint8Array | undefined, book: Uint8Array, { parts = {}, definedName = "" }: Addition): void {
  const [was, is] = [partsOf(book), partsOf(bytes ?? new Uint8Array())];
  for (const name of Object.keys(parts)) expect(is.get(name)).toBe(was.get(name));
  expect(is.get("xl/workbook.xml")).toContain(definedName);
}

describe("[P20] [P2] scored, scored again, cleaned", () => {
  test.each(objectsIn(FREE, FILLED))("%s in %s", async (_, area, object) => {
    const addition = object.at(area);
    const book = bookWith(addition, 1);
    const options = ["--inputs", "i.yaml", "--fill-blank"];
    const once = await step(new Map([["b.xlsx", book], ["i.yaml", INPUTS]]), ["score", "b.xlsx", "-o", "s.xlsx", ...options]); // prettier-ignore
    const twice = await step(once, ["score", "s.xlsx", "-o", "a.xlsx", ...options]);
    expect(Buffer.compare(twice.get("a.xlsx") ?? Buffer.of(1), once.get("s.xlsx") ?? Buffer.of(2))).toBe(0);
    const cleaned = await step(twice, ["clean", "a.xlsx", "-o", "c.xlsx"]);
    expect(await readBook(cleaned.get("c.xlsx"))).toEqual(await readBook(book));
    for (const output of ["a.xlsx", "c.xlsx"]) expectKept(cleaned.get(output), book, addition);
  });
});

describe("[P20] [P16] made ready by prepare, scored, cleaned", () => {
  test.each(objectsIn(FILLED))("%s in %s", async (_, area, object) => {
    const addition = object.at(area);
    const book = bookWith(addition, 1);
    const prepared = await step(new Map([["b.xlsx", book], ["i.yaml", INPUTS]]), ["prepare", "b.xlsx", "-o", "p.xlsx", "--pack", "project"]); // prettier-ignore
    expectKept(prepared.get("p.xlsx"), book, addition);
    const scored = await step(prepared, ["score", "p.xlsx", "-o", "s.xlsx", "--inputs", "i.yaml"]);
    const cleaned = await step(scored, ["clean", "s.xlsx", "-o", "c.xlsx"]);
    expect(await readBook(cleaned.get("c.xlsx"))).toEqual(await readBook(book));
    expectKept(cleaned.get("c.xlsx"), book, addition);
  });
});

describe("[P20] [P5] on a protected sheet: ours stand on 核验计算, and nothing of the sheet changes", () => {
  test.each(objectsIn(FREE))("%s in %s", async (_, area, object) => {
    const { sections, ...rest } = object.at(area);
    const addition = { ...rest, sections: { ...sections, sheetProtection: '<sheetProtection sheet="1"/>' } };
    const book = bookWith(addition, 1);
    const scored = await step(new Map([["b.xlsx", book], ["i.yaml", INPUTS]]), ["score", "b.xlsx", "-o", "s.xlsx", "--inputs", "i.yaml"]); // prettier-ignore
    const sheetOf = (bytes: Uint8Array | undefined): string | undefined => partsOf(bytes ?? new Uint8Array()).get("xl/worksheets/sheet1.xml");
    expect((await readBook(scored.get("s.xlsx"))).sheets.map(({ name }) => name)).toContain("核验计算");
    expect(sheetOf(scored.get("s.xlsx"))).toBe(sheetOf(book));
    const cleaned = await step(scored, ["clean", "s.xlsx", "-o", "c.xlsx"]);
    expect(await readBook(cleaned.get("c.xlsx"))).toEqual(await readBook(book));
    expectKept(cleaned.get("c.xlsx"), book, addition);
  });
}); // prettier-ignore
