import type { JudgedCell } from "../audit/judged-cell";
import { sumExact, type Exact } from "../model/exact";
import { nameOf, nameOfRow } from "../model/path";
import { levelTree, nodesBelow } from "../model/level-sums";
import { scoreGroups, type ScoreGroup } from "../model/score-groups";
import type { FundingRow, StatedNumber, TableCell, TotalRow } from "../model/scoring-table";
import type { IndicatorReview, ScoreResult, TableReview } from "../review.types";
import { isLimit } from "../targets/direction";
import { rateOfTarget } from "../targets/rate-of-target";
import { totalMarkSums } from "./marks";
import { fundingRows } from "./number-as-text";

/**
 * Every cell of a table that its own rules speak of: scores, rates, sub-totals and totals, each with what the rule gives
 * as the other cells stand (SPEC G8). A cell that several indicators share stands once.
 */
export const judgedCells = (reviewed: TableReview): readonly JudgedCell[] => [
  ...scores(reviewed),
  ...fundingScore(reviewed),
  ...rates(reviewed),
  ...fundingRates(reviewed),
  ...levels(reviewed),
  ...totals(reviewed),
];

const PLAIN = { alsoRight: [], withoutText: null } as const;

function scores({ table, indicators }: TableReview): readonly JudgedCell[] {
  const reviewOf = new Map(indicators.map((one) => [one.indicator, one]));
  return scoreGroups(table).flatMap(({ scores: cells, indicators: members }) => {
    const results = members.flatMap((member) => reviewOf.get(member)?.recomputed ?? []);
    const path = members[0]?.path ?? [];
    const rule = cells.length === 1 ? sumOfScores(results) : null;
    return cells.map(
      ({ at, stated }): JudgedCell => ({ kind: "score", of: "score", at, path, name: nameOf(path), stated, rule, ...PLAIN }),
    );
  });
} // prettier-ignore

function sumOfScores(results: readonly ScoreResult[]): Exact | null {
  const known = results.flatMap((one) => (one.status === "computed" ? [one.score] : []));
  return known.length > 0 && known.length === results.length ? sumExact(known) : null;
}

function fundingScore({ table, funding }: TableReview): readonly JudgedCell[] {
  const total = table.funding?.total;
  const cell = total?.cells.score;
  if (!total || !cell || !funding) return [];
  const name = nameOfRow(total.label);
  const rule = sumOfScores([funding.recomputed]);
  return [{ kind: "score", of: "score", at: cell.at, path: [name], name, stated: cell.stated, rule, ...PLAIN }];
}

function rates({ indicators }: TableReview): readonly JudgedCell[] {
  return indicators.flatMap((reviewed) => {
    const { path } = reviewed.indicator;
    const cell = rateCellOf(reviewed);
    if (!cell) return [];
    const about = { kind: "rate", of: "rate", at: cell.at, path, name: nameOf(path), stated: cell.stated } as const;
    return [{ ...about, withoutText: null, ...ruleOfRate(reviewed, cell) }];
  });
}

/** The column 完成率, or 实际完成值 where it states the rate that a definition gives. */
function rateCellOf({ indicator, definition }: IndicatorReview): TableCell | null {
  const { rateCell, actual, path } = indicator;
  if (rateCell) return rateCell;
  const isRate = definition?.definition.percent === true && (path.at(-1) ?? "").endsWith("率");
  return isRate ? actual : null;
}

function ruleOfRate({ indicator, definition, rate }: IndicatorReview, cell: TableCell): Pick<JudgedCell, "rule" | "alsoRight"> {
  if (definition) return { rule: rate.status === "computed" ? rate.number : null, alsoRight: [] };
  const pair = cell === indicator.rateCell ? rateOfTarget(indicator) : null;
  if (!pair) return { rule: null, alsoRight: [] };
  const { target, actual } = pair;
  const turned = isLimit(target) && actual.number.compare(0) > 0 ? [target.number.div(actual.number)] : [];
  return { rule: actual.number.div(target.number), alsoRight: turned };
} // prettier-ignore

