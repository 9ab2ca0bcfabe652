import type { ReportFile } from "../../core/workbook/report-text";
import type { EarlierRound } from "./round-changes";
import type { WorkbookSnapshot } from "../../core/workbook/snapshot";

/** What a person chose in the pane: plain text, as it is kept from one opening to the next. */
export interface PaneChoices {
  /** Label of a quantity or question → the number typed for it, kept until it is written. */
  readonly inputs: Readonly<Record<string, string>>;
  /** A built-in pack by its id. */
  readonly pack: string | null;
  /** A pack file of the person's own, in place of a built-in one. */
  readonly userPack: { readonly file: string; readonly text: string } | null;
  /** Setting → value, as the reviewer set it. */
  readonly settings: Readonly<Record<string, string>>;
}

export const NO_CHOICES: PaneChoices = { inputs: {}, pack: null, userPack: null, settings: {} };

/** An official template that was opened beside the workbook. */
export interface OfficialTemplate {
  readonly file: string;
  readonly book: WorkbookSnapshot;
}

/** Everything that a review of the workbook depends on beside the workbook. */
export interface ReviewChoices extends PaneChoices {
  readonly template: OfficialTemplate | null;
  /** The narrative report beside the workbook. */
  readonly report: ReportFile | null;
  /** An earlier round from a file that the person chose. */
  readonly earlier: EarlierRound | null;
}
