import { a1, columnIndex, columnName } from "../../src/core/workbook/address";
import { at, type Copy } from "./clumsy-copies";
import type { Edit } from "./edited-books";

/** What a clumsy hand does to a scored copy. */
export interface ClumsyState {
  readonly what: string;
  readonly edits: readonly Edit[];
}

const numberOf = (letter: string): number => columnIndex(letter) ?? 0;

export const clumsyStates = (copy: Copy): readonly ClumsyState[] => [
  { what: "nothing", edits: [] },
  ...ourSheets(copy),
  ...theirSheet(copy),
  ...ourColumns(copy),
  ...baseData(copy),
  ...indicators(copy),
  ...record(copy),
];

function ourSheets({ ours, sheet: own }: Copy): readonly ClumsyState[] {
  return ours.flatMap((sheet): readonly ClumsyState[] => [
    { what: `${sheet} renamed`, edits: [["rename", sheet, `${sheet}（终稿）`]] },
    { what: `${sheet} moved first`, edits: [["move", sheet, 0]] },
    { what: `${sheet} copied before it`, edits: [["copy", sheet, `${sheet} (2)`, 0]] },
    { what: `${sheet} hidden`, edits: [["hide", sheet]] },
    { what: `${sheet} deleted`, edits: [["remove", sheet]] },
    { what: `a column inserted on ${sheet}`, edits: [["insertColumns", sheet, "A1:A1"]] },
    { what: `rows inserted above on ${sheet}`, edits: [["insertRows", sheet, "A1:A2"]] },
    { what: `${sheet} and the table's sheet renamed`, edits: [["rename", sheet, "附表 (一)"], ["rename", own, "it's 评分"]] },
  ]).concat({ what: "all of our sheets deleted", edits: ours.map((sheet): Edit => ["remove", sheet]) });
} // prettier-ignore

function theirSheet({ sheet }: Copy): readonly ClumsyState[] {
  return [
    { what: "the table's sheet renamed", edits: [["rename", sheet, "评分 2024"]] },
    { what: "the table's sheet copied before it", edits: [["copy", sheet, "副本", 0]] },
    { what: "the table's sheet copied behind it", edits: [["copy", sheet, "副本", 1]] },
    { what: "the table's sheet hidden", edits: [["hide", sheet]] },
    { what: "a column inserted at its left", edits: [["insertColumns", sheet, "A1:A1"]] },
    { what: "rows inserted above the table", edits: [["insertRows", sheet, "A1:A2"]] },
  ];
}

function ourColumns({ sheet, columns, column, table }: Copy): readonly ClumsyState[] {
  const rows = { top: table.table.range.top + 1, bottom: table.table.range.bottom + 1 };
  const letters = columns.map((part) => column(part) ?? "");
  const farthest = Math.max(...letters.map((letter) => numberOf(letter)));
  const beyond = columnName(farthest + 3);
  const first = columnName(Math.min(...letters.map((letter) => numberOf(letter))));
  const row = (table.indicators[0]?.indicator.row ?? 0) + 1;
  const each = columns.flatMap((part): readonly ClumsyState[] => {
    const letter = column(part) ?? "";
    return [
      { what: `our column ${part} deleted`, edits: [["deleteColumns", sheet, `${letter}1:${letter}1`]] },
      { what: `our column ${part} cut and pasted elsewhere`, edits: [["cut", sheet, `${letter}1:${letter}${rows.bottom}`, `${beyond}1`]] },
      { what: `our column ${part} emptied`, edits: [["clear", sheet, `${letter}${rows.top}:${letter}${rows.bottom}`]] },
    ];
  });
  const over = (part: (typeof columns)[number], value: string | number): readonly ClumsyState[] => {
    const letter = column(part);
    if (letter === null) return [];
    const cell = `${letter}${row}`;
    return [{ what: `${part} typed over with ${value}`, edits: [typeof value === "number" ? ["number", sheet, cell, value] : ["text", sheet, cell, value]] }];
  };
  return [
    ...each,
    { what: "all of our columns cut and pasted elsewhere", edits: [["cut", sheet, `${first}1:${columnName(farthest)}${rows.bottom}`, `${columnName(farthest + 2)}1`]] },
    { what: "a column inserted among ours", edits: [["insertColumns", sheet, `${columnName(farthest)}1:${columnName(farthest)}1`]] },
    { what: "a column inserted before ours", edits: [["insertColumns", sheet, `${first}1:${first}1`]] },
    { what: "all of our columns deleted", edits: [["deleteColumns", sheet, `${first}1:${columnName(farthest)}1`]] },
    ...over("recomputed", 3), ...over("recomputed", "3分"), ...over("rate", 1.2), ...over("rate", "89%"), ...over("difference", 0),
    ...over("conclusion", "无误"), ...over("basis", ""), ...over("basis", "好"), ...over("unsaid", "有"), ...over("indicator", "别的指标"),
    ...over("target", 1), ...over("actual", 1), ...over("fullMark", 99),
    ...relabelled(sheet, table.table.headerRows.at(-1) ?? 0, letters),
  ];
} // prettier-ignore

