import { sumExact } from "../model/exact";
import { findingAt } from "../findings/finding-at";
import type { Check } from "./context";
import { shown } from "./figures";
import { scoreGroups } from "../model/score-groups";

/** The funding row holds the whole table's mark in the place of its own: said, with what the indicators come to (SPEC R21). */
export const fundingMarkTotal: Check = ({ tables }) =>
  tables.flatMap(({ table }) => {
    const total = table.funding?.tableTotal;
    if (!total) return [];
    const groups = scoreGroups(table);
    const marks = groups.flatMap((group) => group.marks.map(({ number }) => number));
    const scores = groups.flatMap((group) => group.scores.flatMap(({ stated }) => stated?.number ?? []));
    const score = total.score?.stated?.number ?? null;
    const data = {
      mark: shown(total.fullMark.number),
      score: score && shown(score),
      marks: shown(sumExact(marks)),
      scores: scores.length > 0 ? shown(sumExact(scores)) : null,
    };
    return [findingAt("funding-mark-total", table, total.fullMark.at, { subject: "funding", data })];
  });
