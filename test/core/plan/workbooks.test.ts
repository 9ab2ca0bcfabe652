import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { WorkbookSnapshot } from "../../../src/core/workbook/snapshot";
import { exactFromDouble } from "../../../src/core/model/exact";
import { a1 } from "../../../src/core/workbook/address";
import type { WritePlan } from "../../../src/core/workbook/write-plan";
import { planClean } from "../../../src/core/plan/clean";
import { planReview } from "../../../src/core/plan/plan-review";
import { NO_OPTIONS, review } from "../../../src/core/review";
import { createXlsxHost } from "../../../src/host/xlsx/xlsx-host";
import { applyPlan } from "../../support/apply-plan";

const FOLDER = path.resolve(__dirname, "../../workbooks");
const GOLDEN = path.resolve(__dirname, "../../golden/plan");

async function read(file: string): Promise<WorkbookSnapshot> {
  const result = await createXlsxHost(new Uint8Array(readFileSync(path.join(FOLDER, file)))).read();
  if (!result.ok) throw new Error(result.failure.kind);
  return result.value;
}

const options = {
  ...NO_OPTIONS,
  inputs: new Map([
    ["在职人员数", exactFromDouble(69)],
    ["编制数", exactFromDouble(77)],
  ]),
};

const FILES = readdirSync(FOLDER).filter((file) => file.endsWith(".xlsx"));

describe("real tables", () => {
  it.each(FILES)("[P2][P13] %s: a second run has no steps, and clean gives the workbook back", async (file) => {
    const book = await read(file);
    const first = planReview(book, review(book, options), { lang: "zh" });
    expect(first.refusals).toEqual([]);
    const after = applyPlan(book, first.plan);
    const second = planReview(after, review(after, options), { lang: "zh" });
    expect(second.plan.steps).toEqual([]);
    expect(applyPlan(after, planClean(after))).toEqual(book);
  });

  it.each(FILES)("[P5] %s: the formulas beside the table are those in test/golden/plan", async (file) => {
    const book = await read(file);
    const { plan } = planReview(book, review(book, options), { lang: "zh" });
    const golden = path.resolve(GOLDEN, file.replace(/\.xlsx$/, ".txt"));
    const text = formulasOf(plan);
    if (process.env.UPDATE_GOLDEN) writeFileSync(golden, text);
    expect(text).toBe(readFileSync(golden, "utf8"));
  });
});

/** Every formula that the plan writes, with its cell; 核验记录 is left out, since it follows the findings. */
const formulasOf = (plan: WritePlan): string =>
  plan.steps
    .flatMap((step) =>
      step.do === "putCells" && step.sheet !== "核验记录" ? step.cells.map((cell) => ({ step, cell })) : [],
    )
    .flatMap(({ step, cell }) =>
      cell.content.type === "formula" ? `${step.sheet} ${a1(cell)} ${cell.content.formula}\n` : [],
    )
    .join("");
