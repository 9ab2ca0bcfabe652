import fc from "fast-check";
import type { HostFailure } from "../../../src/host/port";
import { failureOf } from "../../../src/host/office/failures";
import { cellsOf } from "../../../src/host/office/read/cells";
import { a1Names } from "../../../src/host/office/read/r1c1";
import { impossibility } from "../../../src/host/office/write/cell-target";
import { stands, typed } from "../../../src/host/office/write/content";
import { coverOf, slices } from "../../../src/host/office/write/cover";

const officeError = (code: string, message: string): Error => Object.assign(new Error(message), { code });

it.each<[string, string, HostFailure["kind"]]>([
  ["InvalidOperationInCellEditMode", "Excel is in cell-editing mode.", "cell-edit-mode"],
  ["InvalidOperation", "Excel is in cell-editing mode. Press Enter or Tab.", "cell-edit-mode"],
  ["InvalidOperation", "Excel 处于单元格编辑模式。请按 Enter 或 Tab", "cell-edit-mode"],
  ["InvalidOperation", "The operation attempted is invalid on the object.", "host-error"],
  ["RequestPayloadSizeLimitExceeded", "", "too-large"],
  ["ResponsePayloadSizeLimitExceeded", "", "too-large"],
  ["OperationCellsExceedLimit", "", "too-large"],
  ["FormulaLengthExceedsLimit", "", "too-large"],
  ["ActivityLimitReached", "", "busy"],
  ["ServiceNotAvailable", "", "busy"],
  ["InvalidOrTimedOutSession", "", "session-lost"],
  ["ApiNotFound", "Range.savedAsArray", "unsupported"],
  ["SomethingNew", "", "host-error"],
])("[H8] %s (%s) is %s", (code, message, kind) => {
  expect(failureOf(officeError(code, message)).kind).toBe(kind);
});

const cells = fc.uniqueArray(fc.record({ row: fc.nat(30), column: fc.nat(8) }), {
  selector: ({ row, column }) => row * 100 + column,
  minLength: 1,
});

it("[H4] the rectangles that are put hold the cells of the plan, each once, and no other", () => {
  fc.assert(
    fc.property(cells, fc.integer({ min: 1, max: 20 }), (wanted, size) => {
      const covered = coverOf(wanted)
        .flatMap((rect) => slices(rect, size))
        .flatMap(({ top, left, bottom, right }) => {
          const found: string[] = [];
          for (let row = top; row <= bottom; row++)
            for (let column = left; column <= right; column++) found.push(`${row},${column}`);
          return found;
        });
      expect(covered.sort()).toEqual(wanted.map(({ row, column }) => `${row},${column}`).sort());
    }),
  );
});

it.each([
  ["指标名称", "指标名称"],
  ["满分（分）", "满分（分）"],
  ["10", "'10"],
  ["三月五日", "'三月五日"],
  ["=A1", "'=A1"],
  ["-", "'-"],
  ["TRUE", "'TRUE"],
  ["'引", "''引"],
  ["１００", "'１００"],
  ["Ⅳ", "'Ⅳ"],
])("[H4] the text %s is put as %s", (text, put) => {
  expect(typed({ type: "text", text })).toBe(put);
});

it("[H5] what was put stands where a read finds it again, text without its apostrophe", () => {
  const at = { row: 0, column: 0 };
  expect(stands({ ...at, value: "10" }, "'10")).toBe(true);
  expect(stands({ ...at, value: 10 }, "'10")).toBe(false);
  expect(stands({ ...at, value: 1, formula: "=数据!A1" }, "='数据'!A1")).toBe(true);
  expect(stands({ ...at, value: { error: "#N/A" } }, "#N/A")).toBe(true);
  expect(stands(undefined, "")).toBe(true);
});

it.each([
  ['=IF(A1=1,"' + "长".repeat(255) + '","")', null],
  ['=IF(A1=1,"' + "长".repeat(256) + '","")', "too-large"],
  ["='" + "表".repeat(31) + '\'!A1&"短"', null],
  [`=${"1+".repeat(4_096)}1`, "too-large"],
])("[H3] a formula that Excel would not take is refused before anything is put (%#)", (formula, kind) => {
  expect(impossibility({ type: "formula", formula })?.kind ?? null).toBe(kind);
});

it("[H11] error values of every age are errors; those that are not known yet too", () => {
  const errors = ["#N/A", "#SPILL!", "#CALC!", "#FIELD!", "#BLOCKED!", "#CONNECT!", "#PYTHON!"];
  const loaded = {
    values: [errors],
    formulas: [errors.map((_, index) => `=A${index + 1}`)],
    valueTypes: [errors.map(() => "Error")],
    numberFormat: [errors.map(() => "General")],
  };
  expect(cellsOf(loaded, { top: 0, left: 0 }).map(({ value }) => value)).toEqual(
    ["#N/A", "#SPILL!", "#CALC!", "#FIELD!", "#BLOCKED!", "#CONNECT!", "#UNKNOWN!"].map((error) => ({ error })),
  );
});

it.each([
  ["自评指标计分表!R5C8:R31C8", "自评指标计分表!$H$5:$H$31"],
  ["'it''s R1C1'!R1C1,Sheet1!R2C27", "'it''s R1C1'!$A$1,Sheet1!$AA$2"],
  ['ROWS(S!R3C4:R30C4)&"R1C1"', 'ROWS(S!$D$3:$D$30)&"R1C1"'],
  ["S!$H$5:$H$31", "S!$H$5:$H$31"],
  ["0.05", "0.05"],
  ["PR1C1x+数R1C1", "PR1C1x+数R1C1"],
])("[H11] a name of a workbook in R1C1 style, %s, is read as %s", (given, read) => {
  expect(a1Names(given)).toBe(read);
});
