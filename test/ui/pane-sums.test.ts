/** @jest-environment jsdom */
import { buildWorkbook } from "../support/build-workbook";
import { opened, reviewOf } from "./pane-fixture";

type Row = readonly (string | number | null | { readonly formula: string; readonly value: number })[];

const SHEET = "评分表";

const book = (rows: readonly Row[]): Uint8Array =>
  buildWorkbook({
    sheets: [
      {
        name: SHEET,
        rows: [["一级指标", "三级指标", "分值", "评分标准", "得分", "扣分原因"], ...rows] as never,
      },
    ],
  });

const scores = (first: number | null, second: number): readonly Row[] => [
  ["产出", "培训完成率", 10, "≥90%得10分，<90%不得分", first, null],
  ["产出", "验收合格率", 10, "≥90%得10分，<90%不得分", second, "一批次复检"],
];

async function remedy(rows: readonly Row[], code: string) {
  const pane = await opened({}, book(rows));
  const finding = reviewOf(pane).findings.find((one) => one.code === code);
  return finding ? finding.remedy : "no such finding";
}

describe("[U3] 改为合计", () => {
  it("a typed total that differs takes the sum of its scores", async () => {
    const total: Row = ["合计", null, 20, null, 17, null];
    expect(await remedy([...scores(10, 8), total], "total-mismatch")).toMatchObject({
      do: "put",
      what: "sum",
      cell: "E4",
      shown: "18",
    });
  });

  it("a sum with decimals is put as it is", async () => {
    const total: Row = ["合计", null, 20, null, 17, null];
    expect(await remedy([...scores(9.5, 8.25), total], "total-mismatch")).toMatchObject({
      content: { type: "number", number: 17.75 },
    });
  });

  it("is not offered while a score is missing", async () => {
    const total: Row = ["合计", null, 20, null, 17, null];
    expect(await remedy([...scores(null, 8), total], "total-mismatch")).toBeNull();
  });

  it("is not offered over a formula: that is mended where it stands", async () => {
    const total: Row = ["合计", null, 20, null, { formula: "=E2+7", value: 17 }, null];
    expect(await remedy([...scores(10, 8), total], "total-mismatch")).toBeNull();
  });
});
