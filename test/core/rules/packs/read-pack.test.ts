import { readFileSync } from "node:fs";
import path from "node:path";
import { builtInPack, BUILT_IN_PACKS, loadPack } from "../../../../src/core/rules/packs/index";
import { packAmount, standardFor } from "../../../../src/core/rules/packs/amount";
import { exactText, ratio } from "../../../../src/core/model/exact";

const HEAD = `id: our-own
version: 1.0.0
title: { zh: 本市, en: Our city }
source: { document: 本市文件 }
kind: department
`;

const lines = (text: string): number[] => {
  const read = loadPack(text);
  return read.ok ? [] : read.failure.map((problem) => problem.line);
};

describe("rule packs", () => {
  test.each([...BUILT_IN_PACKS])("[M1] the built-in pack %s reads as its file does", (id) => {
    const file = path.join("src/core/rules/packs", `${id}.yaml`);
    expect(loadPack(readFileSync(file, "utf8"))).toEqual({ ok: true, value: builtInPack(id) });
  });

  test.each([
    ["an unknown key is refused, not ignored", `${HEAD}standart: 满分\n`, [6]],
    ["a missing field is named at the enclosing place", HEAD.replace("kind: department\n", ""), [1]],
    ["a wrong version", HEAD.replace("1.0.0", "1"), [2]],
    ["an indicator without a clause", `${HEAD}indicators:\n  - id: a\n    names: [甲率]\n`, [7]],
    [
      "an id used twice",
      `${HEAD}indicators:\n  - { id: a, names: [甲], clause: 一 }\n  - { id: a, names: [乙], clause: 二 }\n`,
      [8],
    ],
    ["broken YAML", `${HEAD}indicators: [`, [6]],
    ["an alias bomb", `${HEAD}x: &x [1]\ny: [*x, *x]\n`, [7, 7]],
    ["a base that does not exist", `${HEAD}extends: nowhere\n`, [1]],
  ])("[M1] %s", (_, text, expected) => expect(lines(text)).toEqual(expected));

  it("[M1] a pack takes over what it extends, its own entries first", () => {
    const platform = builtInPack("project-platform");
    expect(platform?.indicators.map(({ id }) => id)).toEqual(["budget-execution"]);
    expect(platform?.caps).toHaveLength(5);
    expect(platform?.target?.missed).toBe("share");
  });

  test.each([
    [0.9, "9/10"],
    ["90%", "9/10"],
    ["69/77", "69/77"],
    ["-6.25%", "-1/16"],
  ])("the amount %p is %s exactly", (amount, text) => expect(exactText(packAmount(amount))).toBe(text));

  it("a share of the full mark is written out in a standard", () => {
    expect(standardFor("计{1}分；每超过一个百分点扣{0.1}分", ratio(8n))).toBe("计8分；每超过一个百分点扣0.8分");
    expect(standardFor("计{0.75}分", ratio(5n))).toBe("计3.75分");
  });
});
