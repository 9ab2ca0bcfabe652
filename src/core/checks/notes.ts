import type { Finding } from "../findings/finding";
import { findingAt } from "../findings/finding-at";
import { explainsNothing } from "../language/reason";
import { compact } from "../model/text";
import type { ScoringTable } from "../model/scoring-table";
import { nameOf } from "../model/path";
import type { ScoreGroup } from "../model/score-groups";
import type { TableReview } from "../review.types";
import { a1, sheetA1, type Rect } from "../workbook/address";
import type { Check } from "./context";
import { claimedFacts } from "./justification/claimed-facts";
import { judgeReasons, type JudgedReason } from "./justification/judge";
import { claimAgainst, claimOnTotal, type NoteClaim } from "./note-claims";
import { saidBeside, type Said } from "./notes-said";

/**
 * A reason that is wanted and not in its cell, but in a note, a comment or a text box of the row: named, and offered to be
 * moved (SPEC J9). What only tells how to fill the form in is no reason.
 */
export const notesWithReasons: Check = ({ book, tables, settings }) => {
  // what stands between two tables of a sheet is told once
  const told = new Set<string>();
  return tables.flatMap((reviewed) => {
    const { table } = reviewed;
    const sheet = book.sheets.find(({ name }) => name === table.sheet);
    if (!sheet || ((sheet.notes ?? []).length === 0 && (sheet.drawings ?? []).length === 0)) return [];
    const said = saidBeside(sheet, otherTables(table, tables));
    const used = new Set<Said>();
    const inRows = judgeReasons(table, settings).flatMap((judged) =>
      said
        .filter((one) => isBeside(one, judged.group))
        .flatMap((one) => {
          const found = ofRow(one, judged, reviewed);
          if (found.length > 0) used.add(one);
          return found;
        }),
    );
    const others = said.filter((one) => !used.has(one) && !told.has(sheetA1({ sheet: table.sheet, ...one.at })));
    const onTotals = others.flatMap((one) => {
      const claim = claimOnTotal(one, table);
      if (claim) used.add(one);
      return claim && claim !== "agrees" ? [contradicting(table, one, [], "总分", claim)] : [];
    });
    const rest = others.filter((one) => !used.has(one) && !explainsNothing(one.text));
    for (const { at } of others) told.add(sheetA1({ sheet: table.sheet, ...at }));
    return [...inRows, ...onTotals, ...figuresOutside(table, rest)];
  });
};

/** A reason that is wanted, and what the note says against the row's own cells (SPEC J9, J10). */
function ofRow(said: Said, judged: JudgedReason, { table, indicators }: TableReview): readonly Finding[] {
  const [indicator] = judged.group.indicators;
  const path = indicator?.path ?? [];
  const isWanted = judged.status === "missing" || judged.status === "placeholder";
  const { at, text, inTextBox } = said;
  const facts = claimedFacts(
    judged,
    indicators.find((one) => one.indicator === indicator),
  );
  const claim = claimAgainst(said, judged, facts);
  const isReason = isWanted && !explainsNothing(text) && !explainsNothing(compact(text).replace(/^[^:]{1,6}:/, ""));
  return [
    ...(isReason ? [findingAt("note-not-cell", table, at, { path, data: { text, inTextBox } })] : []),
    ...(claim ? [contradicting(table, said, path, nameOf(path), claim)] : []),
  ];
}

const contradicting = (
  table: ScoringTable,
  { at, text, inTextBox }: Said,
  path: readonly string[],
  name: string,
  claim: NoteClaim,
): Finding => findingAt("note-contradicts", table, at, { path, data: { name, text, inTextBox, ...claim } });

/** In the rows of the indicators, or elsewhere under their name: 培训场次：因场地维修少办两场. */
const isBeside = ({ top, bottom, text }: Said, { indicators }: ScoreGroup): boolean =>
  indicators.some(
    ({ row, lastRow, path }) =>
      (top <= lastRow && bottom >= row) || compact(text).startsWith(`${compact(nameOf(path))}:`),
  );

/** Notes and text boxes that state figures, of which none is compared: said once a table, so that nobody relies on them. */
function figuresOutside(table: ScoringTable, said: readonly Said[]): Finding[] {
  const stating = said.filter(({ text }) => FIGURE.test(compact(text)));
  const [first] = stating;
  if (!first) return [];
  const data = { cells: stating.map(({ at }) => a1(at)), text: first.text };
  return [findingAt("note-figure-not-read", table, first.at, { data })];
}

/** 总分应为95, 只印发4000册; a date or the number of a document is no figure of the table. */
const FIGURE = /\d(?:\.\d+)?(?:分|%|人|个|项|次|场|户|件|万元|元|册|台|公里|亩|吨|家|期)|(?:为|是|应|得)\d/;

/** The areas of the other tables of a sheet: what is noted there is theirs. */
const otherTables = (table: ScoringTable, tables: readonly { readonly table: ScoringTable }[]): readonly Rect[] =>
  tables.flatMap(({ table: other }) => (other !== table && other.sheet === table.sheet ? [other.range] : []));
