import type { Finding } from "../../findings/finding";
import { nameOf } from "../../model/path";
import { compact } from "../../model/text";
import type { TableReview } from "../../review.types";
import { cellFinding, saidAt, type ReportContext } from "./context";

/** 五方面 beside the groups of the table: told where all that are named are groups of one level, and the level has more. */
export function groups(context: ReportContext): readonly Finding[] {
  return context.relations.flatMap((relation) => {
    if (relation.is !== "count" || relation.items.length < 2) return [];
    const names = relation.items.map(({ from, to }) => compact(context.prose.text.slice(from, to)));
    const last = relation.items.at(-1);
    const said = saidAt(context, { from: relation.items[0]?.from ?? 0, to: Math.max(relation.span.to, last?.to ?? 0) });
    return context.tables.flatMap((reviewed) => {
      const missing = missingOf(reviewed, names);
      if (!missing || missing.names.length === 0) return [];
      const data = { ...said, listed: String(names.length), inTable: String(missing.of), missing: missing.names };
      return [cellFinding("report-groups-differ", reviewed, null, data, { subject: said.quote })];
    });
  });
}

/** The groups of the level to which all names belong that are not among them; null where there is no such level. */
function missingOf({ table }: TableReview, names: readonly string[]): { readonly of: number; readonly names: readonly string[] } | null {
  const depths = [...new Set(table.levels.map(({ path }) => path.length))];
  for (const depth of depths) {
    const own = [...new Set(table.levels.filter(({ path }) => path.length === depth).map(({ path }) => compact(nameOf(path))))];
    if (names.every((name) => own.includes(name))) return { of: own.length, names: own.filter((name) => !names.includes(name)) };
  }
  return null;
} // prettier-ignore