const relabelled = (sheet: string, header: number, letters: readonly string[]): readonly ClumsyState[] =>
  letters.map((letter) => ({
    what: `the header of our column ${letter} relabelled`,
    edits: [["text", sheet, `${letter}${header + 1}`, "备查"]],
  }));

function baseData({ base }: Copy): readonly ClumsyState[] {
  const [one, two, three] = base?.rows ?? [];
  if (!base || !one || !two) return [];
  const { sheet, rows, right } = base;
  const last = rows.at(-1)?.row ?? one.row;
  const all = `A${one.row}:${right}${last}`;
  return [
    { what: "base data sorted by name", edits: [["sortDown", sheet, all, 0]] },
    { what: "base data sorted by value", edits: [["sortUp", sheet, all, numberOf(one.valueAt.replace(/\d+/, ""))]] },
    { what: "base data sorted by name, without the columns behind the values", edits: [["sortDown", sheet, `A${one.row}:${one.valueAt.replace(/\d+/, "")}${last}`, 0]] },
    { what: "a row inserted in base data", edits: [["insertRows", sheet, `A${two.row}:A${two.row}`]] },
    { what: "a row of base data deleted", edits: [["deleteRows", sheet, `A${two.row}:A${two.row}`]] },
    { what: "a label of base data changed", edits: [["text", sheet, one.labelAt, `${one.label}合计`]] },
    { what: "a label of base data emptied", edits: [["clear", sheet, one.labelAt]] },
    { what: "two rows of one name", edits: [["text", sheet, two.labelAt, one.label]] },
    { what: "two labels exchanged", edits: [["text", sheet, one.labelAt, two.label], ["text", sheet, two.labelAt, one.label]] },
    { what: "a value cut to another row", edits: [["cut", sheet, one.valueAt, two.valueAt]] },
    { what: "a value as a percentage in text", edits: [["text", sheet, one.valueAt, "95%"]] },
    { what: "a value in words", edits: [["text", sheet, one.valueAt, "69人"]] },
    { what: "a value of zero", edits: [["number", sheet, two.valueAt, 0]] },
    { what: "all values zero", edits: rows.map(({ valueAt }): Edit => ["number", sheet, valueAt, 0]) },
    { what: "a negative value", edits: [["number", sheet, one.valueAt, -5]] },
    { what: "a value ten thousand times as large", edits: [["number", sheet, one.valueAt, 690_000]] },
    { what: "the answers emptied", edits: rows.map(({ valueAt }): Edit => ["clear", sheet, valueAt]) },
    { what: "every third answer emptied", edits: rows.filter((_, index) => index % 3 === 0).map(({ valueAt }): Edit => ["clear", sheet, valueAt]) },
    ...(three ? [{ what: "rows cut and pasted below", edits: [["cut", sheet, `A${one.row}:${right}${one.row}`, `A${last + 1}`]] as const }] : []),
  ];
} // prettier-ignore

