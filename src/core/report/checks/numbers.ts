import { wordsOf } from "../text/words-of";
import type { Finding } from "../../findings/finding";
import { decimalPlaces, decimalText, HUNDREDTH, ratio, type Exact } from "../../model/exact";
import { measureOf, type Measure } from "../../model/measure";
import { nameOf } from "../../model/path";
import type { Indicator, TableCell } from "../../model/scoring-table";
import type { TableReview } from "../../review.types";
import { readActual, readTarget, type TargetReading } from "../../targets/read";
import { a1 } from "../../workbook/address";
import { topicOf } from "../claims/topics";
import { baseValue, lastPlace } from "../relations/rounding";
import type { Statement } from "../types";
import type { Sentence } from "../text/prose";
import {
  EXECUTED,
  EXECUTION_RATE,
  INITIAL_BUDGET,
  LIST_ITEM,
  NOT_ACTUAL,
  NOT_AT_YEAR_END,
  YEAR_BUDGET,
} from "../words/amounts";
import { ANY_BASE, ANY_PART } from "../words/rates";
import { cellFinding, printedStatement, saidAt, type CheckedReport, type ReportContext } from "./context";

/** A cell of the table that a number of the text speaks of, and all values that the text may mean by it. */
interface Named {
  readonly name: string;
  readonly cell: TableCell;
  /** The values that are certainly its own, in base units. */
  readonly values: readonly Exact[];
  /** Others that may be meant (a target beside the actual value): they agree, and prove nothing. */
  readonly others: readonly Exact[];
  readonly shown: string;
}

/** Amounts of the funding block, its rate, and actual values, as the text gives them, beside their cells. */
export function numbers(context: ReportContext): CheckedReport {
  const [reviewed] = context.tables;
  // with several tables nobody can tell which of them a number is of
  if (!reviewed || context.tables.length > 1) return { findings: [], agreeing: [] };
  const cellOf = cellFinder(reviewed);
  const compared = context.statements.flatMap((one, i) => {
    const named = isOfTheYear(context, reviewed, one) ? cellOf(context, one, context.statements[i - 1]) : null;
    return named ? [{ one, named, agrees: named.values.some((value) => isClose(one, value)) }] : [];
  });
  const confirmed = new Set(compared.filter(({ agrees }) => agrees).map(({ named }) => named.cell));
  const values = new Map<TableCell, Set<string>>();
  for (const { one, named } of compared)
    values.set(named.cell, (values.get(named.cell) ?? new Set()).add(baseValue(one).toFraction()));
  const findings = compared.flatMap(({ one, named, agrees }): readonly Finding[] => {
    // where the text says it right elsewhere, or in several ways, this one may be of a part
    if (
      agrees ||
      confirmed.has(named.cell) ||
      (values.get(named.cell)?.size ?? 0) > 1 ||
      named.others.some((value) => isClose(one, value))
    )
      return [];
    return [mismatch(context, reviewed, one, named)];
  });
  return { findings, agreeing: compared.filter(({ agrees }) => agrees).map(({ one }) => one) };
}

function isOfTheYear({ prose }: ReportContext, { table }: TableReview, one: Statement): boolean {
  const sentence = prose.sentences[one.sentence];
  const words = prose.text.slice(Math.max(sentence?.from ?? 0, one.from - 60), one.from);
  const isSameYear = one.year === null || table.year === null || one.year === table.year;
  return isSameYear && one.depth === 0 && !one.isAbout && one.qualifiers.length === 0 && !NOT_AT_YEAR_END.test(words);
}

/** Half a unit of the last place of the text; a percentage may be cut off, too. */
function isClose(one: Statement, value: Exact): boolean {
  const unit = lastPlace(one);
  const gap = baseValue(one).sub(value).abs();
  if (gap.n === 0n) return true;
  return one.measure.dimension === "percent" ? gap.compare(unit) < 0 : one.measure.dimension === "money" && gap.compare(unit.div(2)) <= 0;
} // prettier-ignore

type CellFinder = (context: ReportContext, one: Statement, before: Statement | undefined) => Named | null;

function cellFinder(reviewed: TableReview): CellFinder {
  const indicators = new Map<string, Indicator | null>();
  for (const indicator of reviewed.table.indicators) {
    const { name } = topicOf(nameOf(indicator.path));
    // two indicators of one name: nobody can tell which is meant
    indicators.set(name, indicators.has(name) ? null : indicator);
  }
  return (context, one, before) =>
    fundingCell(context, reviewed, one) ??
    rateCell(reviewed, one, before) ??
    actualCell(context, indicators.get(one.label), one);
}

const isListItem = ({ text }: ReportContext["prose"], sentence: Sentence | undefined): boolean =>
  sentence !== undefined && (sentence.heading ?? 9) > 1 && LIST_ITEM.test(text.slice(sentence.from, sentence.from + 8));

