import type { FindingCode } from "../../../../src/core/findings/catalogue";
import type { SheetSnapshot, WorkbookSnapshot } from "../../../../src/core/workbook/snapshot";
import { parseRect } from "../../../../src/core/workbook/address";
import { cleanForm, dataOf, told, type Changes } from "./clean-form";

const area = (text: string) => parseRect(text) ?? { top: 0, left: 0, bottom: 0, right: 0 };

interface Case {
  readonly title: string;
  readonly changes?: Changes;
  readonly sheet?: Partial<SheetSnapshot>;
  readonly book?: Partial<WorkbookSnapshot>;
  /** All that is told, or of these codes only. */
  readonly only?: readonly FindingCode[];
  readonly expected: readonly string[];
}

const run = ({ changes, sheet, book, only = [] }: Case) => told(cleanForm(changes, sheet, book), ...only);

describe("numbers in disguise", () => {
  test.each<Case>([
    { title: "a byte order mark before a score", changes: { G5: "\ufeff10" }, only: ["number-as-text", "score-not-a-number"], expected: ["number-as-text G5"] },
    { title: "a Hangul filler behind a mark", changes: { F6: "10\u3164" }, only: ["number-as-text", "cell-not-understood"], expected: ["number-as-text F6"] },
    { title: "a direction mark inside a score", changes: { G7: "1\u200e0" }, only: ["number-as-text", "number-open"], expected: ["number-as-text G7"] },
    { title: "digits of a mark parted by a break", changes: { F5: "1\n0" }, only: ["number-open"], expected: ["number-open F5"] },
    { title: "digits of an actual value parted by a full-width blank", changes: { E5: "52　00册" }, only: ["number-open", "target-missed-but-full"], expected: ["number-open E5"] },
    { title: "digits of a total parted by a no-break space", changes: { G13: "9\u00a06" }, only: ["number-open"], expected: ["number-open G13"] },
    { title: "blanks between number and unit", changes: { E5: " 5200 册 " }, expected: [] },
    { title: "a mark that became a date", changes: { F6: { value: 45301, numberFormat: "m/d" } }, only: ["date-not-number"], expected: ["date-not-number F6"] },
    { title: "a total that became a date", changes: { G13: { value: 45301, numberFormat: 'm"月"d"日"' } }, only: ["date-not-number"], expected: ["date-not-number G13"] },
  ])("[C40] $title", (one) => expect(run(one)).toEqual(one.expected)); // prettier-ignore
});

describe("struck-through text", () => {
  const reason = "外出务工人员较多，到场人数低于预期";
  test.each<Case>([
    { title: "a reason struck through as a whole is missing", changes: { H9: { value: reason, unstruck: "" } }, expected: ["justification-missing G9", "struck-through H9"] },
    { title: "what is left of a reason is the reason", changes: { H9: { value: `未完成${reason}`, unstruck: reason } }, expected: ["struck-through H9"] },
    { title: "a score struck through is missing", changes: { G6: { value: 10, unstruck: "" } }, only: ["score-missing", "struck-through"], expected: ["score-missing G6", "struck-through G6"] },
    { title: "the score that is left is a text", changes: { G6: { value: "910", unstruck: "10" } }, only: ["number-as-text", "struck-through"], expected: ["number-as-text G6", "struck-through G6"] },
    { title: "outside the table nothing is told", changes: { A1: { value: "2023年度项目支出绩效自评表（旧）", unstruck: "2023年度项目支出绩效自评表" } }, expected: [] },
  ])("[R42] $title", (one) => expect(run(one)).toEqual(one.expected)); // prettier-ignore
});

describe("explanations outside the cells", () => {
  const noted = (row: number, column: number, text: string) => ({ notes: [{ row, column, text }] });
  test.each<Case>([
    { title: "a note on the score of a row without a reason", changes: { H4: null }, sheet: noted(3, 6, "两场改期"), expected: ["justification-missing G4", "note-not-cell G4"] },
    { title: "a note on the name", changes: { H9: null }, sheet: noted(8, 2, "因务工人员外出"), expected: ["justification-missing G9", "note-not-cell C9"] },
    { title: "a comment on the empty reason", changes: { H12: null }, sheet: noted(11, 7, "热线人手不足\n已补两人"), expected: ["justification-missing G12", "note-not-cell H12"] },
    { title: "a text box over the row", changes: { H4: null }, sheet: { drawings: [{ kind: "text", area: area("J4:L5"), text: "受疫情影响" }] }, expected: ["justification-missing G4", "note-not-cell J4"] },
    { title: "a note in another row", changes: { H4: null }, sheet: noted(4, 6, "两场改期"), expected: ["justification-missing G4"] },
    { title: "a note that tells how to fill the form in", changes: { H4: null }, sheet: noted(3, 7, "请填写扣分原因"), expected: ["justification-missing G4"] },
    { title: "a note under the name of whoever wrote it", changes: { H4: null }, sheet: noted(3, 6, "张三:\n两场改期"), expected: ["justification-missing G4", "note-not-cell G4"] },
    { title: "a note with nothing but that name and 无", changes: { H4: null }, sheet: noted(3, 6, "张三:\n无"), expected: ["justification-missing G4"] },
    { title: "a note right of the table", changes: { H4: null }, sheet: noted(3, 11, "两场改期"), expected: ["justification-missing G4", "note-not-cell L4"] },
    { title: "a note on the header that names the indicator", changes: { H4: null }, sheet: noted(2, 7, "培训场次：两场改期"), only: ["note-not-cell"], expected: ["note-not-cell H3"] },
    { title: "a figure in a note on the total", sheet: noted(12, 6, "共访谈12人"), expected: ["note-figure-not-read G13"] },
    { title: "a figure in a note on a full mark", sheet: noted(4, 6, "另有4000册待发"), expected: ["note-figure-not-read G5"] },
    { title: "a figure in a text box below the table", sheet: { drawings: [{ kind: "text", area: area("A15:H16"), text: "发放问卷320份，收回300件" }] }, expected: ["note-figure-not-read A15"] },
    { title: "a document's number in a note", sheet: noted(2, 3, "见财预〔2020〕10号"), expected: [] },
    { title: "a note beside a given reason", sheet: noted(3, 6, "两场改期"), expected: [] },
  ])("[J9] $title", (one) => expect(run(one)).toEqual(one.expected)); // prettier-ignore
});