function indicators({ sheet, table, columns, column }: Copy): readonly ClumsyState[] {
  const { range } = table.table;
  const found = table.indicators.map(({ indicator }) => indicator);
  const [first, second] = found;
  const last = found.at(-1);
  if (!first || !second || !last) return [];
  const [top, next, bottom] = [first.row + 1, second.row + 1, last.row + 1];
  const right = columnName(Math.max(range.right, ...columns.map((part) => numberOf(column(part) ?? "A"))));
  const total = table.table.totalRows[0]?.row ?? null;
  const scoreAt = at(first.score);
  const change = (what: string, cell: string | null, value: string | number): readonly ClumsyState[] =>
    cell === null ? [] : [{ what, edits: [typeof value === "number" ? ["number", sheet, cell, value] : ["text", sheet, cell, value]] }];
  const standard = found.find((one) => one.standard !== null);
  const named = a1(first.nameAt);
  return [
    { what: "an indicator's row deleted", edits: [["deleteRows", sheet, `A${next}:A${next}`]] },
    { what: "the first indicator's row deleted", edits: [["deleteRows", sheet, `A${top}:A${top}`]] },
    { what: "the last indicator's row deleted", edits: [["deleteRows", sheet, `A${bottom}:A${bottom}`]] },
    { what: "a row inserted among the indicators", edits: [["insertRows", sheet, `A${next}:A${next}`]] },
    { what: "a new indicator", edits: [["insertRows", sheet, `A${next}:A${next}`], ["text", sheet, a1({ ...second.nameAt, row: second.row }), "新增指标率"], ...(second.score ? [["number", sheet, a1(second.score.at), 1] as const] : [])] },
    { what: "the rows sorted with ours", edits: [["sortDown", sheet, `A${top}:${right}${bottom}`, first.score?.at.column ?? 0]] },
    { what: "the rows sorted without ours", edits: [["sortDown", sheet, `A${top}:${columnName(range.right)}${bottom}`, first.score?.at.column ?? 0]] },
    { what: "only our columns sorted", edits: [["sortDown", sheet, `${column("recomputed") ?? "A"}${top}:${right}${bottom}`, 0]] },
    { what: "a row cut and pasted below", edits: [["cut", sheet, `A${next}:${columnName(range.right)}${next}`, `A${range.bottom + 3}`]] },
    ...change("an indicator renamed", named, "改名后的指标"),
    ...change("an indicator's name with a blank more", named, `${first.path.at(-1) ?? ""} `),
    ...change("two indicators of one name", a1(second.nameAt), first.path.at(-1) ?? ""),
    ...change("another mark", first.fullMark ? a1(first.fullMark.at) : null, 3),
    ...change("a mark in words", first.fullMark ? a1(first.fullMark.at) : null, "三分"),
    ...change("a score typed as text", scoreAt, "4分"),
    ...change("a score in words", scoreAt, "优"),
    ...change("a score above its mark", scoreAt, 99),
    ...change("a negative score", scoreAt, -1),
    ...change("a score of half a mark less", scoreAt, 4.5),
    { what: "all scores emptied", edits: found.flatMap(({ score }) => (score ? [["clear", sheet, a1(score.at)] as const] : [])) },
    ...change("a definition changed", at(first.description ?? first.explanation ?? null), "本指标=（甲数/乙数）×100%。"),
    ...change("a standard that can not be read", at(standard?.standard ?? null), "酌情给分。"),
    ...change("a standard of another step", at(standard?.standard ?? null), "达到100%得满分，每低1个百分点扣0.3分，扣完为止。"),
    ...change("an actual value of half", at(first.actual ?? null), 90),
    ...change("an actual value in percent as text", at(first.actual ?? null), "50%"),
    ...change("a target turned over", at(first.target ?? null), "≤200人"),
    ...change("another unit", at(second.unit ?? null), "米"),
    ...(total === null ? [] : [{ what: "the total row deleted", edits: [["deleteRows", sheet, `A${total + 1}:A${total + 1}`]] as const }]),
    ...funding(sheet, table),
  ];
} // prettier-ignore

function funding(sheet: string, { table }: Copy["table"]): readonly ClumsyState[] {
  const cells = table.funding?.total?.cells;
  if (!cells) return [];
  const type = (what: string, cell: string | null, value: number | string): readonly ClumsyState[] =>
    cell === null ? [] : [{ what, edits: [typeof value === "number" ? ["number", sheet, cell, value] : ["text", sheet, cell, value]] }];
  const row = cells.budget?.at.row ?? 0;
  return [
    ...type("nothing budgeted", at(cells.budget ?? null), 0),
    ...type("an amount as text with its unit", at(cells.executed ?? null), "210万元"),
    ...type("more executed than budgeted", at(cells.executed ?? null), 400),
    ...type("a negative amount", at(cells.executed ?? null), -210),
    ...type("a higher score of the block", at(cells.score ?? null), 10),
    { what: "the funding block's row deleted", edits: [["deleteRows", sheet, `A${row + 1}:A${row + 1}`]] },
  ];
} // prettier-ignore

function record({ record: { sheet, list, states } }: Copy): readonly ClumsyState[] {
  const body = (area: string): string => {
    const [first = "", last = ""] = area.split(":");
    return `${first.replace(/\d+/, (row) => String(Number(row) + 1))}:${last}`;
  };
  const rows = body(body(states));
  return [
    { what: "the findings sorted", edits: [["sortUp", sheet, body(list), 1]] },
    { what: "the states sorted", edits: [["sortDown", sheet, rows, 0]] },
    { what: "the states emptied", edits: [["clear", sheet, states]] },
    { what: "the states cut and pasted elsewhere", edits: [["cut", sheet, states, "AD1"]] },
    { what: "the columns of the states deleted", edits: [["deleteColumns", sheet, states]] },
    { what: "the summary's rows deleted", edits: [["deleteRows", sheet, "A4:A5"]] },
    { what: "a row of the states deleted", edits: [["deleteRows", sheet, rows.replace(/:.*/, "")]] },
  ];
}