const fundingRates = ({ table }: TableReview): readonly JudgedCell[] =>
  fundingRows(table).flatMap(({ label, cells }) => {
    const name = nameOfRow(label);
    const { rate } = cells;
    if (!rate) return [];
    return [{ kind: "rate", of: "rate", at: rate.at, path: [name], name, stated: rate.stated, rule: executed(cells), ...PLAIN }]; // prettier-ignore
  });

function executed(cells: FundingRow["cells"]): Exact | null {
  const [part, whole] = [cells.executed?.stated, cells.budget?.stated];
  return part && whole && whole.number.compare(0) > 0 ? part.number.div(whole.number) : null;
}

function levels({ table }: TableReview): readonly JudgedCell[] {
  const sums = new Map([...nodesBelow(levelTree(table))].map(({ level, leafSum, sumBelow }) => [level, leafSum ?? sumBelow])); // prettier-ignore
  return table.levels.flatMap((level): JudgedCell[] => {
    const about = { kind: "level", path: level.path, name: nameOf(level.path) } as const;
    const { statedScore, statedMark, members } = level;
    return [
      ...(statedScore ? [{ ...about, of: "score" as const, at: statedScore.at, stated: statedScore, ...sumOf(scoresBelow(table, level.path, members)) }] : []), // prettier-ignore
      ...(statedMark && !statedMark.embedded ? [{ ...about, of: "mark" as const, at: statedMark.at, stated: statedMark, rule: sums.get(level) ?? null, ...PLAIN }] : []), // prettier-ignore
    ];
  });
}

/** Null where a score cell reaches beyond the level: then nothing says which part of it is the level's. */
function scoresBelow(table: TableReview["table"], path: readonly string[], members: readonly number[]): readonly StatedNumber[] | null {
  const inLevel = new Set(members.map((member) => table.indicators[member]));
  const groups = scoreGroups(table).filter((group) => group.indicators.some((one) => inLevel.has(one)));
  const isBelow = ({ indicators }: ScoreGroup): boolean =>
    indicators.every((one) => path.every((name, depth) => one.path[depth] === name));
  if (groups.some((group) => group.indicators.length > 1 && !isBelow(group))) return null;
  return groups.flatMap(statedScores);
} // prettier-ignore

const statedScores = ({ scores: cells }: ScoreGroup): readonly StatedNumber[] => cells.flatMap(({ stated }) => stated ?? []); // prettier-ignore

function sumOf(figures: readonly StatedNumber[] | null): Pick<JudgedCell, "rule" | "alsoRight" | "withoutText"> {
  if (!figures || figures.length === 0) return { rule: null, ...PLAIN };
  const numbers = figures.filter(({ asText }) => !asText);
  const withoutText = numbers.length < figures.length ? sumExact(numbers.map(({ number }) => number)) : null;
  return { rule: sumExact(figures.map(({ number }) => number)), alsoRight: [], withoutText };
}

function totals(reviewed: TableReview): readonly JudgedCell[] {
  const { table } = reviewed;
  return [...table.totalRows, ...(table.headTotals ?? [])].flatMap((row) => [
    ...totalScore(reviewed, row),
    ...totalMark(reviewed, row),
  ]);
}

function totalScore({ table, totals: { capped } }: TableReview, { label, score }: TotalRow): readonly JudgedCell[] {
  if (!score) return [];
  const figures = scoreGroups(table).flatMap(statedScores);
  const funding = table.funding?.total?.cells.score?.stated;
  const withFunding =
    funding && figures.length > 0 ? [sumExact([...figures, funding].map(({ number }) => number))] : [];
  const alsoRight = [...withFunding, ...(capped ? [capped.after] : [])];
  const about = { kind: "total", of: "score", at: score.at, path: [], name: label, stated: score.stated } as const;
  return [{ ...about, ...sumOf(figures), alsoRight }];
}

function totalMark({ table }: TableReview, { row, label, fullMark }: TotalRow): readonly JudgedCell[] {
  if (!fullMark || fullMark.embedded || fullMark.at.row !== row) return [];
  const [rule = null, ...alsoRight] = totalMarkSums(table);
  const about = { kind: "total", of: "mark", at: fullMark.at, path: [], name: label, stated: fullMark } as const;
  return [{ ...about, rule, alsoRight, withoutText: null }];
}
