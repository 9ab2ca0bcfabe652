import type { Definition } from "../rules/definition";
import type { Indicator, ScoringTable } from "../model/scoring-table";

/** A definition where it is used: the indicator whose rate it gives, in its table. */
export interface DefinitionUse {
  readonly table: ScoringTable;
  readonly indicator: Indicator;
  readonly definition: Definition;
}
