import { NO_OPTIONS, review } from "../../src/core/review";
import { planReview } from "../../src/core/plan/plan-review";
import { builtInPack } from "../../src/core/rules/packs/index";
import { createXlsxHost } from "../../src/host/xlsx/xlsx-host";
import { a1 } from "../../src/core/workbook/address";
import { manyIndicators, MANY_SCORE } from "../core/plan/many";
import { buildWorkbook } from "../support/build-workbook";
import { snapshotOf } from "./filled-copy";
import { describeWithLibreOffice, recalculate } from "./libreoffice";

/** The form as a file, with its own cells alone. */
function fileOf(count: number): Uint8Array {
  const [sheet] = manyIndicators(count).sheets;
  const cells = Object.fromEntries((sheet?.cells ?? []).map((cell) => [a1(cell), cell.value]));
  return buildWorkbook({ sheets: [{ name: sheet?.name ?? "", cells }] });
}

describeWithLibreOffice("[P42] LibreOffice calculates the totals of a long table as the review does", () => {
  test.each([200, 1000])("%d indicators", async (count) => {
    const host = createXlsxHost(fileOf(count));
    const read = await host.read();
    if (!read.ok) throw new Error(JSON.stringify(read.failure));
    const options = { ...NO_OPTIONS, pack: builtInPack("project") };
    const { plan } = planReview(read.value, review(read.value, options), { lang: "zh" });
    const written = await host.write(plan);
    if (!written.ok) throw new Error(JSON.stringify(written.failure));
    const bytes = host.bytes();
    const record = (await snapshotOf(bytes)).sheets.find(({ name }) => name === "核验记录");
    const line = record?.cells.find(({ value }) => value === "总计");
    if (!line) throw new Error("no line 总计");
    const theirs = recalculate(new Map([["copy", bytes]]))
      .get("copy")
      ?.get("核验记录");
    // By hand: 0.9 of a mark for each, typed and recomputed.
    expect([2, 3].map((right) => theirs?.at(line.row, right))).toEqual([MANY_SCORE * count, MANY_SCORE * count]);
    expect(theirs?.at(line.row - 2, 4)).toBe(`已复算 ${count} / ${count} 分`);
  });
});
