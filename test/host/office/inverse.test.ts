import type { CellContent, CellExpectation, WritePlan } from "../../../src/core/workbook/write-plan";
import type { WorkbookSnapshot } from "../../../src/core/workbook/snapshot";
import { planReview } from "../../../src/core/plan/plan-review";
import { review } from "../../../src/core/review";
import { createOfficeHost } from "../../../src/host/office/office-host";
import type { WorkbookHost } from "../../../src/host/port";
import { comparable } from "../../contract/comparable";
import { failureOf, readFrom, writeTo } from "../../contract/hosts";
import { REFERENCE } from "../../contract/workbooks";
import type { ExcelHost } from "../../excel-host/excel-host";
import { openOfficePage, type OfficePage } from "../../excel-host/jsdom";
import { bookOf } from "../../excel-host/workbook/load-book";
import { buildWorkbook } from "../../support/build-workbook";
import { insertRows } from "../../support/edit-sheet";

let page: OfficePage;
let excel: ExcelHost;
const open = async (workbook: Uint8Array): Promise<void> => {
  page = await openOfficePage({ workbook });
  excel = page.host;
};
afterEach(() => page.close());

/** As the pane keeps it over a reload: a text in the browser's storage, and a new host afterwards. */
const kept = (plan: WritePlan): WritePlan => JSON.parse(JSON.stringify(plan)) as WritePlan;
const newHost = (): WorkbookHost => createOfficeHost({ cellEdit: 0 });

describe("every kind of cell comes back after a reload of the pane", () => {
  const LONG = "整改说明".repeat(8_000);
  const SHEET = "it's 评分, “表” 😀";
  const cells = {
    A1: { formula: "=B1*2", value: 4 },
    B1: 2,
    A2: { value: 44_260, format: "yyyy-mm-dd" },
    A3: { error: "#N/A" },
    A4: true,
    A5: "TRUE",
    A6: "007",
    A7: "'带引号",
    A8: "=不是公式",
    A9: LONG,
    A10: { value: "12", format: "@" },
    A11: { formula: '=IF(B1=2,"","x")', value: "" },
    A12: 0.896103896104,
    A13: 1e-9,
    A14: -0.5,
    A15: " 前后有空格 ",
    A16: "第一行\n第二行",
  } as const;
  const bytes = buildWorkbook({ sheets: [{ name: SHEET, cells }] });

  const CONTENTS: readonly CellContent[] = [
    { type: "number", number: 5 },
    { type: "text", text: "2021" },
    { type: "formula", formula: "=1+1" },
    { type: "blank" },
  ];
  const overwriting = (book: WorkbookSnapshot, content: CellContent): WritePlan => ({
    guards: [],
    steps: [
      {
        do: "putCells",
        sheet: SHEET,
        cells: (book.sheets[0]?.cells ?? [])
          .filter(({ column }) => column === 0)
          .map(({ row, column, formula, value }) => {
            const expect: CellExpectation = formula === undefined ? { value } : { formula };
            return { row, column, expect, content, style: { numberFormat: "0.00" } };
          }),
      },
    ],
  });

  it.each(CONTENTS)("[H5] overwritten by a $type", async (content) => {
    await open(bytes);
    const before = await readFrom(newHost());
    const { inverse } = await writeTo(newHost(), overwriting(before, content));
    excel.type(SHEET, "D20", "别处的改动");
    await writeTo(newHost(), kept(inverse));
    excel.type(SHEET, "D20", "");
    expect(await readFrom(newHost())).toEqual(before);
  });
});

describe("a review's write that is taken back after a reload of the pane", () => {
  const SHEET = "自评指标计分表";
  async function written(): Promise<{ before: WorkbookSnapshot; inverse: WritePlan }> {
    await open(REFERENCE);
    const before = await readFrom(newHost());
    const { inverse } = await writeTo(newHost(), planReview(before, review(before), { lang: "zh" }).plan);
    return { before, inverse: kept(inverse) };
  }

  it("[H5] goes back cell by cell, whatever else the user has changed", async () => {
    const { before, inverse } = await written();
    excel.type(SHEET, "F40", "备注");
    await writeTo(newHost(), inverse);
    excel.type(SHEET, "F40", "");
    expect(comparable(await readFrom(newHost()))).toEqual(comparable(before));
  });

  it("[H3] is refused with the differences when a row was inserted above, and changes nothing", async () => {
    const { inverse } = await written();
    excel.book.take(bookOf(insertRows(await readFrom(newHost()), SHEET, 3)));
    const changed = await readFrom(newHost());
    const failure = await failureOf(newHost(), inverse);
    expect(failure.kind === "stale" && failure.differences.length).toBeGreaterThan(20);
    expect(await readFrom(newHost())).toEqual(changed);
  });

  it("[H3] is refused when the sheet has another name, and changes nothing", async () => {
    const { inverse } = await written();
    const sheet = excel.book.sheetNamed(SHEET);
    if (sheet) sheet.name = "计分表";
    const changed = await readFrom(newHost());
    expect(await failureOf(newHost(), inverse)).toEqual({ kind: "sheet-missing", sheet: SHEET });
    expect(await readFrom(newHost())).toEqual(changed);
  });
});
