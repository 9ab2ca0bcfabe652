import type { Finding } from "../findings/finding";
import type { Exact } from "../model/exact";
import { sumExact, ZERO } from "../model/exact";
import type { ScoringTable, StatedNumber } from "../model/scoring-table";
import type { TableReview } from "../review.types";
import { a1 } from "../workbook/address";
import type { Check } from "./context";
import { isExtraItem } from "../model/named-indicators";
import { shown } from "./figures";
import type { LevelNode } from "../model/level-sums";
import { levelTree, markOf, nodesBelow } from "../model/level-sums";
import { findingAt } from "../findings/finding-at";
import { nameOf } from "../model/path";

/** The mark that a level states must be the sum of the marks below it, wherever all of these are known (SPEC C4). */
export const levelMarks: Check = ({ tables, settings }) =>
  tables.flatMap(({ table }) =>
    [...nodesBelow(levelTree(table))].flatMap((node) => [
      ...levelMark(table, node, settings.tolerance),
      ...levelScore(table, node, settings.tolerance),
      ...marksAgain(table, node, settings.tolerance),
    ]),
  );

/** Where marks stand on levels alone, they bound what the rows below may score together (SPEC C42). */
function levelScore(table: ScoringTable, { level, leafSum }: LevelNode, tolerance: Exact): Finding[] {
  const fullMark = level?.statedMark?.number;
  if (!level || !fullMark || leafSum !== null) return [];
  const rows = level.members.flatMap((index) => table.indicators[index] ?? []);
  const cells = new Map(rows.flatMap(({ score }) => (score?.stated ? [[a1(score.at), score] as const] : [])));
  const score = sumExact([...cells.values()].flatMap(({ stated }) => stated?.number ?? []));
  const [first] = cells.values();
  if (!first || fullMark.s <= 0n || score.compare(fullMark.add(tolerance)) <= 0) return [];
  const data = { name: nameOf(level.path), score: shown(score), fullMark: shown(fullMark) };
  return [findingAt("score-over-full", table, first.at, { path: level.path, data })];
}

/** A level printed again has one mark: one that differs there is told (SPEC C42). */
function marksAgain(table: ScoringTable, { level }: LevelNode, tolerance: Exact): Finding[] {
  const stated = level?.statedMark;
  if (!level || !stated) return [];
  const others = (level.marksAgain ?? []).filter((again) => !within(again.number, stated.number, tolerance));
  return others.map((again, i) =>
    findingAt("repeated-mark-differs", table, again.at, {
      path: level.path,
      subject: String(i),
      data: {
        name: nameOf(level.path),
        stated: shown(stated.number),
        again: shown(again.number),
        first: a1(stated.at),
      },
    }),
  );
}

function levelMark(table: ScoringTable, { level, leafSum, sumBelow }: LevelNode, tolerance: Exact): Finding[] {
  const sum = leafSum ?? sumBelow;
  if (!level?.statedMark || sum === null || within(level.statedMark.number, sum, tolerance)) return [];
  return [
    findingAt("level-mark-mismatch", table, level.statedMark.at, {
      path: level.path,
      data: { name: nameOf(level.path), stated: shown(level.statedMark.number), sum: shown(sum) },
    }),
  ];
}

/**
 * The marks of the indicators, with or without that of the funding block, must make the stated total:
 * some tables' 合计 takes the block in, some leave it out (SPEC C5).
 */
export const fullMarkTotal: Check = ({ tables, settings }) =>
  tables.flatMap((review) => {
    const { table } = review;
    const sums = totalMarkSums(table);
    const [indicators] = sums;
    if (!indicators) return [];
    const funding = fundingMark(table);
    if (isOutsideTotal(review, indicators, funding)) return [outsideTotal(review, indicators, funding)];
    return [...table.totalRows, ...(table.headTotals ?? [])].flatMap(({ fullMark, row }) => {
      if (!fullMark || sums.some((sum) => within(fullMark.number, sum, settings.tolerance))) return [];
      const nearest = sums.reduce((a, b) =>
        distance(fullMark.number, b).compare(distance(fullMark.number, a)) < 0 ? b : a,
      );
      return findingAt("full-mark-total", table, fullMark.at, {
        subject: ordinalOf(table, row),
        data: { stated: shown(fullMark.number), sum: shown(nearest) },
      });
    });
  });

/** What a stated total of marks may be, the indicators alone first; empty where marks are not known. */
export function totalMarkSums(table: ScoringTable): readonly Exact[] {
  const all = markOf(levelTree(table));
  if (all === null) return [];
  const indicators = all.sub(extraMarks(table));
  const block = fundingMark(table)?.number ?? ZERO;
  return [indicators, indicators.add(block), all, all.add(block)];
}

/** Marks of 加分项 and 扣分项, which most tables leave out of their whole. */
const extraMarks = ({ indicators }: ScoringTable): Exact =>
  sumExact(indicators.flatMap((one) => (isExtraItem(one) && one.fullMark ? [one.fullMark.number] : [])));

const HUNDRED = 100;

/** The indicators alone make the whole, and the block's mark comes on top of it: 110 in all. */
function isOutsideTotal(review: TableReview, indicators: Exact, funding: StatedNumber | null): funding is StatedNumber {
  if (!funding || funding.number.compare(0) <= 0 || partOfIndicators(review.table, funding)) return false;
  const together = indicators.add(funding.number);
  if (together.equals(HUNDRED)) return false;
  if (indicators.equals(HUNDRED)) return true;
  const stated = statedTotals(review.table);
  return stated.length > 0 && stated.every((total) => total.equals(indicators));
}

function outsideTotal({ table }: TableReview, indicators: Exact, funding: StatedNumber): Finding {
  const total = statedTotals(table).find((one) => one.compare(indicators.add(funding.number)) < 0) ?? indicators;
  return findingAt("budget-mark-outside-total", table, funding.at, {
    data: { indicators: shown(indicators), funding: shown(funding.number), total: shown(total) },
  });
}

const statedTotals = (table: ScoringTable): readonly Exact[] =>
  table.totalRows.flatMap((row) => row.fullMark?.number ?? []);

const fundingMark = (table: ScoringTable): StatedNumber | null => table.funding?.total?.cells.fullMark?.stated ?? null;

/** Some tables list 预算执行率 as an indicator, too: then its mark already counts among theirs. */
const partOfIndicators = (table: ScoringTable, funding: StatedNumber): boolean =>
  table.indicators.some(
    ({ path, fullMark }) => fullMark?.number.equals(funding.number) === true && /预算.*执行|执行率/.test(nameOf(path)),
  );

/** Total rows are told apart by their order, never by their address. */
export const ordinalOf = (table: ScoringTable, row: number): string =>
  table.totalRows.some((total) => total.row === row)
    ? String(table.totalRows.findIndex((total) => total.row === row))
    : `head ${(table.headTotals ?? []).findIndex((total) => total.row === row)}`;

const distance = (a: Exact, b: Exact): Exact => a.sub(b).abs();
const within = (a: Exact, b: Exact, tolerance: Exact): boolean => distance(a, b).compare(tolerance) <= 0;