const AMOUNTS = [
  { label: INITIAL_BUDGET, role: "initialBudget", name: "年初预算数" },
  { label: YEAR_BUDGET, role: "budget", name: "全年预算数" },
  { label: EXECUTED, role: "executed", name: "全年执行数" },
] as const;

function fundingCell({ prose }: ReportContext, { table }: TableReview, one: Statement): Named | null {
  const { funding } = table;
  // 1.设备购置。实际支出20万元: the amount of one item of a list
  const sentence = prose.sentences[one.sentence];
  if (isListItem(prose, sentence) || isListItem(prose, prose.sentences[one.sentence - 1])) return null;
  if (!funding?.total || one.measure.dimension !== "money" || one.role !== "stated") return null;
  const amount = AMOUNTS.find(({ label }) => label.test(one.label));
  if (!amount || funding.otherUnits?.some(({ role }) => role === amount.role)) return null;
  const cell = funding.total.cells[amount.role];
  const unit = measureOf(funding.moneyUnit ?? "万元");
  if (!cell?.stated || unit?.dimension !== "money") return null;
  const value = cell.stated.number.mul(unit.factor);
  // a block that names no unit may be kept in 元
  const others = funding.moneyUnit === null ? [cell.stated.number] : [];
  return { name: amount.name, cell, values: [value], others, shown: `${plain(cell.stated.number)}${unit.name}` };
}

/** The rate of the whole: one behind the amount of a part (中央资金支出…，执行率…) is the part's. */
function rateCell({ table, funding }: TableReview, one: Statement, before: Statement | undefined): Named | null {
  if (!EXECUTION_RATE.test(one.label) || !funding || !table.funding?.total) return null;
  const isOfPart = before?.sentence === one.sentence && !isWhole(before.label);
  const cell = table.funding.total.cells.rate ?? table.funding.total.cells.executed;
  const rates = [funding.statedRate, funding.rate.status === "computed" ? funding.rate.number : null].flatMap((rate) =>
    rate === null ? [] : [rate, rate.mul(HUNDREDTH)],
  );
  const [shown] = rates;
  if (isOfPart || !cell || !shown) return null;
  const percent = shown.compare(ratio(2n)) > 0 ? shown : shown.mul(100);
  return { name: "预算执行率", cell, values: rates, others: [], shown: `${decimalText(percent, 2)}%` };
}

const isWhole = (label: string): boolean =>
  ANY_PART.test(label) ||
  ANY_BASE.test(label) ||
  EXECUTED.test(label) ||
  YEAR_BUDGET.test(label) ||
  INITIAL_BUDGET.test(label);

/** 老年人体检人数1230人 beside the actual value of the indicator of that name. */
function actualCell(context: ReportContext, indicator: Indicator | null | undefined, one: Statement): Named | null {
  const cell = indicator?.actual;
  if (!indicator || !cell || (one.role !== "stated" && one.role !== "rate")) return null;
  const clause = wordsOf(context.prose, one);
  if (NOT_ACTUAL.test(clause.replace(one.label, ""))) return null;
  const actual = readActual(indicator);
  const values = valuesOf(actual, one.measure);
  if (values.length === 0 || actual.kind !== "number" || actual.operator !== null) return null;
  const others = valuesOf(readTarget(indicator), one.measure);
  const shown = cell.shown ?? (typeof cell.raw === "string" ? cell.raw : plain(actual.number) + (actual.unit?.name ?? ""));
  return { name: nameOf(indicator.path), cell, values, others, shown };
} // prettier-ignore

/** A reading in base units of the measure; none where it is of another kind. A bare number may be a fraction or per cent. */
function valuesOf(reading: TargetReading, { dimension, factor }: Measure): readonly Exact[] {
  if (reading.kind !== "number") return [];
  const { number, unit } = reading;
  if (unit && unit.dimension !== dimension && !(isPeople(unit.dimension) && isPeople(dimension))) return [];
  if (dimension === "percent") return unit && reading.measureInCell ? [number.mul(unit.factor)] : [number, number.mul(HUNDREDTH)];
  return [unit ? number.mul(unit.factor) : number.mul(factor)];
} // prettier-ignore

const isPeople = (dimension: string): boolean => dimension === "人" || dimension === "名";

const plain = (x: Exact): string => decimalText(x, Math.min(6, decimalPlaces(x)));

function mismatch(
  context: ReportContext,
  reviewed: TableReview,
  one: Statement,
  { name, cell, shown }: Named,
): Finding {
  const said = saidAt(context, { from: one.labelFrom, to: one.to });
  const data = { ...said, name, inText: printedStatement(context, one), inTable: shown, cell: a1(cell.at) };
  return cellFinding("report-number-mismatch", reviewed, cell.at, data, { subject: said.quote });
}
