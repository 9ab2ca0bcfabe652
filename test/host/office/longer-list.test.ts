import type { PlanStep, WritePlan } from "../../../src/core/workbook/write-plan";
import type { WorkbookHost } from "../../../src/host/port";
import { createOfficeHost } from "../../../src/host/office/office-host";
import { failureOf, readFrom, writeTo } from "../../contract/hosts";
import { openOfficePage, type OfficePage } from "../../excel-host/jsdom";
import { buildWorkbook } from "../../support/build-workbook";

const SHEET = "记录";
let page: OfficePage;
let host: WorkbookHost;
beforeEach(async () => {
  page = await openOfficePage({ workbook: buildWorkbook({ sheets: [{ name: SHEET, rows: [["处理"], ["整改"]] }] }) });
  host = createOfficeHost({ cellEdit: 0 });
});
afterEach(() => page.close());

const rows = (top: number, bottom: number) => ({ top, bottom, left: 0, right: 0 });
const list = (top: number, bottom: number, source = ["整改", "豁免"]): PlanStep => ({
  do: "validate",
  sheet: SHEET,
  range: rows(top, bottom),
  rule: { type: "list", source },
  prompt: null,
  error: null,
  alert: "stop",
});
const freed = (top: number, bottom: number): PlanStep => ({
  do: "removeValidation",
  sheet: SHEET,
  range: rows(top, bottom),
});
const plan = (...steps: readonly PlanStep[]): WritePlan => ({ guards: [], steps });
const validations = async () => (await readFrom(host)).sheets[0]?.validations;

it.each([
  ["down by a row", [freed(1, 3), list(1, 4)]],
  ["up and down", [freed(1, 3), list(0, 5)]],
  ["and becomes shorter", [freed(1, 3), list(1, 2)]],
] as const)("[H3] a list of ours that grows %s is put anew, and undo brings the old one back", async (_, steps) => {
  await writeTo(host, plan(list(1, 3)));
  const before = await validations();
  const { inverse } = await writeTo(host, plan(...steps));
  expect(await validations()).not.toEqual(before);
  await writeTo(host, inverse);
  expect(await validations()).toEqual(before);
});

it("[H3] what another had put into the rows that are added comes back, too", async () => {
  await writeTo(host, plan(list(1, 3), list(4, 4, ["是", "否"])));
  const before = await validations();
  const { inverse } = await writeTo(host, plan(freed(1, 3), list(1, 4)));
  expect(await validations()).toHaveLength(1);
  await writeTo(host, inverse);
  expect(await validations()).toEqual(before);
});

it("[H3] rules that are mixed in the range and that no step frees first are still refused, and nothing is lost", async () => {
  await writeTo(host, plan(list(1, 3)));
  const before = await validations();
  expect(await failureOf(host, plan(list(1, 4)))).toMatchObject({ kind: "unsupported" });
  expect(await validations()).toEqual(before);
});
