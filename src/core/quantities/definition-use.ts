import type { Definition } from "../language/expression";
import type { Indicator, ScoringTable } from "../model/scoring-table";

/** A definition where it is used: the indicator whose rate it gives, in its table. */
export interface DefinitionUse {
  readonly table: ScoringTable;
  readonly indicator: Indicator;
  readonly definition: Definition;
}
