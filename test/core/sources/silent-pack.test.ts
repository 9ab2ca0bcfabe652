import { review, NO_OPTIONS, type ReviewOptions } from "../../../src/core/review";
import type { WorkbookSnapshot } from "../../../src/core/workbook/snapshot";
import { a1 } from "../../../src/core/workbook/address";
import { builtInPack } from "../../../src/core/rules/packs/index";
import { bookOf, gridBook, sheetOf, type GridRow } from "../../support/grid";
import { projectBook } from "../scores/project-sheet";
import { cityPack, departmentBook, STAFF } from "./sheets";

const pack = cityPack(
  "indicators: [{ id: staff, names: [在职人员控制率], clause: 一, definition: 在职人员数/编制数 }]",
);
const saidOf = (book: WorkbookSnapshot, options: Partial<ReviewOptions>): readonly string[] =>
  review(book, { ...NO_OPTIONS, ...options }).findings.flatMap(({ code, sheet, at }) =>
    code === "pack-silent" ? [`${sheet ?? ""} ${at ? a1(at) : "-"}`] : [],
  );

/** Names that no pack knows, in a layout with a funding block or without one. */
const UNKNOWN: readonly GridRow[] = [
  ["2021年度部门整体支出绩效自评表"],
  ["一级指标", "三级指标", "分值", "自评分", "扣分原因"],
  ["投入", "目标合理性", 50, 50, ""],
  ["过程", "制度健全性", 50, 48, "制度待完善"],
];
const OTHER = { name: "目标合理性", mark: 5, score: 5 };
const TARGET = { group: "数量指标", name: "培训人数", target: "≥200人", actual: 200, mark: 90, score: 90 };

describe("[M30] what was chosen and fits nothing of a table is told once for that table", () => {
  it.each<[string, WorkbookSnapshot, Partial<ReviewOptions>, readonly string[]]>([
    ["no indicator of the pack in the table", departmentBook([OTHER]), { pack }, ["自评表 A2"]],
    ["one of two is enough", departmentBook([OTHER, STAFF]), { pack }, []],
    ["nothing was chosen", departmentBook([OTHER]), {}, []],
    ["a department's pack beside a project's form", projectBook([TARGET]), { pack }, ["评分表 A5"]],
    ["the project pack compares targets under any name", projectBook([TARGET]), { pack: builtInPack("project") }, []],
    ["the project pack beside a table without targets", gridBook(UNKNOWN), { pack: builtInPack("project") }, ["评分表 A2"]],
    ["the same standing further down and to the right", gridBook(UNKNOWN, { top: 4, left: 2 }), { pack: builtInPack("project") }, ["评分表 C6"]],
    ["the pack that the sheet 规则 names", departmentBook([OTHER], { pack: "hunan-yueyang" }), {}, ["自评表 A2"]],
    ["of two tables only the one that it does not fit", bookOf([...departmentBook([STAFF]).sheets, sheetOf("附表", UNKNOWN)]), { pack }, ["附表 A2"]],
    ["a template that shares nothing", departmentBook([OTHER]), { template: departmentBook([STAFF]) }, ["自评表 A2"]],
    ["a template that shares one indicator", departmentBook([OTHER, STAFF]), { template: departmentBook([STAFF]) }, []],
    ["a blank form has nothing to be judged", gridBook(UNKNOWN.slice(0, 2)), { pack }, []],
  ])("%s", (_title, book, options, expected) => expect(saidOf(book, options)).toEqual(expected)); // prettier-ignore
});
