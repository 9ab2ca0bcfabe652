import { compareRounds } from "../../../../src/app/rounds/compare-rounds";
import type { Round } from "../../../../src/app/rounds/round";
import type { RaisedCase } from "./raised-case";

const roundOf = (texts: Readonly<Record<string, string>>): Round => ({
  file: "自评表.xlsx",
  contentHash: "",
  pack: null,
  tables: [
    {
      sheet: "自评表",
      unit: null,
      year: null,
      indicators: [{ path: ["效益", "群众满意度"], cells: { name: "B4", score: "D4", reason: "E4" }, texts }],
      funding: null,
      cells: { filled: 12, understood: 12 },
      totals: { score: null, statedScore: null, recomputed: null, grade: null, judged: "0", marks: "10" },
    },
  ],
  inputs: [],
  findings: [],
  lost: [],
});

const FIRST = { fullMark: "10", score: "8", target: "≥90%", actual: "88%", reason: "两个社区停水三天" };

/** What is found only where an earlier round is at hand. */
export const rounds: readonly RaisedCase[] = [
  {
    title: "a score that changed with its actual value while the reason stayed",
    raises: ["score-changed-reason-not D4"],
    findings: () => compareRounds(roundOf(FIRST), roundOf({ ...FIRST, score: "9", actual: "89%" })).raised,
  },
  {
    title: "a target that was lowered after scoring",
    raises: ["standard-changed-after B4"],
    findings: () => compareRounds(roundOf(FIRST), roundOf({ ...FIRST, target: "≥85%" })).raised,
  },
];
