import { readFileSync } from "node:fs";
import path from "node:path";
import { review } from "../../../src/core/review";
import type { Review, TableReview } from "../../../src/core/review.types";
import { scoreGroups } from "../../../src/core/model/score-groups";
import { roundHalfUp, sumExact, toDouble, type Exact } from "../../../src/core/model/exact";
import { createXlsxHost } from "../../../src/host/xlsx/xlsx-host";

const FOLDER = path.join(__dirname, "../../workbooks/real");

/** What a correct reader finds in a real table, settled by hand beforehand; see the source of each in real.json. */
interface Facts {
  readonly count: number;
  /** Null: none is printed. */
  readonly full: number | null;
  readonly score: number | null;
  /** Deductions without a reason. */
  readonly missing: readonly string[];
  readonly statedScore?: number;
  readonly fundingRate?: number;
  readonly levels?: Readonly<Record<string, number>>;
  readonly codes?: readonly string[];
  readonly absent?: readonly string[];
  readonly names?: readonly string[];
  readonly source?: string;
}

const facts = JSON.parse(readFileSync(path.join(FOLDER, "real.json"), "utf8")) as Readonly<Record<string, Facts>>;

async function reviewOf(name: string): Promise<Review> {
  const read = await createXlsxHost(new Uint8Array(readFileSync(path.join(FOLDER, `${name}.xlsx`)))).read();
  if (!read.ok) throw new Error(JSON.stringify(read.failure));
  return review(read.value);
}

const sumOf = (numbers: readonly Exact[]): number | null => (numbers.length === 0 ? null : toDouble(sumExact(numbers)));

/** The same shape as the facts, from the review. */
function found(reviewed: Review, wanted: Facts): Facts {
  const [only, ...others] = reviewed.tables;
  if (!only || others.length > 0) throw new Error(`${reviewed.tables.length} tables where one was expected`);
  const codes = reviewed.findings.map(({ code }) => code);
  const names = only.indicators.map(({ indicator }) => indicator.path.at(-1) ?? "");
  // what the funding block lost is no indicator's
  const missing = reviewed.findings.filter(
    (one) => one.code === "justification-missing" && one.data.cause === "deduction" && one.subject !== "funding",
  );
  return {
    ...figures(only),
    missing: missing.map((one) => one.path.at(-1) ?? ""),
    ...(wanted.statedScore === undefined ? {} : { statedScore: double(only.totals.statedScore) }),
    ...(wanted.fundingRate === undefined ? {} : { fundingRate: fundingRate(only, wanted.fundingRate) }),
    ...(wanted.levels === undefined ? {} : { levels: marksOfLevels(only, Object.keys(wanted.levels)) }),
    ...(wanted.codes === undefined ? {} : { codes: wanted.codes.filter((code) => codes.includes(code as never)) }),
    ...(wanted.absent === undefined ? {} : { absent: wanted.absent.filter((code) => !codes.includes(code as never)) }),
    ...(wanted.names === undefined ? {} : { names: wanted.names.filter((name) => names.includes(name)) }),
  };
}

function figures({ table, indicators }: TableReview): Pick<Facts, "count" | "full" | "score"> {
  const groups = scoreGroups(table);
  return {
    count: indicators.length,
    full: sumOf(groups.flatMap(({ marks }) => marks.map(({ number }) => number))),
    score: sumOf(groups.flatMap(({ scores }) => scores.flatMap(({ stated }) => stated?.number ?? []))),
  };
}

const double = (number: Exact | null): number => (number ? toDouble(number) : NaN);

/** As many decimals as the fact has. */
function fundingRate({ funding }: TableReview, wanted: number): number {
  const decimals = String(wanted).split(".")[1]?.length ?? 0;
  return funding?.rate.status === "computed" ? toDouble(roundHalfUp(funding.rate.number, decimals)) : NaN;
}

const marksOfLevels = ({ levels }: TableReview, names: readonly string[]): Readonly<Record<string, number>> =>
  Object.fromEntries(
    levels
      .filter(({ path: names_ }) => names.includes(names_.at(-1) ?? ""))
      .map((level) => [level.path.at(-1) ?? "", double(level.statedMark)]),
  );

/** Not read yet; each fails when it is, so that this list only gets shorter. */
const OPEN: readonly string[] = [];

describe("nine real tables", () => {
  for (const [name, { source, ...wanted }] of Object.entries(facts)) {
    const title = `[R1] [R12] ${name} (${source ?? ""}): every fact that was settled by hand`;
    (OPEN.includes(name) ? it.failing : it)(title, async () => {
      expect(found(await reviewOf(name), wanted)).toEqual(wanted);
    });
  }
});
