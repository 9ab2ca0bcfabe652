import { ratio } from "../../../src/core/model/exact";
import { planReview, type PlanOptions } from "../../../src/core/plan/plan-review";
import { readOurs } from "../../../src/core/ours/read-ours";
import type { WorkbookSnapshot } from "../../../src/core/workbook/snapshot";
import { builtInPack } from "../../../src/core/rules/packs/index";
import { SETTING_KEYS, SETTING_LABELS, settingText } from "../../../src/core/rules/setting-labels";
import { DEFAULT_SETTINGS } from "../../../src/core/rules/settings";
import { applyPlan } from "../../support/apply-plan";
import { planFor } from "../../../src/app/write-review";
import { planPrepared } from "../../../src/app/prepare-template";
import { refusalText } from "../../../src/core/plan/describe";
import type { PackFile } from "../../../src/core/rules/packs/schema";
import { withValues } from "../scores/live";
import { pack } from "../scores/project-sheet";
import { cityPack, departmentBook, indicatorOf, judged, reviewedBy, STAFF, STAFF_STANDARD, trust } from "./sheets";
import type { Settings } from "../../../src/core/rules/setting-types";

const HUNAN = builtInPack("department-hunan");
const CHANGED: Settings = {
  partialSteps: "started",
  roundingMode: "down",
  roundingPlaces: 1,
  totalFrom: "raw",
  scoreFrom: "printed",
  tolerance: ratio(1n, 100n),
  reverseTarget: "1-(B-A)/A",
  overFulfilment: ratio(6n, 5n),
  notApplicable: "rescale",
  caps: "off",
};

function prepared(settings: Settings): WorkbookSnapshot {
  const book = departmentBook([STAFF]);
  const pack = { id: "department-hunan", version: "1.0.0", title: "湖南通行标准", source: "评价指标表", text: null };
  const options: PlanOptions = { lang: "zh", fillBlank: true, rules: { pack, settings } };
  return applyPlan(book, planReview(book, reviewedBy(book, { pack: HUNAN, settings }), options).plan);
}

describe("[S1] the heads of the sheet 规则 are no setting", () => {
  const labels = (book: WorkbookSnapshot) =>
    readOurs(book).rules?.settings.map(({ label, value }) => `${label} ${value}`);
  test.each([
    ["as prepare writes them", { 舍入小数位: "1" }, ["舍入小数位 1"]],
    ["printed again further down, with blanks", { 舍入小数位: "1", "项 目": " 取值 " }, ["舍入小数位 1"]],
    ["beside a row of another value", { 项目: "道路养护" }, ["项目 道路养护"]],
  ])("%s", (_, settings, expected) => expect(labels(departmentBook([STAFF], { settings }))).toEqual(expected)); // prettier-ignore

  test("every row of a prepared workbook's is a setting", () => {
    const read = readOurs(prepared(CHANGED)).rules?.settings.map(({ label }) => label);
    expect(read).toEqual(SETTING_KEYS.map((key) => SETTING_LABELS[key].zh));
  });
});

describe("[P16] [M2] the sheet 规则 of a prepared workbook is read back", () => {
  test.each([
    ["the defaults", DEFAULT_SETTINGS],
    ["every setting changed", CHANGED],
  ])("%s", (_, settings) => {
    const book = prepared(settings);
    expect(readOurs(book).rules?.pack).toMatchObject({ id: "department-hunan", version: null });
    const result = reviewedBy(book);
    for (const key of SETTING_KEYS) {
      expect([key, settingText(key, result.settings, "zh")]).toEqual([key, settingText(key, settings, "zh")]);
      expect([key, result.settingSources[key]]).toEqual([key, "workbook"]);
    }
    expect(trust(result)).toEqual([]);
  });

  it("with no pack named again, the workbook's own judges, and shows it", () => {
    const inputs = new Map([["在职人员数", ratio(1031)], ["编制数", ratio(1000)]]); // prettier-ignore
    // 3.1 points beyond: four begun steps of 0.5.
    expect(judged(indicatorOf(reviewedBy(prepared(CHANGED), { inputs })))).toBe("workbook 3");
    expect(reviewedBy(prepared(CHANGED)).pack).toEqual({
      id: "department-hunan",
      version: "1.1.0",
      replacedBy: ["hunan-province", "hunan-yueyang"],
    });
  });

  it("a unit that changes a setting in it is found out by the reviewer who sets it", () => {
    const result = reviewedBy(prepared(CHANGED), { settings: { partialSteps: "whole" } });
    expect(trust(result)).toEqual(["setting-differs @ partialSteps"]);
    expect(result.settings.partialSteps).toBe("whole");
  });
});

/** A city's own pack: −2 per point beyond, where Hunan's takes 0.5. */
const CITY = cityPack(
  `indicators:
  - id: staff
    names: [在职人员控制率]
    clause: 本市办法第三条
    definition: 在职人员控制率=（在职人员数/编制数）×100%。
    standard: 在职人员控制率≦100%，计{1}分；每超过一个百分点扣2分，扣完为止。
settings: { partialSteps: started }`,
);
const INPUTS = new Map([["在职人员数", ratio(1011)], ["编制数", ratio(1000)]]); // prettier-ignore

