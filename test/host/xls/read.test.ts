import { readFileSync } from "node:fs";
import { zipSync } from "fflate";
import { createXlsHost } from "../../../src/host/xls/xls-host";
import { createXlsxHost } from "../../../src/host/xlsx/xlsx-host";
import type { WorkbookSnapshot } from "../../../src/core/workbook/snapshot";
import { run } from "../../cli/memory-terminal";
import { randomSource } from "../../support/random-source";

/*
 * Workbooks of Excel 97–2003, saved by LibreOffice from the .xlsx beside them (`soffice --convert-to xls`): both must
 * give one review.
 */
const PAIRS = [
  ["heshan-2021-self-evaluation", "test/workbooks"],
  ["department-2018-with-base-data", "test/workbooks"],
  ["project-2022-total-row-zero", "test/workbooks"],
  ["odd-1900", "test/workbooks/xls"],
  ["odd-1904", "test/workbooks/xls"],
] as const;

const bytesOf = (file: string): Uint8Array => new Uint8Array(readFileSync(file));
const xls = (name: string): Uint8Array => bytesOf(`test/workbooks/xls/${name}.xls`);

async function read(host: { read: ReturnType<typeof createXlsxHost>["read"] }): Promise<WorkbookSnapshot> {
  const found = await host.read();
  if (!found.ok) throw new Error(JSON.stringify(found.failure));
  return found.value;
}

/** LibreOffice writes truth values and errors into an .xls as formulas. */
const isConstant = (formula: string): boolean => /^=(?:true|false|#N\/A)$/i.test(formula);

/** What a review is made of, cell by cell: the two formats spell some formulas and formats in their own ways. */
const essence = ({ sheets, names, date1904 }: WorkbookSnapshot): unknown => ({
  date1904,
  names: names.map(({ name, refersTo }) => `${name} ${refersTo}`),
  sheets: sheets.map(({ name, visibility, cells, merges, hiddenRows }) => ({
    name,
    visibility,
    hiddenRows,
    merges: merges.map((merge) => JSON.stringify(merge)).sort(),
    cells: cells.map(({ row, column, value, formula }) => [
      row,
      column,
      value,
      formula === undefined || isConstant(formula) ? null : formula,
    ]),
  })),
});

describe("[X18] a workbook of Excel 97–2003 reads as the .xlsx that it was saved from", () => {
  test.each(PAIRS)("%s", async (name, folder) => {
    expect(essence(await read(createXlsHost(xls(name))))).toEqual(
      essence(await read(createXlsxHost(bytesOf(`${folder}/${name}.xlsx`)))),
    );
  });

  test.each(PAIRS)("%s: the same findings, but for what could not be looked at", async (name, folder) => {
    const check = async (file: string): Promise<unknown> => {
      const { out, err } = await run(["check", file, "--format", "json"]);
      expect(err).toBe("");
      const { findings, tables } = JSON.parse(out) as { findings: { code: string; cell: string; data: unknown }[]; tables: unknown };
      const seen = findings.filter(({ code }) => code !== "not-looked-at");
      return { findings: seen.map(({ code, cell, data }) => ({ code, cell, data })), tables };
    };
    expect(await check(`test/workbooks/xls/${name}.xls`)).toEqual(await check(`${folder}/${name}.xlsx`));
  }); // prettier-ignore

  it("percent and date formats, errors, truth values and cached results", async () => {
    const { sheets } = await read(createXlsHost(xls("odd-1904")));
    const at = (row: number, column: number) => sheets[0]?.cells.find((cell) => cell.row === row && cell.column === column); // prettier-ignore
    expect(at(2, 7)).toMatchObject({ value: 0.9525, numberFormat: "0.00%" });
    expect(at(3, 7)).toMatchObject({ value: 43861.5, numberFormat: "yyyy\\-mm\\-dd" });
    expect(at(4, 7)).toMatchObject({ value: true });
    expect(at(5, 7)).toMatchObject({ value: { error: "#DIV/0!" } });
    expect(at(3, 8)).toMatchObject({ formula: "=H3*2", value: 1.905 });
    expect(at(4, 8)).toMatchObject({ value: "是" });
  });
});

test("[X18] a workbook of WPS (.et) is told by what it holds, not by its name", async () => {
  const { status, err, out } = await run(["check", "自评表.et"], new Map([["自评表.et", xls("odd-1900")]]));
  expect([status < 2, err]).toEqual([true, ""]);
  expect(out).toContain("在职人员控制率");
});

describe("[X18] what writes says to save it as .xlsx, in either language", () => {
  test.each([["score"], ["clean"], ["prepare", "--pack", "project"]])("%s", async (...command) => {
    for (const [lang, words] of [["zh", /旧式 \.xls 工作簿。请另存为 \.xlsx/], ["en", /legacy \.xls workbook\. Save it as \.xlsx/]] as const) {
      const { status, err, files } = await run([...command, "test/workbooks/xls/odd-1900.xls", "-o", "o.xlsx", "--lang", lang]);
      expect([status, err.trim().split("\n").length]).toEqual([2, 1]);
      expect(err).toMatch(words);
      expect(files.has("o.xlsx")).toBe(false);
    }
  }); // prettier-ignore
});

describe("[X18] [X1] what is none is told in one line, whatever was spoilt", () => {
  it("bytes that only begin as one", async () => {
    const host = createXlsHost(Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0, 0]));
    expect(await host.read()).toMatchObject({ ok: false, failure: { kind: "unreadable", problem: "truncated" } });
  });

  it("more than 64 MB are not begun", async () => {
    expect(await createXlsHost(new Uint8Array(64_000_001)).read()).toMatchObject({ failure: { problem: "too-large" } });
  });

  it("a package is none", async () => {
    expect(await createXlsHost(zipSync({ a: new Uint8Array(9) })).read()).toMatchObject({ failure: { kind: "unreadable" } }); // prettier-ignore
  });

  // CPU time, whatever else the machine does: a reading of these takes some milliseconds.
  test.each(PAIRS)("%s, spoilt in 60 ways", async (name) => {
    const whole = xls(name);
    const next = randomSource(97);
    const pick = (below: number): number => Math.floor(next() * below);
    let unread = 0;
    for (let round = 0; round < 60; round++) {
      const copy = round % 4 === 0 ? whole.slice(0, pick(whole.length)) : Uint8Array.from(whole);
      for (let times = 1 + pick(12); times > 0 && round % 4 !== 0; times--) copy[pick(copy.length)] = pick(256);
      const before = process.cpuUsage();
      const read = await createXlsHost(copy).read();
      const { user, system } = process.cpuUsage(before);
      expect((user + system) / 1e6).toBeLessThan(5);
      if (!read.ok) unread++;
      expect(read.ok || read.failure.kind === "unreadable").toBe(true);
    }
    expect(unread).toBeGreaterThan(5);
  });
});
