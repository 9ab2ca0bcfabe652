import { sumExact } from "../../core/model/exact";
import { marks } from "./marks";
import type { IndicatorLine, TableSummary } from "./table-summary";

type GroundSource = NonNullable<IndicatorLine["ruleSource"]> | "none";

/** How many indicators, and what marks, each source of rules judges. */
export interface Ground {
  readonly source: GroundSource;
  readonly count: number;
  readonly marks: string;
}

const SOURCES: readonly GroundSource[] = ["template", "pack", "workbook", "table", "none"];

export function groundsOf(tables: readonly TableSummary[]): readonly Ground[] {
  const lines = tables.flatMap(({ indicators }) => indicators);
  return SOURCES.flatMap((source) => {
    const own = lines.filter(({ ruleSource }) => (ruleSource ?? "none") === source);
    if (own.length === 0) return [];
    return [{ source, count: own.length, marks: marks(sumExact(own.flatMap(({ figures }) => figures.mark ?? []))) }];
  });
}
