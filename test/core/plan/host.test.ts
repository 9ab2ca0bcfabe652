import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import type { WorkbookSnapshot } from "../../../src/core/workbook/snapshot";
import { exactFromDouble } from "../../../src/core/model/exact";
import { planClean } from "../../../src/core/plan/clean";
import { planReview } from "../../../src/core/plan/plan-review";
import type { WritePlan } from "../../../src/core/workbook/write-plan";
import { NO_OPTIONS, review } from "../../../src/core/review";
import { createXlsxHost, type XlsxHost } from "../../../src/host/xlsx/xlsx-host";

const FOLDER = path.resolve(__dirname, "../../workbooks");
const FILES = readdirSync(FOLDER).filter((file) => file.endsWith(".xlsx"));
const options = {
  ...NO_OPTIONS,
  inputs: new Map([
    ["在职人员数", exactFromDouble(69)],
    ["编制数", exactFromDouble(77)],
  ]),
};

async function read(host: XlsxHost): Promise<WorkbookSnapshot> {
  const result = await host.read();
  if (!result.ok) throw new Error(JSON.stringify(result.failure));
  return result.value;
}
async function write(host: XlsxHost, plan: WritePlan): Promise<void> {
  const result = await host.write(plan);
  if (!result.ok) throw new Error(JSON.stringify(result.failure).slice(0, 2000));
}

describe("through the .xlsx host", () => {
  it.each(FILES)(
    "[P2][P13] %s: written, read and planned again has no steps; cleaned, it is read as before",
    async (file) => {
      const host = createXlsxHost(new Uint8Array(readFileSync(path.join(FOLDER, file))));
      const book = await read(host);
      await write(host, planReview(book, review(book, options), { lang: "zh" }).plan);
      const scored = createXlsxHost(host.bytes());
      const after = await read(scored);
      expect(planReview(after, review(after, options), { lang: "zh" }).plan.steps).toEqual([]);
      await write(scored, planClean(after));
      expect(await read(createXlsxHost(scored.bytes()))).toEqual(book);
    },
  );
});
