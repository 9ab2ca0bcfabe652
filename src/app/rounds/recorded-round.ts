import type { Severity } from "../../core/findings/finding-kind";
import { cellText } from "../../core/ours/headed-sheet";
import { readOurs } from "../../core/ours/read-ours";
import { lastBefore, type Said } from "../../core/ours/record-history";
import {
  latestRound,
  SEVERITY_LABELS,
  WAIVED,
  type RecordColumn,
  type RecordEntry,
  type RecordSheet,
} from "../../core/ours/record-sheet";
import { taggedArea } from "../../core/ours/tags";
import { OPINION_CODE } from "../../core/plan/record/record-opinions";
import { SETTLED } from "../../core/plan/record/record-list";
import type { SheetArea } from "../../core/workbook/sheet-area";
import type { WorkbookSnapshot } from "../../core/workbook/snapshot";
import type { RoundFinding } from "./round";

/** The findings that stood at the end of the round before 本轮轮次, as 核验记录 tells them; `data` is their figures as text. */
export interface RecordedRound {
  readonly round: number;
  readonly findings: readonly RoundFinding[];
  /** Indicators of which it tells the state, by path as it stands there: those that there were when it was written. */
  readonly indicators: ReadonlySet<string>;
}

/** Null where there is no record, or it is of no round but the first: then nothing in the workbook tells of an earlier one. */
export function recordedRound(book: WorkbookSnapshot): RecordedRound | null {
  const { record, tags } = readOurs(book);
  if (record === null || record === "unreadable" || record.round < 2) return null;
  const said = record.entries.flatMap((entry) => {
    // What a report raised is compared with nothing: no report stands on the record.
    if (
      entry.code === OPINION_CODE ||
      entry.seal?.status === "report" ||
      record.byFingerprint.get(entry.fingerprint) !== entry
    )
      return [];
    const before = saidBefore(record, entry);
    return before ? [{ entry, before }] : [];
  });
  return {
    round: said.reduce((latest, { before }) => Math.max(latest, before.round), 1),
    findings: said.map(({ entry, before }) => findingOf(record, entry, before)),
    indicators: indicatorsIn(record, taggedArea(tags, "sheet", "states")),
  };
}

function indicatorsIn({ sheet, view }: RecordSheet, states: SheetArea | null): ReadonlySet<string> {
  if (states?.sheet !== sheet) return new Set();
  const { top, bottom, left } = states.rect;
  return new Set(Array.from({ length: bottom - top + 1 }, (_, index) => cellText(view, top + index, left)));
}

/** What a row said when the round before this one ended; null where it did not stand then. */
function saidBefore(record: RecordSheet, entry: RecordEntry): Said | null {
  const { round, view, columns, entries } = record;
  const said = entry.seal?.round ?? Math.min(round, latestRound(entries));
  const last = lastBefore(entry.history, round);
  if (last === "settled" || (entry.round ?? 1) >= round) return null;
  if (said >= round) return last;
  // A record of an earlier version does not tell when a finding was gone.
  const isGone = view.value(entry.row, columns.status) === SETTLED;
  if (isGone && lastBefore(entry.history, round + 1) !== "settled") return null;
  const at = (column: RecordColumn): string => cellText(view, entry.row, columns[column]);
  return { round: said, cell: at("cell"), values: at("values"), message: at("message") };
}

function findingOf(record: RecordSheet, entry: RecordEntry, { cell, values, message }: Said): RoundFinding {
  const at = (column: RecordColumn): string => cellText(record.view, entry.row, record.columns[column]);
  const path = at("path");
  const isWaived = entry.treatment === WAIVED && entry.opinion !== "";
  return {
    fingerprint: entry.fingerprint,
    code: entry.code,
    severity: SEVERITIES.find((one) => SEVERITY_LABELS[one] === at("severity")) ?? "warning",
    message,
    cell: null,
    waiver: isWaived ? entry.opinion : null,
    sheet: null,
    path: path === "" ? [] : path.split("／"),
    place: cell === "" ? null : cell,
    data: values,
  };
}

const SEVERITIES = Object.keys(SEVERITY_LABELS) as Severity[];
