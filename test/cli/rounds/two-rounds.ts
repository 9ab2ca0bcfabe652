import { buildWorkbook } from "../../support/build-workbook";

export type Row = readonly (string | number | null)[];

const HEADS: Row = ["一级指标", "三级指标", "分值", "评分标准", "年度指标值", "实际完成值", "自评得分", "扣分原因"];

/** The rows of the first round: two sound deductions, one without a reason. */
export const ROWS = {
  完成率: ["产出", "项目完成率", 20, "得分=完成率×分值。", "100%", "90%", 18, "一个标段因征地推迟到次年3月开工"],
  及时率: ["产出", "完成及时率", 10, "每延误一个月扣1分，扣完为止。", "12月底前", "12月底前", 9, null],
  培训: ["产出", "培训人次", 10, "完成目标得满分，否则按比例得分。", "≥200人次", "210人次", 10, null],
  满意度: [
    "效益",
    "群众满意度",
    10,
    "满意度≥90%得10分，每降低1个百分点扣1分。",
    "≥90%",
    "88%",
    8,
    "两个社区停水三天，群众意见集中",
  ],
} satisfies Readonly<Record<string, Row>>;

type RowName = keyof typeof ROWS;

/** A workbook of these rows with its total; rows may be given by name or as they are. */
export function round(rows: readonly (RowName | Row)[], { sheet = "自评表", unit = "某市水务局", year = 2023 } = {}): Uint8Array {
  const found = rows.map((row) => (typeof row === "string" ? ROWS[row] : row));
  const sum = (column: number): number => found.reduce((total, row) => total + Number(row[column] ?? 0), 0);
  return buildWorkbook({
    sheets: [
      {
        name: sheet,
        rows: [
          [`${year}年度项目支出绩效自评表`],
          [`单位名称：${unit}`],
          [...HEADS],
          ...found.map((row) => [...row]),
          ["合计", null, sum(2), null, null, null, sum(6), null],
        ],
      },
    ],
  });
} // prettier-ignore

export const ALL: readonly RowName[] = ["完成率", "及时率", "培训", "满意度"];

/** All rows, one of them with other cells: by the heads of the columns. */
export const withCells = (name: RowName, cells: Readonly<Record<string, string | number | null>>): readonly Row[] =>
  ALL.map((each) => {
    const row: Row = ROWS[each];
    return each === name ? row.map((cell, i) => (Object.hasOwn(cells, HEADS[i] ?? "") ? (cells[String(HEADS[i])] ?? null) : cell)) : row;
  }); // prettier-ignore
