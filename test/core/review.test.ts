import { ratio } from "../../src/core/model/exact";
import { NO_OPTIONS, review, reviewSteps } from "../../src/core/review";
import { builtInPack } from "../../src/core/rules/packs/index";
import { projectBook } from "./scores/project-sheet";
import { departmentBook, reviewedBy, STAFF } from "./sources/sheets";

describe("the pipeline", () => {
  it("gives way between its steps, and says how far it is", () => {
    const steps = reviewSteps(departmentBook([STAFF]), NO_OPTIONS);
    const done: number[] = [];
    for (let step = steps.next(); !step.done; step = steps.next()) done.push(step.value.done / step.value.total);
    expect(done).toEqual([0.2, 0.4, 0.6, 0.8]);
  });

  it("changes nothing in the workbook, and gives the same twice", () => {
    const book = departmentBook([STAFF]);
    const before = JSON.stringify(book);
    const first = review(book);
    expect(JSON.stringify(book)).toBe(before);
    expect(review(book)).toEqual(first);
  });

  it("[Q9] an input that nothing asks for is said; one that answered a rule is not", () => {
    const book = departmentBook([{ name: "资金使用", mark: 5, standard: "每出现一例不符合要求的扣1分，扣完为止。" }]);
    const inputs = new Map([["资金使用", ratio(1)], ["编制总数", ratio(9)]]); // prettier-ignore
    const { problems } = reviewedBy(book, { inputs });
    expect(problems.map((problem) => ("name" in problem ? problem.name : problem.kind))).toContain("编制总数");
  });

  it("names the pack that judged, and leaves a table of another kind to the workbook's own", () => {
    const pack = builtInPack("department-hunan");
    expect(reviewedBy(departmentBook([STAFF]), { pack }).pack).toEqual({
      id: "department-hunan",
      version: "1.1.0",
      replacedBy: ["hunan-province", "hunan-yueyang"],
    });
    const row = { group: "数量指标", name: "培训人数", target: "≥20人", actual: 20, mark: 90, score: 90 };
    const project = reviewedBy(projectBook([row]), { pack });
    expect(project.tables[0]?.funding?.rule).toBeNull();
    expect(project.tables[0]?.indicators[0]?.recomputed.status).toBe("notJudged");
  });
});