/** The copy that `score --pack` leaves: 1.1 points beyond are two begun steps of 2 marks each. */
function copyBy(pack: PackFile, book = departmentBook([{ ...STAFF, score: 1 }])): WorkbookSnapshot {
  const reviewed = { book, review: reviewedBy(book, { pack, inputs: INPUTS }) };
  return applyPlan(book, planFor(reviewed, { lang: "zh", fillBlank: false, pack }).plan);
}

/** What stands beside a label of the sheet 规则, and its row. */
function rulesRow(book: WorkbookSnapshot, label: string): { readonly row: number; readonly text: string } | null {
  const sheet = book.sheets.find(({ name }) => name === "规则");
  const row = sheet?.cells.find(({ value }) => value === label)?.row;
  const value = sheet?.cells.find((cell) => cell.row === row && cell.column === 1)?.value;
  return row === undefined || typeof value !== "string" ? null : { row, text: value };
}

describe("[M22] a pack that is not built in travels in the sheet 规则", () => {
  it("check on the copy judges by it, with its settings, without its file", () => {
    const copy = copyBy(CITY);
    const again = reviewedBy(copy);
    expect(judged(indicatorOf(again))).toBe("pack 1");
    expect([again.pack, trust(again), again.offers]).toEqual([{ id: "our-city", version: "1.0.0" }, [], []]);
    expect(again.settings.partialSteps).toBe("started");
    expect(planReview(copy, again, { lang: "zh" }).plan.steps).toEqual([]);
  });

  it("a file of the person's own that bears a built-in name is itself, and not the built-in one", () => {
    const own = { ...CITY, id: "hunan-yueyang" };
    expect(judged(indicatorOf(reviewedBy(copyBy(own))))).toBe("pack 1");
  });

  it("an official pack judges on the copy over what the table prints, as it did when it was named", () => {
    const official: PackFile = { ...CITY, authority: "official" };
    const book = departmentBook([{ ...STAFF, standard: STAFF_STANDARD, score: 4.5 }]);
    expect(judged(indicatorOf(reviewedBy(copyBy(official, book))))).toBe("pack 1");
    expect(judged(indicatorOf(reviewedBy(copyBy(CITY, book))))).toBe("table 4");
  });

  it("one sign changed in it, and it judges no more: what to do is said, and nothing is written over", () => {
    const copy = copyBy(CITY);
    const { row, text } = rulesRow(copy, "复核人所选规则包内容") ?? { row: -1, text: "" };
    const loosened = withValues(copy, "规则", [[row, 1, text.replace("扣2分", "扣1分")]]);
    const found = reviewedBy(loosened);
    expect(judged(indicatorOf(found))).toBe("none notJudged");
    expect(trust(found)).toEqual(["pack-unavailable @ our-city"]);
    const planned = planReview(loosened, found, { lang: "zh" });
    expect([planned.plan.steps, planned.refusals]).toEqual([[], [{ kind: "pack-unavailable", pack: "our-city" }]]);
    expect(refusalText(planned.refusals[0] ?? { kind: "workbook-protected" }, "zh")).toContain("--pack");
    // The reviewer who names the file goes on.
    const named = reviewedBy(loosened, { pack: CITY });
    expect([judged(indicatorOf(named)), trust(named)]).toEqual(["pack 1", []]);
  });

  it("a copy that names a pack and does not hold it is not blanked", () => {
    const book = departmentBook([STAFF], { pack: "our-city" });
    const planned = planReview(book, reviewedBy(book), { lang: "en" });
    expect(planned.plan.steps).toEqual([]);
    expect(planned.refusals.map((refusal) => refusalText(refusal, "en"))[0]).toContain("our-city");
  });

  it("another choice takes its place, and leaves nothing of its text", () => {
    const copy = copyBy(CITY);
    const next = copyBy(pack("hunan-yueyang"), copy);
    expect(readOurs(next).rules?.reviewerPack).toMatchObject({ id: "hunan-yueyang", text: null });
    expect(rulesRow(next, "复核人所选规则包内容")).toBeNull();
    // Two begun steps of 0.5: the setting stands in the sheet, and is no part of the pack's text.
    expect(judged(indicatorOf(reviewedBy(next)))).toBe("pack 4");
  });

  it("a text longer than a cell holds stands in as many rows as it needs", () => {
    const long = { ...CITY, source: { ...CITY.source, note: "说明。".repeat(15_000) + "𠮷" } };
    const copy = copyBy(long);
    const cells = copy.sheets.find(({ name }) => name === "规则")?.cells ?? [];
    const longest = cells.reduce((most, { value }) => Math.max(most, typeof value === "string" ? value.length : 0), 0);
    expect(longest).toBeLessThanOrEqual(30_000);
    expect(judged(indicatorOf(reviewedBy(copy)))).toBe("pack 1");
    expect(judged(indicatorOf(reviewedBy(copyBy(CITY, copy))))).toBe("pack 1");
  });

  it("prepare writes it as the workbook's own", () => {
    const book = departmentBook([STAFF]);
    const prepared = applyPlan(book, planPrepared({ book, review: reviewedBy(book, { pack: CITY }) }, CITY, "zh").plan);
    const found = reviewedBy(prepared, { inputs: INPUTS });
    expect([judged(indicatorOf(found)), trust(found)]).toEqual(["workbook 1", []]);
  });
});
