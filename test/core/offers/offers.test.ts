import { exactText } from "../../../src/core/model/exact";
import { NO_OPTIONS, review } from "../../../src/core/review";
import type { Review } from "../../../src/core/review.types";
import { builtInPack } from "../../../src/core/rules/packs/index";
import { certainOffer } from "../../../src/app/chosen-pack";
import { bookOf, sheetOf } from "../../support/grid";
import { projectBook, type ProjectRow } from "../scores/project-sheet";

const ROWS: readonly ProjectRow[] = [
  { level: "产出指标", group: "数量指标", name: "培训人数", target: "≥200人", actual: 180, mark: 50, score: 45, reason: "停办两期" },
  { level: "效益指标", group: "社会效益指标", name: "知晓率", target: "≥90%", actual: "81%", mark: 30, score: 30 },
  { level: "满意度指标", group: "服务对象满意度指标", name: "群众满意度", target: "≥90%", actual: "95%", mark: 10, score: 10 },
]; // prettier-ignore

const offersOf = ({ offers }: Review) =>
  offers.map(({ pack, judged, differing }) => `${pack} ${exactText(judged)} ${differing}`);

describe("[O2] an offer says what it would come to, and nothing counts by it", () => {
  const book = projectBook(ROWS, { executed: 95, score: 9 });
  const found = review(book);

  it("marks that would be judged, scores that would differ: 9 for 95 %, and the full mark for 81 of 90", () => {
    expect(offersOf(found)).toEqual(["project 100 2"]);
    expect(found.offers[0]).toMatchObject({ document: "财预〔2020〕10号", certain: true, table: "t1" });
    expect(found.offers[0]?.because).toEqual(["A6 产出指标", "C2 年初预算数", "E2 全年执行数"]);
  });

  it("by itself it judges nothing", () => {
    expect(found.tables.map(({ coverage }) => exactText(coverage.judged))).toEqual(["0"]);
    expect(found.findings.filter(({ code }) => code === "score-mismatch")).toEqual([]);
    expect(found.pack).toBeNull();
  });

  it("is what the review by the pack comes to", () => {
    const taken = review(book, { ...NO_OPTIONS, pack: builtInPack("project") });
    expect(taken.tables.map(({ coverage }) => exactText(coverage.judged))).toEqual(["100"]);
    expect(
      taken.findings.map(({ code }) => code).filter((code) => /^(score-mismatch|target-missed)/.test(code)),
    ).toHaveLength(2);
    expect(taken.offers).toEqual([]);
  });

  it("a form not yet filled in is offered what it would judge then", () => {
    const empty = review(projectBook(ROWS.map((row) => ({ ...row, actual: null, score: null }))));
    const [offer] = empty.offers;
    expect(offer && [exactText(offer.judged), exactText(offer.covered), offer.differing]).toEqual(["10", "100", 0]);
  });

  it("two forms in one workbook: two offers, and none is taken by itself", () => {
    const [sheet] = book.sheets;
    const department = sheet && {
      ...sheet,
      name: "部门",
      cells: sheet.cells.map((cell) => (cell.row === 0 ? { ...cell, value: "部门整体支出绩效自评表" } : cell)),
    };
    const both = review(bookOf(sheet && department ? [sheet, department] : []));
    expect(both.offers.map(({ pack, table }) => `${table} ${pack}`)).toEqual([
      "t1 project",
      "t2 department-project-form",
    ]);
    expect(certainOffer(both)).toEqual({ offered: ["project", "department-project-form"] });
    expect(certainOffer(found)).toEqual({ pack: "project" });
  });

  it("a table of no known form is offered nothing", () => {
    const rows = [["考核内容", "考核指标", "分值", "得分"], ["工作", "完成情况", 50, 50], ["", "群众评价", 50, 45]]; // prettier-ignore
    expect(review(bookOf([sheetOf("表", rows)])).offers).toEqual([]);
  });
});
