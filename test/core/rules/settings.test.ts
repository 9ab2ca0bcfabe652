import { exactText } from "../../../src/core/model/exact";
import { roundScore, subjectForScore } from "../../../src/core/rules/rounding";
import { settingText, SETTING_KEYS } from "../../../src/core/rules/setting-labels";
import { DEFAULT_SETTINGS, mergeSettings, readSetting, readSettings } from "../../../src/core/rules/settings";
import { num, settings } from "./build";

describe("reading settings", () => {
  it.each([
    ["partialSteps=started", { partialSteps: "started" }],
    ["partial-steps = STARTED", { partialSteps: "started" }],
    ["不足一步＝不足一步按一步", { partialSteps: "started" }],
    ["partial-steps=pro-rata", { partialSteps: "proRata" }],
    ["舍入方式=四舍五入", { roundingMode: "halfUp" }],
    ["rounding-places=1", { roundingPlaces: 1 }],
    ["得分小数位数=０", { roundingPlaces: 0 }],
    ["得分小数位数=10", { roundingPlaces: 10 }],
    ["score-from=printed", { scoreFrom: "printed" }],
    ["tolerance=0.01", { tolerance: num("0.01") }],
    ["reverseTarget=1-(B-A)/A", { reverseTarget: "1-(B-A)/A" }],
    ["反向指标计分=1−（B−A）÷A", { reverseTarget: "1-(B-A)/A" }],
    ["reverse-target=a/b", { reverseTarget: "A/B" }],
    ["over-fulfilment=120%", { overFulfilment: num("1.2") }],
    ["超额完成界限=1.2", { overFulfilment: num("1.2") }],
    ["不适用项处理=剔除后折算", { notApplicable: "rescale" }],
    ["caps=off", { caps: "off" }],
  ])("[S1] %s", (given, values) => {
    expect(readSetting(given)).toEqual({ ok: true, value: values });
  });

  it("[S1] every problem is listed with what is allowed", () => {
    expect(readSettings(["partial-steps=some", "whole", "colour=red", "rounding-places=1.5", "caps=on"])).toEqual({
      ok: false,
      failure: [
        { problem: "bad-value", key: "partialSteps", value: "some", allowed: ["whole", "started", "proRata"] },
        { problem: "no-equals-sign", given: "whole" },
        { problem: "unknown-key", key: "colour", allowed: SETTING_KEYS },
        { problem: "bad-value", key: "roundingPlaces", value: "1.5", allowed: ["0–10"] },
      ],
    });
  });

  it.each(["-1", "11", "0.5", "", "两位"])("[S1] %j is no number of decimals: 0 to 10", (value) => {
    expect(readSetting(`roundingPlaces=${value}`)).toMatchObject({ ok: false, failure: { allowed: ["0–10"] } });
  });

  it("[S1] what a setting prints as a word is read back as the same setting", () => {
    for (const lang of ["zh", "en"] as const)
      for (const key of SETTING_KEYS)
        expect(readSetting(`${key}=${settingText(key, DEFAULT_SETTINGS, lang)}`)).toEqual({
          ok: true,
          value: { [key]: DEFAULT_SETTINGS[key] },
        });
  });

  it("[S1] the reviewer outranks the template, the pack and the workbook, on record", () => {
    const merged = mergeSettings({
      workbook: { partialSteps: "proRata", caps: "off", scoreFrom: "printed" },
      pack: { partialSteps: "whole", caps: "on" },
      reviewer: { partialSteps: "started" },
    });
    expect(merged.settings).toEqual({ ...DEFAULT_SETTINGS, partialSteps: "started", scoreFrom: "printed" });
    expect(merged.sources).toMatchObject({
      partialSteps: "reviewer",
      caps: "pack",
      scoreFrom: "workbook",
      tolerance: "default",
    });
  });
});

describe("rounding by setting", () => {
  it.each([
    ["4.988", "halfUp", 2, "499/100"],
    ["2.675", "halfUp", 2, "67/25"],
    ["12.5", "halfUp", 0, "13"],
    ["8.62", "halfUp", 0, "9"],
    ["8.629", "down", 2, "431/50"],
    ["-8.629", "down", 2, "-431/50"],
    ["2.5999999999999996", "down", 2, "13/5"],
  ] as const)("[S8] %s %s to %i decimals", (score, roundingMode, roundingPlaces, rounded) => {
    expect(exactText(roundScore(num(score), settings({ roundingMode, roundingPlaces })))).toBe(rounded);
  });

  it("[S7] 49.88% printed as 50% scores as 50% only where the setting says so", () => {
    const printed = settings({ scoreFrom: "printed" });
    expect(exactText(subjectForScore(num("49.88%"), printed, 0))).toBe("1/2");
    expect(exactText(subjectForScore(num("49.88%"), printed, 1))).toBe("499/1000");
    expect(exactText(subjectForScore(num("49.88%"), printed, null))).toBe("1247/2500");
    expect(exactText(subjectForScore(num("49.88%"), settings(), 0))).toBe("1247/2500");
  });
});
