import type { Finding, FindingOf } from "../findings/finding";
import { exactFromText, ratio, sumExact, ZERO, type Exact } from "../model/exact";
import { scoreGroups } from "../model/score-groups";
import type { ScoringTable } from "../model/scoring-table";
import type { TableReview } from "../review.types";
import { gradeOf } from "../rules/grade";
import { a1 } from "../workbook/address";
import { append } from "../workbook/lists-by-key";

/**
 * Sums that are wrong only because something in them is: each with the finding that says what (SPEC F9). A total follows
 * from the score cell that made it wrong, a level's marks from those of a level within it, a grade from a wrong total.
 */
export function figureFollows(
  findings: readonly Finding[],
  tables: readonly TableReview[],
): ReadonlyMap<Finding, Finding> {
  const follows = new Map<Finding, Finding>();
  const byTable = new Map<string | null, Finding[]>();
  for (const finding of findings) append(byTable, finding.table, finding);
  for (const { table } of tables) {
    const own = byTable.get(table.id) ?? [];
    for (const finding of own) {
      const speaker = speakerOf(finding, own, table);
      if (speaker) follows.set(finding, speaker);
    }
  }
  return follows;
}

function speakerOf(finding: Finding, own: readonly Finding[], table: ScoringTable): Finding | null {
  switch (finding.code) {
    case "total-mismatch":
    case "subtotal-mismatch":
      return wrongScore(finding, own, table);
    case "level-mark-mismatch":
    case "full-mark-total":
      return innerLevel(finding, own);
    case "grade-mismatch":
      return wrongTotal(finding, own);
    default:
      return null;
  }
}

type SumFinding = FindingOf<"total-mismatch" | "subtotal-mismatch" | "level-mark-mismatch" | "full-mark-total">;

const number = (text: string): Exact => exactFromText(text) ?? ZERO;

/** How much the stated sum is above what its parts make. */
const excess = ({ data }: SumFinding): Exact => number(data.stated).sub(number(data.sum));

const NEAR = ratio(1n, 100n);
const near = (a: Exact, b: Exact): boolean => a.sub(b).abs().compare(NEAR) <= 0;

const startsWith = (path: readonly string[], start: readonly string[]): boolean =>
  start.length < path.length && start.every((name, depth) => path[depth] === name);

/** What a wrong score should be: the due one, or any that its cell could hold. */
interface WrongScore {
  readonly finding: Finding;
  readonly typed: Exact;
  readonly least: Exact;
  readonly most: Exact;
}

/** The first of the wrong scores within the sum, where putting them right makes the sum right. */
function wrongScore(finding: SumFinding, own: readonly Finding[], table: ScoringTable): Finding | null {
  const within = own.filter(({ path }) => finding.path.length === 0 || startsWith(path, finding.path));
  const cells = new Map<string, WrongScore>();
  for (const one of within) {
    const score = asWrongScore(one, table);
    const key = one.at ? a1(one.at) : "";
    // of a cell with two, the one that knows what is due
    if (score && (one.code === "score-mismatch" || !cells.has(key))) cells.set(key, score);
  }
  const wrong = [...cells.values()];
  const explains = (scores: readonly WrongScore[]): boolean => {
    const right = excess(finding).add(sumExact(scores.map(({ typed }) => typed)));
    const least = sumExact(scores.map((score) => score.least)).sub(NEAR);
    const most = sumExact(scores.map((score) => score.most)).add(NEAR);
    return scores.length > 0 && right.compare(least) >= 0 && right.compare(most) <= 0;
  };
  const single = wrong.find((one) => explains([one]));
  return single?.finding ?? (explains(wrong) ? (wrong[0]?.finding ?? null) : null);
}

const WRONG_CELL: ReadonlySet<Finding["code"]> = new Set([
  "score-not-a-number",
  "score-negative",
  "score-over-full",
  "error-value",
]);

function asWrongScore(finding: Finding, table: ScoringTable): WrongScore | null {
  if (finding.code === "score-mismatch") {
    const due = number(finding.data.computed);
    return { finding, typed: number(finding.data.stated), least: due, most: due };
  }
  const { at } = finding;
  if (!at || !WRONG_CELL.has(finding.code)) return null;
  const group = scoreGroups(table).find(({ scores }) => scores.some((cell) => a1(cell.at) === a1(at)));
  if (!group?.fullMark) return null;
  const typed = group.scores.find((cell) => a1(cell.at) === a1(at))?.stated?.number ?? ZERO;
  return { finding, typed, least: ZERO, most: group.fullMark };
}

/** The first of the nearest wrong levels within, where they explain the whole difference. */
function innerLevel(finding: SumFinding, own: readonly Finding[]): Finding | null {
  const inner = own.filter(
    (one): one is FindingOf<"level-mark-mismatch"> & Finding =>
      one !== finding &&
      one.code === "level-mark-mismatch" &&
      (finding.path.length === 0 || startsWith(one.path, finding.path)),
  );
  const nearest = inner.filter(({ path }) => !inner.some((other) => startsWith(path, other.path)));
  const [first] = nearest;
  return first && near(sumExact(nearest.map(excess)), excess(finding)) ? first : null;
}

/** The grade is that of the scores, only the total beside them is another. */
function wrongTotal({ data }: FindingOf<"grade-mismatch">, own: readonly Finding[]): Finding | null {
  const total = own.find((one) => one.code === "total-mismatch");
  if (total?.code !== "total-mismatch") return null;
  return data.stated.includes(gradeOf(number(total.data.sum))) ? total : null;
}
