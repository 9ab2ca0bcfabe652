import type { FindingCode } from "../../../../src/core/findings/catalogue";
import type { Finding } from "../../../../src/core/findings/finding";
import { review } from "../../../../src/core/review";
import { gridBook } from "../../../support/grid";
import { crowded } from "../../review/filed/crowded";
import { department } from "../../review/filed/department";
import { project } from "../../review/filed/project";
import { unusual } from "../../review/filed/unusual";
import { cells } from "./cells";
import { formulas } from "./formulas";
import { money } from "./money";
import { officials } from "./officials";
import { ours } from "./ours";
import { patterns } from "./patterns";
import type { RaisedCase } from "./raised-case";
import { reports } from "./reports";
import { rounds } from "./rounds";
import { tables } from "./tables";
import { targets } from "./targets";

export const RAISED_CASES: readonly RaisedCase[] = [
  ...tables,
  ...money,
  ...officials,
  ...targets,
  ...formulas,
  ...patterns,
  ...ours,
  ...cells,
  ...rounds,
  ...reports,
];

const filed = () =>
  [...department, ...project, ...crowded, ...unusual].flatMap(
    ({ rows, options }) => review(gridBook(rows, options)).findings,
  );

/** The first finding of each code that any case, or any table of `review/filed`, raises. */
export function raisedFindings(): ReadonlyMap<FindingCode, Finding> {
  const all = [...RAISED_CASES.flatMap(({ findings }) => findings()), ...filed()];
  return new Map(all.reverse().map((finding) => [finding.code, finding]));
}
