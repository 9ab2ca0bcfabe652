import { ratio } from "../../../src/core/model/exact";
import { Readings } from "../../../src/core/sources/readings";

const TEXT = "完成率≥100%，计满分；每低于一个百分点扣0.5分，扣完为止。";

describe("the readings of a review", () => {
  it("read a text that a hundred tables print once", () => {
    const readings = new Readings();
    const first = readings.standard(TEXT, ratio(5n), { name: "培训完成率" });
    expect(first.ok).toBe(true);
    expect(readings.standard(TEXT, ratio(5n), { name: "培训完成率" })).toBe(first);
    const definitions = readings.definitionsIn("培训完成率=实际数/计划数×100%", "培训完成率");
    expect(readings.definitionsIn("培训完成率=实际数/计划数×100%", "培训完成率")).toBe(definitions);
  });

  it("are apart for another mark, another name and another kind of indicator", () => {
    const readings = new Readings();
    const others = [
      readings.standard(TEXT, ratio(5n), { name: "培训完成率" }),
      readings.standard(TEXT, ratio(8n), { name: "培训完成率" }),
      readings.standard(TEXT, ratio(5n), { name: "验收完成率" }),
      readings.standard(TEXT, ratio(5n), { name: "培训完成率", indicatorKind: "quantitative" }),
    ];
    expect(new Set(others).size).toBe(4);
    expect(others.map((reading) => reading.ok && reading.rule.fullMark.toFraction())).toEqual(["5", "8", "5", "5"]);
  });
});
