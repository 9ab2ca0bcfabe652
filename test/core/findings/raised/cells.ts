import { cleanForm, findingsOf } from "../../review/cells/clean-form";
import type { RaisedCase } from "./raised-case";

const noted = { notes: [{ row: 3, column: 6, text: "因疫情两场培训改期" }] };

export const cells: readonly RaisedCase[] = [
  { title: "a mark that Excel turned into a date", raises: ["date-not-number F6"], findings: () => findingsOf(cleanForm({ F6: { value: 45301, numberFormat: "m/d" } })) },
  { title: "a mark whose digits stand apart", raises: ["number-open F5"], findings: () => findingsOf(cleanForm({ F5: "1 0" })) },
  { title: "a reason struck through as a whole", raises: ["struck-through H9"], findings: () => findingsOf(cleanForm({ H9: { value: "外出务工", unstruck: "" } })) },
  { title: "a figure that stands in a note alone", raises: ["note-figure-not-read G13"], findings: () => findingsOf(cleanForm({}, { notes: [{ row: 12, column: 6, text: "访谈 12人" }] })) },
  { title: "a total that a note states otherwise", raises: ["note-contradicts G13"], findings: () => findingsOf(cleanForm({}, { notes: [{ row: 12, column: 6, text: "总分应为 95" }] })) },
  { title: "a reason that stands in a note alone", raises: ["note-not-cell G4"], findings: () => findingsOf(cleanForm({ H4: null }, noted)) },
  { title: "a picture of WPS as evidence", raises: ["picture-not-read I5"], findings: () => findingsOf(cleanForm({ I5: { value: null, formula: '=DISPIMG("ID",1)' } })) },
  { title: "a hidden row", raises: ["hidden-part -"], findings: () => findingsOf(cleanForm({}, { hiddenRows: [4] })) },
  { title: "a score shown in thousands", raises: ["display-differs G5"], findings: () => findingsOf(cleanForm({ G5: { value: 10, numberFormat: "0.000," } })) },
  { title: "a workbook that calculates with what is shown", raises: ["precision-as-displayed -"], findings: () => findingsOf(cleanForm({}, {}, { precisionAsDisplayed: true })) },
]; // prettier-ignore
