import { hash64 } from "../../findings/fingerprint";
import { sameRect, type CellPosition } from "../../workbook/address";
import type { WorkbookSnapshot } from "../../workbook/snapshot";
import type { Review } from "../../review.types";
import { expectationOf, isBlankCell } from "../../workbook/cell-content";
import { LOOK } from "../steps/cell-styles";
import type { CellContent, CellStyle, CellWrite, PlanStep, WritePlan } from "../../workbook/write-plan";
import { HUMAN_COLUMNS, RECORD_COLUMNS, type RecordColumn, type RecordSheet } from "../../ours/record-sheet";
import { linkContent } from "../columns/table-draft";
import { usedByText } from "../../ours/base-answers";
import { recordTag, treatmentValidation } from "./record-list";

/**
 * 复核意见 on indicators whose table has no column for it: a row each of 核验记录, beside those of the findings (SPEC P17).
 * It is a person's from the start; planning only keeps its link and its place.
 */
export const OPINION_CODE = "opinion";

/** The indicator that an opinion is about. */
export interface OpinionSubject {
  readonly fingerprint: string;
  readonly sheet: string;
  readonly at: CellPosition;
  readonly path: readonly string[];
}

/** Never by address, as the fingerprints of findings. */
export const opinionFingerprint = (table: string, path: readonly string[]): string =>
  hash64(JSON.stringify([table, OPINION_CODE, path]));

/** Every indicator of a review by the fingerprint of its opinion. */
export const opinionSubjects = ({ tables }: Review): ReadonlyMap<string, OpinionSubject> =>
  new Map(
    tables.flatMap(({ table: { id, sheet, indicators } }) =>
      indicators.map(({ path, score, nameAt }) => {
        const fingerprint = opinionFingerprint(id, path);
        return [fingerprint, { fingerprint, sheet, at: score?.at ?? nameAt, path }] as const;
      }),
    ),
  );

/** What Pinghe keeps true in the row of an opinion; all else in it is typed. */
export const opinionContents = ({
  fingerprint,
  sheet,
  at,
  path,
}: OpinionSubject): Readonly<Partial<Record<RecordColumn, CellContent>>> => ({
  fingerprint: text(fingerprint),
  severity: text("复核"),
  code: text(OPINION_CODE),
  cell: linkContent(sheet, at),
  path: text(usedByText(path)),
  message: text("复核人对本指标的意见"),
});

export const opinionLook = (column: RecordColumn): CellStyle =>
  HUMAN_COLUMNS.includes(column) ? LOOK.input : LOOK.text;

const text = (words: string): CellContent => ({ type: "text", text: words });

/** Adds the row with its opinion below the list; where somebody has written below it, below that. */
export function planOpinionRow(
  book: WorkbookSnapshot,
  record: RecordSheet,
  subject: OpinionSubject,
  opinion: CellContent,
): WritePlan {
  const { sheet, range, columns, view } = record;
  let row = range.bottom + 1;
  while (RECORD_COLUMNS.some((column) => !isBlankCell(view.cell(row, columns[column])))) row++;
  const contents: Partial<Record<RecordColumn, CellContent>> = {
    ...opinionContents(subject),
    round: { type: "number", number: record.round },
    opinion,
  };
  const cells = RECORD_COLUMNS.map((name): CellWrite => {
    const column = columns[name];
    const expect = expectationOf(view.cell(row, column));
    return { row, column, expect, content: contents[name] ?? { type: "blank" }, style: opinionLook(name) };
  });
  const tag = recordTag(sheet, columns, { top: range.top, bottom: row });
  const present = book.names.find(({ name, scope }) => name === tag.name && scope === null);
  const define = { do: "defineName", ...tag, scope: null, expect: present?.refersTo ?? null } as const;
  return { guards: [], steps: [define, { do: "putCells", sheet, cells }, ...longerList(record, row)] };
}

/** The list of 处理 reaches down to the new row, unless somebody made it their own. */
function longerList({ sheet, range, columns, view }: RecordSheet, bottom: number): readonly PlanStep[] {
  const before = treatmentValidation(columns, { top: range.top + 1, bottom: range.bottom });
  const isOurs = view.sheet.validations.some(({ ranges }) => ranges.length === 1 && sameRect(ranges[0], before.range));
  if (!isOurs) return [];
  return [
    { do: "removeValidation", sheet, range: before.range },
    { do: "validate", sheet, ...treatmentValidation(columns, { top: range.top + 1, bottom }) },
  ];
}