describe("pictures", () => {
  const wps = { value: { error: "#NAME?" } as const, formula: '=_xlfn.DISPIMG("ID_1",1)' };
  test.each<Case>([
    { title: "two of WPS are one note", changes: { I5: wps, I6: wps }, expected: ["picture-not-read I5"] },
    { title: "IMAGE is evidence", changes: { I5: { value: { error: "#UNKNOWN!" }, formula: '=_xlfn.IMAGE("a.png")' } }, only: ["picture-not-read", "error-value"], expected: ["picture-not-read I5"] },
    { title: "one placed in the cell", changes: { I7: { value: { error: "#VALUE!" }, picture: true } }, expected: ["picture-not-read I7"] },
    { title: "one that floats over the evidence", changes: { I6: null }, sheet: { drawings: [{ kind: "picture", area: area("I6:I6"), text: "" }] }, expected: ["picture-not-read I6"] },
    { title: "one over the title is none of the table's", sheet: { drawings: [{ kind: "picture", area: area("A1:A1"), text: "" }] }, expected: [] },
    { title: "a picture is no reason", changes: { H4: wps }, expected: ["justification-missing G4", "picture-not-read H4"] },
    { title: "another unknown function is an error", changes: { I5: { value: { error: "#NAME?" }, formula: "=DISPLAY(1)" } }, only: ["error-value", "picture-not-read"], expected: ["error-value I5"] },
  ])("[R43] $title", (one) => expect(run(one)).toEqual(one.expected)); // prettier-ignore
});

describe("hidden parts", () => {
  test.each<Case>([
    { title: "a row", sheet: { hiddenRows: [4] }, expected: ["hidden-part", "hidden-cells C5"] },
    { title: "rows that hold nothing", sheet: { hiddenRows: [20, 21] }, expected: [] },
    { title: "a column", sheet: { hiddenColumns: [8] }, expected: ["hidden-part"] },
    { title: "a column that counts", sheet: { hiddenColumns: [5] }, expected: ["hidden-part"] },
    { title: "the sheet itself", sheet: { visibility: "hidden" }, expected: ["hidden-part", "table-hidden A3"] },
    { title: "the sheet itself, out of reach of the menu", sheet: { visibility: "veryHidden" }, expected: ["hidden-part", "table-hidden A3"] },
  ])("[R44] $title", (one) => expect(run(one)).toEqual(one.expected)); // prettier-ignore

  test("[R44] neighbours are listed together", () => {
    const book = cleanForm({}, { hiddenRows: [3, 4, 6], hiddenColumns: [7, 8] });
    expect(dataOf(book, "hidden-part")).toEqual({ sheets: [], rows: ["4–5", "7"], columns: ["H–I"] });
    const marks = cleanForm({}, { hiddenColumns: [5, 6, 8] });
    expect(dataOf(marks, "hidden-part")).toEqual({
      sheets: [],
      rows: [],
      columns: ["F–G", "I"],
      counting: ["F 分值", "G 得分"],
    });
  });
});

describe("what the host can not look at", () => {
  test.each<Case>([
    { title: "notes and drawings", book: { unseen: ["notes", "drawings"] }, expected: ["not-looked-at"] },
    { title: "threads", book: { unseen: ["comments"] }, expected: ["not-looked-at"] },
    { title: "struck-through text", book: { unseen: ["struck"] }, expected: ["not-looked-at"] },
    { title: "tables of Excel, which change nothing", book: { unseen: ["tables"] }, expected: [] },
    { title: "nothing", book: { unseen: [] }, expected: [] },
  ])("[W41] $title", (one) => expect(run(one)).toEqual(one.expected));

  test("[W41] it is named", () => {
    const book = cleanForm({}, {}, { unseen: ["struck", "notes", "comments", "drawings", "tables"] });
    expect(dataOf(book, "not-looked-at")).toEqual({ what: { zh: "部分文字的删除线、批注、会话批注、图片和文本框", en: "text struck through in part, notes, threaded comments, pictures and text boxes" } });
  }); // prettier-ignore
});

