import { auditView } from "../../../src/app/pane/audit-view";
import type { FormulaMap, MapSign } from "../../../src/app/pane/formula-map";
import type { CellWrite } from "../../../src/core/workbook/write-plan";
import { buildWorkbook, type WorkbookData } from "../../support/build-workbook";
import { opened, reviewOf, scoredByHunan, SHEET, workbook, type PaneFixture } from "../../ui/pane-fixture";

type Rows = NonNullable<WorkbookData["sheets"][number]["rows"]>;

const maps = (pane: PaneFixture): readonly FormulaMap[] =>
  auditView(reviewOf(pane), reviewOf(pane).tables.map(({ id }) => id), "zh").formulas.maps; // prettier-ignore

const LETTERS: Readonly<Record<MapSign, string>> = { overwritten: "✕", differs: "≠", stale: "•", unknown: "–", agrees: "=", typed: "t", blank: "." }; // prettier-ignore

/** 得分 =t. : one letter for each place of a column. */
const drawn = ({ rows }: FormulaMap): readonly string[] =>
  rows.map(({ header, signs }) => `${header} ${signs.map((sign) => LETTERS[sign]).join("")}`);

const onSheet = async (rows: Rows): Promise<readonly FormulaMap[]> =>
  maps(await opened({}, buildWorkbook({ sheets: [{ name: "表", rows }] })));

const HEAD = ["一级指标", "三级指标", "分值", "目标值", "实际完成值", "完成率", "得分", "扣分原因"];
const rate = (row: number, value: number) => ({ formula: `E${row}/D${row}`, value });

describe("[U20] the map of formulas", () => {
  it("has a row for each column that holds a formula, and a sign for each indicator", async () => {
    const [map, ...others] = await onSheet([
      HEAD,
      ["产出", "培训人数", 10, 50, 50, rate(2, 1), 10, null],
      ["产出", "印发册数", 10, 50, 40, rate(3, 0.9), 8, "印数按需压减十册"],
      ["效益", "覆盖村数", 10, 50, 45, 0.9, 9, "五个村尚未验收"],
      ["效益", "服务对象满意度", 10, null, null, null, 10, null],
      ["合计", null, { formula: "SUM(C2:C5)", value: 40 }, null, null, null, { formula: "SUM(G2:G5)", value: 37 }, null],
    ]); // prettier-ignore
    expect(others).toEqual([]);
    expect(map && drawn(map)).toEqual(["完成率 =•t."]);
    expect(map).toMatchObject({
      sheet: "表",
      folded: false,
      places: ["培训人数", "印发册数", "覆盖村数", "服务对象满意度"],
    });
    expect(map?.counts).toEqual([
      { sign: "stale", count: 1 },
      { sign: "agrees", count: 1 },
      { sign: "typed", count: 1 },
    ]);
  });

  it("what can not be recalculated has a sign of its own", async () => {
    const [map] = await onSheet([
      HEAD,
      ["产出", "培训人数", 10, 50, 50, { formula: "RAND()", value: 1 }, 10, null],
      ["效益", "覆盖村数", 10, 50, 50, rate(3, 1), 10, null],
    ]);
    expect(map && drawn(map)).toEqual(["完成率 –="]);
  });

  it("a table without formulas in its rows has none, whatever its total holds", async () => {
    const total = ["合计", null, 10, null, null, null, { formula: "SUM(G2:G2)", value: 10 }, null];
    expect(await onSheet([HEAD, ["产出", "培训人数", 10, 50, 50, 1, 10, null], total])).toEqual([]);
  });

  it.each([
    [60, false, 60],
    [61, true, 2],
  ])("%d indicators: folded by first level %s, %d places", async (count, folded, places) => {
    const line = (index: number): Rows[number] => [index < 20 ? "产出" : "效益", `第${index + 1}项任务数`, 1, 10, 10, { formula: `E${index + 2}/D${index + 2}`, value: index === 30 ? 0.5 : 1 }, 1, null]; // prettier-ignore
    const [map] = await onSheet([HEAD, ...Array.from({ length: count }, (_, index) => line(index))]);
    expect(map?.folded).toBe(folded);
    expect(map?.places).toHaveLength(places);
    // one old result among forty: its group shows it
    if (folded) expect(map && drawn(map)).toEqual(["完成率 =•"]);
    expect(map?.counts).toEqual([{ sign: "stale", count: 1 }, { sign: "agrees", count: count - 1 }]); // prettier-ignore
  });

  it("our columns have their rows too, and a value typed over one of our formulas is told from the others", async () => {
    const pane = await opened();
    await scoredByHunan(pane);
    const before = maps(pane)[0];
    expect(before?.rows.map(({ header }) => header)).toEqual(expect.arrayContaining(["复算分", "差异"]));
    expect(before?.counts.map(({ sign }) => sign)).not.toContain("overwritten");
    const formula = reviewOf(pane)
      .book.sheets.find(({ name }) => name === SHEET)
      ?.cells.find(({ row, column }) => row === 4 && column === 8)?.formula;
    const write: CellWrite = { row: 4, column: 8, expect: { formula: formula ?? "" }, content: { type: "number", number: 9 } }; // prettier-ignore
    await pane.host.write({ guards: [], steps: [{ do: "putCells", sheet: SHEET, cells: [write] }] });
    await pane.store.actions.read();
    const after = maps(pane)[0];
    const signs = after?.rows.find(({ header }) => header === "复算分")?.signs ?? [];
    expect(signs.flatMap((sign, index) => (sign === "overwritten" ? [after?.places[index]] : []))).toEqual(["在职人员控制率"]); // prettier-ignore
  });

  it("several tables have a map each", async () => {
    const rows: Rows = [HEAD, ["产出", "培训人数", 10, 50, 50, rate(2, 1), 10, null]];
    const pane = await opened({}, buildWorkbook({ sheets: [{ name: "甲", rows }, { name: "乙", rows }] })); // prettier-ignore
    expect(maps(pane).map(({ sheet }) => sheet)).toEqual(["甲", "乙"]);
  });

  it("the reference table, which holds no formula, has none", async () => {
    expect(maps(await opened({}, workbook("heshan-2021-self-evaluation.xlsx")))).toEqual([]);
  });
});
