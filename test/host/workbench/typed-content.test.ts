import { contentText } from "../../../src/core/workbook/cell-content";
import type { CellContent } from "../../../src/core/workbook/write-plan";
import { typedContent } from "../../../src/host/workbench/typed-content";

const typed = (text: string, format?: string): unknown => {
  const result = typedContent(text, format, false);
  if ("problem" in result) return "problem";
  const { content, numberFormat } = result;
  const shown = shownContent(content);
  return numberFormat === undefined ? shown : [shown, numberFormat];
};

const shownContent = (content: CellContent): unknown => {
  if (content.type === "number") return content.number;
  return content.type === "blank" ? null : `${content.type} ${contentText(content)}`;
};

describe("[B5] what is typed becomes what Excel makes of it", () => {
  it.each<[text: string, format: string | undefined, becomes: unknown]>([
    ["89.61", undefined, 89.61],
    ["-79", undefined, -79],
    ["+5", undefined, 5],
    [".5", undefined, 0.5],
    ["1,234.5", undefined, [1234.5, "#,##0.00"]],
    ["1,23", undefined, "text 1,23"],
    ["85%", undefined, [0.85, "0%"]],
    ["85.1 %", undefined, [0.851, "0.00%"]],
    ["８５％", undefined, [0.85, "0%"]],
    ["８．５", undefined, 8.5],
    ["85%", "0.0", 0.85],
    ["1e3", undefined, 1000],
    ["1e999", undefined, "text 1e999"],
    ["", undefined, null],
    ["'0012", undefined, "text 0012"],
    ["0012", "@", "text 0012"],
    ["=1", "@", "text =1"],
    ["=SUM(A1:A3)", undefined, "formula =SUM(A1:A3)"],
    ["＝SUM（A1：A3）", undefined, "formula =SUM(A1:A3)"],
    ['=IF(A1="（无）",1,2)', undefined, 'formula =IF(A1="（无）",1,2)'],
    ["=SUM(", undefined, "problem"],
    ["=", undefined, "text ="],
    ["2021-09-30", undefined, [44469, "yyyy/m/d"]],
    ["2021年9月30日", undefined, [44469, "yyyy/m/d"]],
    ["2021/9/31", undefined, "text 2021/9/31"],
    ["2021-9/30", undefined, "text 2021-9/30"],
    ["未完成", undefined, "text 未完成"],
    ["5分", undefined, "text 5分"],
    [" 备注 ", undefined, "text  备注 "],
    ["-", undefined, "text -"],
    ["%", undefined, "text %"],
  ])("%j in a cell of format %s is %j", (text, format, becomes) => {
    expect(typed(text, format)).toEqual(becomes);
  });
});
