import { planReview } from "../../../src/core/plan/plan-review";
import { review } from "../../../src/core/review";
import { createOfficeHost } from "../../../src/host/office/office-host";
import type { WorkbookHost } from "../../../src/host/port";
import { openOfficePage, type OfficePage } from "../../excel-host/jsdom";
import { comparable } from "../../contract/comparable";
import { readFrom, writeTo } from "../../contract/hosts";
import { REFERENCE } from "../../contract/workbooks";

let page: OfficePage;
let host: WorkbookHost;
/** Whether each script that ran asked for one entry in the undo list. */
let grouped: boolean[];

/** An Excel that says it has ExcelApi 1.20; the library of the tests knows no groups, so what is asked of it is noted. */
beforeEach(async () => {
  page = await openOfficePage({ workbook: REFERENCE, preset: "365" });
  const requirements = Office.context.requirements as { isSetSupported: (set: string, version: string) => boolean };
  const asked = requirements.isSetSupported.bind(requirements);
  jest
    .spyOn(requirements, "isSetSupported")
    .mockImplementation((set, version) => (set === "ExcelApi" && version === "1.20") || asked(set, version));
  grouped = [];
  const run = Excel.run.bind(Excel) as (options: Excel.RunOptions, script: unknown) => Promise<unknown>;
  jest.spyOn(Excel, "run").mockImplementation(((options: Excel.RunOptions, script: unknown) => {
    grouped.push(options.mergeUndoGroup === true);
    return run({}, script);
  }) as typeof Excel.run);
  host = createOfficeHost({ cellEdit: 0 });
});
afterEach(() => {
  jest.restoreAllMocks();
  page.close();
});

async function planned() {
  const book = await readFrom(host);
  return { book, plan: planReview(book, review(book), { lang: "zh" }).plan };
}

it("[H7] a write is one entry in the undo list; reading and taking back a sheet ask for none", async () => {
  const { book, plan } = await planned();
  const { inverse } = await writeTo(host, plan);
  await writeTo(host, inverse);
  expect(grouped).toEqual([false, true, false]);
  expect(comparable(await readFrom(host))).toEqual(comparable(book));
});

it.each([0, 40])("[H7] where Excel can not group its change %i, the plan is written all the same", async (index) => {
  const { book, plan } = await planned();
  page.host.inject({ onWrite: true, after: 1, action: { index, code: "UndoNotSupported" } });
  const { inverse } = await writeTo(host, plan);
  expect(grouped.filter(Boolean)).toHaveLength(1);
  expect(grouped.at(-1)).toBe(false);
  const after = await readFrom(host);
  expect(planReview(after, review(after), { lang: "zh" }).plan.steps).toEqual([]);
  await writeTo(host, inverse);
  expect(comparable(await readFrom(host))).toEqual(comparable(book));
});
