import type { Finding } from "../findings/finding";
import { compact } from "../model/text";
import type { ColumnRole, FundingColumn, ScoringTable, StatedNumber } from "../model/scoring-table";
import type { SheetView } from "../workbook/sheet-view";
import type { Check } from "./context";
import { viewsOf } from "./context";
import { monthOrDay } from "../targets/read";
import { cellText, shown } from "./figures";
import { findingAt } from "../findings/finding-at";

/** A number typed as text where it will be added up: scores and marks of whatever row, funding; in target columns a bare numeral only (SPEC C3). */
export const numbersAsText: Check = (context) => {
  const { tables } = context;
  const views = viewsOf(context);
  return tables.flatMap(({ table }) => {
    const view = views.get(table.sheet);
    // A document holds nothing but text: nobody could have typed a number there (SPEC I2).
    if (view?.sheet.printed) return [];
    const seen = new Set<string>();
    return placesOf(table).flatMap((place) => {
      const key = `${place.stated.at.row}:${place.stated.at.column}`;
      if (seen.has(key)) return [];
      seen.add(key);
      return textNumber(table, place, view);
    });
  });
};

interface Place {
  readonly stated: StatedNumber;
  readonly path: readonly string[];
  readonly role: "fullMark" | "score" | "itemScore" | "deduction" | "reviewScore" | "target" | "actual" | FundingColumn;
  readonly column: string;
}

function textNumber(table: ScoringTable, place: Place, view: SheetView | undefined): Finding[] {
  const { stated, path, role, column } = place;
  const text = cellText(view?.value(stated.at.row, stated.at.column) ?? null);
  if (SAID_IN_WORDS.has(role) && !isNumeral(text)) return [];
  const number = shown(stated.number);
  const fromFormula = view?.cell(stated.at.row, stated.at.column)?.formula !== undefined;
  return [
    findingAt("number-as-text", table, stated.at, {
      path,
      subject: role,
      data: { text: text === "" ? number : text, number, column, fromFormula },
      group: role,
    }),
  ];
}

const SAID_IN_WORDS: ReadonlySet<Place["role"]> = new Set(["target", "actual", "deduction"]);

/** A target such as "≥95%" or "50个" is text by nature, 扣2分 as well; "50" typed as text is a slip. */
const isNumeral = (text: string): boolean => /^[+-]?\d[\d,]*(\.\d+)?$/.test(compact(text));

/** Every number of the table that was typed as text where a number belongs. */
function placesOf(table: ScoringTable): readonly Place[] {
  const headers = new Map(table.columns.map((column) => [column.column, column.header]));
  const place = (
    stated: StatedNumber | null | undefined,
    path: readonly string[],
    role: Place["role"],
    column?: string,
  ): Place[] =>
    stated?.asText && !stated.embedded
      ? [{ stated, path, role, column: column ?? headers.get(stated.at.column) ?? ROLE_NAMES[role] }]
      : [];
  return [
    ...table.levels.flatMap((level) => [
      ...place(level.statedMark, level.path, "fullMark"),
      ...place(level.statedScore, level.path, "score"),
    ]),
    ...table.indicators.flatMap((indicator) => {
      const { path, fullMark, score } = indicator;
      // 2021.10 of an indicator of time is a month, and must not become 2021.1
      const [target, actual] = [indicator.target, indicator.actual].map((cell) =>
        monthOrDay(indicator, cell) ? null : cell,
      );
      return [
        ...place(fullMark, path, "fullMark"),
        ...place(score?.stated, path, "score"),
        ...place(indicator.itemScore?.stated, path, "itemScore"),
        ...place(indicator.deduction?.stated, path, "deduction"),
        ...place(indicator.reviewScore?.stated, path, "reviewScore"),
        ...place(target?.stated, path, "target"),
        ...place(actual?.stated, path, "actual"),
      ];
    }),
    ...table.totalRows.flatMap(({ fullMark, score, label }) => [
      ...place(fullMark, [label], "fullMark"),
      ...place(score?.stated, [label], "score"),
    ]),
    ...fundingRows(table).flatMap(({ label, cells }) =>
      ADDED_UP.flatMap((column) => place(cells[column]?.stated, [label], column, ROLE_NAMES[column])),
    ),
  ];
}

export const fundingRows = ({ funding }: ScoringTable) =>
  funding ? [...(funding.total ? [funding.total] : []), ...funding.parts] : [];

const ADDED_UP = ["initialBudget", "budget", "executed", "fullMark", "score"] as const satisfies FundingColumn[];

/** What a column is called where its header is not at hand. */
export const ROLE_NAMES = {
  initialBudget: "年初预算数",
  budget: "全年预算数",
  executed: "全年执行数",
  fullMark: "分值",
  rate: "执行率",
  score: "得分",
  reason: "原因",
  itemScore: "单项得分",
  deduction: "扣分",
  reviewScore: "复核分",
  target: "年度指标值",
  actual: "实际完成值",
} as const satisfies Partial<Record<ColumnRole | FundingColumn, string>>;
