import type { Finding, FindingOf } from "../../core/findings/finding";
import { exactFromText } from "../../core/model/exact";
import { nameOf, pathKey } from "../../core/model/path";
import { parseA1 } from "../../core/workbook/address";
import type { InputChange, RowChange, RowChanges, TableChanges } from "./changes";
import type { RoundIndicator } from "./round";

/** What changed in a table and should not have, or not alone (SPEC Y4). */
export const roundFindings = ({ rows, now }: TableChanges, inputs: readonly InputChange[]): readonly Finding[] =>
  rows.flatMap((row) => [...changedScore(row, now.sheet, inputs), ...changedGround(row, now.sheet)]);

/** A score that is still below its mark, with the reason of the score before. */
function changedScore(
  { now, changes }: RowChanges,
  sheet: string,
  inputs: readonly InputChange[],
): readonly FindingOf<"score-changed-reason-not">[] {
  const score = changes.find(({ field }) => field === "score");
  const reason = now.texts.reason ?? "";
  if (!score || reason === "" || changes.some(({ field }) => field === "reason")) return [];
  const [before, after, mark] = [score.before, score.now, now.texts.fullMark].map((text) => exactFromText(text ?? ""));
  if (!before || !after || (mark && after.compare(mark) >= 0)) return [];
  const changedColumns = COLUMNS.filter((column) => changes.some(({ field }) => field === column));
  const given = inputs
    .filter(({ usedBy }) => usedBy.some((path) => pathKey(path) === pathKey(now.path)))
    .map(({ name }) => name);
  const data = {
    name: nameOf(now.path),
    before: score.before ?? "",
    now: score.now ?? "",
    reason,
    changedColumns,
    inputs: given,
  };
  return [about("score-changed-reason-not", now, now.cells.score, sheet, "", data)];
}

/** What a score rests on. */
const COLUMNS = ["actual", "statedRate", "target", "standard", "fullMark"] as const;

/** The ground of a score that had been given: its mark, standard, definition or target. */
function changedGround(
  { before, now, changes }: RowChanges,
  sheet: string,
): readonly FindingOf<"standard-changed-after">[] {
  if ((before.texts.score ?? "") === "") return [];
  return changes.filter(isGround).map(({ field, before: was, now: is }) => {
    const data = { name: nameOf(now.path), changedColumn: field, before: was ?? "", now: is ?? "" };
    return about("standard-changed-after", now, now.cells.name, sheet, field, data);
  });
}

const GROUNDS = ["fullMark", "standard", "explanation", "description", "target"] as const;

const isGround = (change: RowChange): change is RowChange & { readonly field: (typeof GROUNDS)[number] } =>
  GROUNDS.some((field) => field === change.field);

function about<C extends "score-changed-reason-not" | "standard-changed-after">(
  code: C,
  { path }: RoundIndicator,
  cell: string | null,
  sheet: string,
  subject: string,
  data: FindingOf<C>["data"],
): FindingOf<C> {
  const at = cell === null ? null : parseA1(cell);
  return { code, table: null, sheet, at: at && { sheet, ...at }, path, subject, data };
}
