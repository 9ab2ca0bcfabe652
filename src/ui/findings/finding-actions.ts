import type { PaneFinding } from "../../app/pane/pane-findings";
import type { Remedy } from "../../app/pane/remedies";
import type { CellAddress } from "../../core/workbook/address";
import type { Outcome } from "../store/outcome";

/** What can be done about findings; the section itself does nothing. */
export interface FindingActions {
  /** Opens it and shows its cell. */
  readonly open: (finding: PaneFinding) => void;
  readonly close: () => void;
  readonly putText: (what: "reason" | "evidence", at: CellAddress, text: string) => Promise<Outcome>;
  readonly mend: (remedy: Extract<Remedy, { readonly do: "put" }>) => Promise<Outcome>;
  readonly wantData: (labels: readonly string[]) => void;
  readonly writeFirst: () => void;
  /** Null takes the waiver back. */
  readonly waive: (fingerprint: string, reason: string | null) => Promise<Outcome>;
}
