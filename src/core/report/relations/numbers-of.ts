import type { Relation, Statement } from "../types";

/** The numbers that a relation binds; a count binds none, its number may stand in words. */
export function numbersOf(relation: Relation): readonly Statement[] {
  switch (relation.is) {
    case "parts":
      return [relation.whole, ...relation.parts];
    case "growth":
      return [relation.of, relation.delta, relation.percent, relation.previous].flatMap((one) => one ?? []);
    case "share":
    case "rate":
      return [relation.part, relation.whole, relation.percent];
    case "difference":
      return [relation.a, relation.b, relation.result];
    case "count":
      return [];
  }
}