describe("what is shown and what is there", () => {
  const as = (value: number, numberFormat: string) => ({ value, numberFormat });
  test.each<Case>([
    { title: "a score shown as nothing", changes: { G5: as(10, ";;;") }, expected: ["display-differs G5"] },
    { title: "a mark shown in thousands", changes: { F5: as(10, "0.000,") }, expected: ["display-differs F5"] },
    { title: "a score shown as words", changes: { G5: as(10, '"优"') }, expected: ["display-differs G5"] },
    { title: "thousands of per cent", changes: { E6: as(96, "0%") }, only: ["display-differs"], expected: ["display-differs E6"] },
    { title: "a hundred per cent", changes: { E7: as(1, "0%") }, expected: [] },
    { title: "a unit behind the number", changes: { G5: as(10, '0.0"分"') }, expected: [] },
    { title: "brackets and colours for what is negative", changes: { G5: as(10, "#,##0.00_);[Red](#,##0.00)") }, expected: [] },
    { title: "fewer decimals than there are", changes: { G12: as(17.5, "0"), G13: 95.5 }, expected: ["shown-sum-differs G13"] },
    { title: "fewer decimals than there are, and no other sum", changes: { G12: as(17.5, "0.0"), G13: as(95.5, "0") }, expected: [] },
    { title: "a workbook that calculates with what is shown", book: { precisionAsDisplayed: true }, expected: ["precision-as-displayed"] },
  ])("[C41] $title", (one) => expect(run(one)).toEqual(one.expected)); // prettier-ignore

  test("[C2] the stored digits of a score with too many are told", () => {
    const book = cleanForm({ G4: as(8.9999999, "0.0") });
    expect(dataOf(book, "score-precision")).toMatchObject({ score: "8.9999999" });
  });
});

describe("notes that contradict the cells", () => {
  const noted = (row: number, column: number, text: string) => ({ notes: [{ row, column, text }] });
  const boxed = (text: string) => ({ drawings: [{ kind: "text" as const, area: area("A15:H16"), text }] });
  test.each<Case>([
    { title: "another total on the total", sheet: noted(12, 6, "总分应为95"), expected: ["note-contradicts G13"] },
    { title: "another total below the table", sheet: boxed("自评总分：99分"), expected: ["note-contradicts A15"] },
    { title: "the same total", sheet: noted(12, 6, "总分应为96"), expected: [] },
    { title: "another total as a bare opinion on its cell", sheet: noted(12, 6, "应改为94"), expected: ["note-contradicts G13"] },
    { title: "another score on the score", sheet: noted(3, 6, "此项应为8"), expected: ["note-contradicts G4"] },
    { title: "the same score", sheet: noted(3, 6, "此项应为9"), expected: ["note-figure-not-read G4"] },
    { title: "another score elsewhere in the row, with 分", sheet: noted(3, 2, "核定为8分"), expected: ["note-contradicts C4"] },
    { title: "a bare number elsewhere in the row is no score", sheet: noted(3, 2, "应为8"), expected: ["note-figure-not-read C4"] },
    { title: "another deduction", sheet: noted(3, 6, "复核：扣2分"), expected: ["note-contradicts G4"] },
    { title: "the deduction that was made", sheet: noted(3, 6, "复核：扣1分"), expected: ["note-figure-not-read G4"] },
    { title: "how marks are taken off", sheet: noted(3, 6, "每少一场扣2分"), expected: ["note-figure-not-read G4"] },
    { title: "another actual value on the actual value", sheet: noted(4, 4, "只印发4000册"), expected: ["note-contradicts E5"] },
    { title: "the same actual value", sheet: noted(4, 4, "印发5200册"), expected: ["note-figure-not-read E5"] },
    { title: "last year's beside it", sheet: noted(4, 4, "上年4000册"), expected: ["note-figure-not-read E5"] },
    { title: "another rate on the actual value", sheet: noted(11, 4, "调查结果为79%"), expected: ["note-contradicts E12"] },
    { title: "the figure is called wrong", sheet: noted(4, 4, "与台账不符"), expected: ["note-contradicts E5"] },
    { title: "the score is called wrong, in a text box over the row", sheet: { drawings: [{ kind: "text", area: area("J5:L5"), text: "得分不实" }] }, expected: ["note-contradicts J5"] },
    { title: "another reason on the reason", sheet: noted(8, 7, "实际原因：配套资金未到位"), expected: ["note-contradicts H9"] },
    { title: "the same reason in other words", sheet: noted(8, 7, "因务工人员外出较多"), expected: [] },
    { title: "a note that gives no reason", sheet: noted(8, 7, "已与村委核实"), expected: [] },
    { title: "a wanted reason with another deduction", changes: { H4: null }, sheet: noted(3, 6, "两场改期，扣2分"), expected: ["justification-missing G4", "note-not-cell G4", "note-contradicts G4"] },
  ])("[J10] $title", (one) => expect(run(one)).toEqual(one.expected)); // prettier-ignore
});
