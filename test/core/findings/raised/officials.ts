import { given } from "../../quantities/workbook";
import { cityPack, departmentBook, reviewedBy, STAFF, STAFF_STANDARD } from "../../sources/sheets";
import { bookOf } from "../../../support/grid";
import type { RaisedCase } from "./raised-case";

const POSTS = { 编制数: "100" };

/** Standards, marks and settings against the official ones, and scores against their standards. */
export const officials: readonly RaisedCase[] = [
  {
    title: "posts over staff beside a template that divides staff by posts",
    findings: () => {
      const inverted = "在职人员控制率=（编制数/在职人员数）×100%。";
      const book = departmentBook([{ ...STAFF, definition: inverted, score: 5 }]);
      return reviewedBy(book, { template: departmentBook([STAFF]) }).findings;
    },
    raises: ["definition-altered F3"],
  },
  {
    title: "a pack that knows none of the table's indicators",
    findings: () => {
      const pack = cityPack(
        "indicators: [{ id: staff, names: [在职人员控制率], clause: 一, definition: 在职人员数/编制数 }]",
      );
      return reviewedBy(departmentBook([{ name: "目标合理性", mark: 5, score: 5 }]), { pack }).findings;
    },
    raises: ["pack-silent A2"],
  },
  {
    title: "posts over staff, and no pack chosen",
    findings: () => {
      const inverted = "在职人员控制率=（编制数/在职人员数）×100%。";
      return reviewedBy(departmentBook([{ ...STAFF, definition: inverted, score: 5 }])).findings;
    },
    raises: ["definition-differs F3"],
  },
  {
    title: "a definition put in words, and one with a misprinted factor",
    findings: () => {
      const words = { name: "岗位满员度", mark: 5, score: 5, definition: "岗位满员度=在岗数与岗位数之比" };
      const slip = { name: "岗位培训率", mark: 5, score: 5, definition: "岗位培训率=培训数/岗位数×1000%" };
      return reviewedBy(departmentBook([words, slip])).findings;
    },
    raises: ["definition-unreadable F3", "definition-slip F4"],
  },
  {
    title: "another step and another mark than a usual pack has",
    findings: () => {
      const standard = STAFF_STANDARD.replace("0.5", "0.2");
      const pack = cityPack(
        `indicators: [{ id: staff, names: [在职人员控制率], clause: 一, fullMark: 8, standard: "${STAFF_STANDARD.replace("5分；", "{1}分；")}" }]`,
      );
      return reviewedBy(departmentBook([{ ...STAFF, standard, score: 5 }]), { pack }).findings;
    },
    raises: ["mark-differs C3", "standard-differs E3"],
  },
  {
    title: "a template with another step, another mark, and another second indicator",
    findings: () => {
      const other = { name: "目标合理性", mark: 5, score: 5 };
      const template = departmentBook([{ ...STAFF, standard: STAFF_STANDARD }, other]);
      const step = STAFF_STANDARD.replace("0.5", "0.2");
      const rows = [
        { ...STAFF, mark: 6, standard: step, score: 6 },
        { ...other, name: "河长制巡河率" },
      ];
      return reviewedBy(departmentBook(rows), { template }).findings;
    },
    raises: ["missing-indicator A2", "mark-altered C3", "standard-altered E3", "unknown-indicator B4"],
  },
  {
    title: "a template with two tables that both fit and differ",
    findings: () => {
      const [one] = departmentBook([{ ...STAFF, standard: STAFF_STANDARD }]).sheets;
      const [other] = departmentBook([{ ...STAFF, standard: STAFF_STANDARD.replace("0.5", "0.2") }]).sheets;
      const template = bookOf([one, other].flatMap((sheet, i) => (sheet ? [{ ...sheet, name: `模板${i + 1}` }] : [])));
      return reviewedBy(departmentBook([{ ...STAFF, score: 5 }]), { template }).findings;
    },
    raises: ["template-ambiguous A2"],
  },
  {
    title: "a setting that the pack overrules",
    findings: () => {
      const book = departmentBook([STAFF], { settings: { 不足一步: "按比例" } });
      return reviewedBy(book, { pack: cityPack("settings: { partialSteps: started }") }).findings;
    },
    raises: ["setting-differs -"],
  },
  {
    title: "a tolerance with its unit behind it, and a setting that is none",
    findings: () => reviewedBy(departmentBook([STAFF], { settings: { 允许误差: "0.01分", 允许误査: "0.5" } })).findings,
    raises: ["setting-unreadable B3", "setting-unreadable B4"],
  },
  {
    title: "a pack that only its author has",
    findings: () => reviewedBy(departmentBook([STAFF], { pack: "our-city" })).findings,
    raises: ["pack-unavailable B2"],
  },
  {
    title: "a standard that gives 95 % two scores",
    findings: () => {
      const standard = "在职人员控制率≤100%，计5分；90%≤在职人员控制率≤110%，计3分；>110%，计0分。";
      return reviewedBy(departmentBook([{ ...STAFF, standard, score: 5 }])).findings;
    },
    raises: ["standard-inconsistent E3"],
  },
  {
    title: "a standard that names no score",
    findings: () => reviewedBy(departmentBook([{ ...STAFF, standard: "优", score: 5 }])).findings,
    raises: ["standard-unreadable E3"],
  },
  {
    title: "103 of 100 posts, and the full mark",
    findings: () => {
      const book = departmentBook([{ ...STAFF, standard: STAFF_STANDARD, score: 5 }]);
      return reviewedBy(book, { inputs: given({ 在职人员数: "103", ...POSTS }) }).findings;
    },
    raises: ["score-mismatch D3"],
  },
];
