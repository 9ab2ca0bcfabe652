import type { Language } from "../../core/findings/catalogue";
import type { ReportFile } from "../../core/workbook/report-text";
import type { WorkbookSnapshot } from "../../core/workbook/snapshot";
import type { HostFailure } from "../../host/port";
import type { ReviewChoices } from "./pane-choices";
import type { PaneReview } from "./pane-review";

/** One end of the line between the page and whoever reviews beside it: a worker, or the worker's own scope. */
export interface Line {
  postMessage(message: unknown): void;
  addEventListener(type: "message", listener: (event: { readonly data: unknown }) => void): void;
}

export type ReviewRequest =
  | {
      readonly do: "review";
      readonly id: number;
      readonly book: WorkbookSnapshot;
      /** The report is sent apart. */
      readonly choices: Omit<ReviewChoices, "report">;
      /** Whether the report that was sent last lies beside the workbook. */
      readonly withReport: boolean;
      readonly lang: Language;
    }
  /** Sent once: it is read once, however often the workbook is reviewed beside it. */
  | { readonly do: "report"; readonly report: ReportFile }
  | { readonly do: "cancel"; readonly id: number };

/** What a result is sent as: in two parts, since to take a large message holds the page up for as long as it is large. */
export interface ResultParts {
  readonly review: PaneReview["review"];
  /** The page has the workbook already. */
  readonly shown: Omit<PaneReview, "book" | "review">;
}

export type ReviewAnswer =
  /** The worker has started: from now on it is missed. */
  | { readonly do: "ready" }
  | { readonly do: "progress"; readonly id: number; readonly done: number; readonly total: number }
  /** `exacts`: the exact numbers in the part, which a message makes plain data (core/model/carried). */
  | {
      readonly do: "part";
      readonly id: number;
      readonly part: Partial<ResultParts>;
      readonly exacts: readonly object[];
    }
  /** All parts have been sent, or there is nothing but a failure. */
  | { readonly do: "done"; readonly id: number; readonly failure: HostFailure | null }
  /** A fault of ours. */
  | { readonly do: "threw"; readonly id: number; readonly detail: string };
