import type { Finding } from "../findings/finding";
import type { ScoringTable } from "../model/scoring-table";
import type { Check } from "./context";
import { shownCell } from "./figures";
import { isPlaceholder } from "../language/reason";
import { hasFullMark, scoreGroups, type ScoreGroup } from "../model/score-groups";
import { holdsPicture } from "./pictures";
import { findingAt } from "../findings/finding-at";
import { nameOf } from "../model/path";

/**
 * A full mark needs evidence: an entry in the table's evidence column (SPEC J7); without such a column, a note in
 * 基础数据 where the pack demands it or its rows of 评价要点 are there (SPEC J8).
 */
export const evidence: Check = ({ book, tables }) =>
  tables.flatMap(({ table, indicators }) => {
    const wanting = new Set(indicators.filter((one) => one.evidence === "wanting").map(({ indicator }) => indicator));
    return scoreGroups(table).flatMap((group) => {
      if (!hasFullMark(group) || group.fullMark?.equals(0)) return [];
      const cells = group.indicators.flatMap((one) => one.evidence ?? []);
      const [first] = cells;
      if (first) {
        const given = cells.some(
          (cell) => holdsPicture(book, table, cell) || isLink(shownCell(cell)) || (shownCell(cell) !== "" && !isPlaceholder(shownCell(cell))), // prettier-ignore
        );
        return given ? [] : [missing(table, group, first.at)];
      }
      const at = group.scores[0]?.at;
      return at && group.indicators.some((one) => wanting.has(one)) ? [missing(table, group, at)] : [];
    });
  });

function missing(table: ScoringTable, group: ScoreGroup, at: Parameters<typeof findingAt>[2]): Finding {
  const path = group.indicators[0]?.path ?? [];
  return findingAt("evidence-missing", table, at, { path, data: { name: nameOf(path) }, group: "evidence" });
}

/** A link or a file's name explains no deduction, but it is evidence that is there, and unread. */
const isLink = (text: string): boolean =>
  /^(?:https?:\/\/|www\.)\S+$|\S\.(?:pdf|docx?|xlsx?|jpe?g|png|zip|rar)$/i.test(text.trim());
