import { ratio } from "../../../src/core/model/exact";
import { planReview, type PlanOptions } from "../../../src/core/plan/plan-review";
import { readOurs } from "../../../src/core/ours/read-ours";
import type { WorkbookSnapshot } from "../../../src/core/workbook/snapshot";
import { builtInPack } from "../../../src/core/rules/packs/index";
import { SETTING_KEYS, settingText } from "../../../src/core/rules/setting-labels";
import { DEFAULT_SETTINGS } from "../../../src/core/rules/settings";
import { applyPlan } from "../../support/apply-plan";
import { departmentBook, indicatorOf, judged, reviewedBy, STAFF, trust } from "./sheets";
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
  const pack = { id: "department-hunan", version: "1.0.0", title: "湖南通行标准", source: "评价指标表" };
  const options: PlanOptions = { lang: "zh", fillBlank: true, rules: { pack, settings } };
  return applyPlan(book, planReview(book, reviewedBy(book, { pack: HUNAN, settings }), options).plan);
}

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
