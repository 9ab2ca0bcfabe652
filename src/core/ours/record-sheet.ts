import type { Severity } from "../findings/finding-kind";
import { type Rect } from "../workbook/address";
import { sheetViews, type SheetView } from "../workbook/sheet-view";
import type { SheetArea } from "../workbook/sheet-area";
import type { WorkbookSnapshot } from "../workbook/snapshot";
import { cellText, headerColumns } from "./headed-sheet";
import { columnForHistory, HISTORY_HEADER, readHistories } from "./record-history";
import { readRound, type RecordRound } from "./record-round";
import { taggedArea, type Tag } from "./tags";

/**
 * The sheet 核验记录: the record of the review and the baseline of the next round. One row per finding, found again by
 * the fingerprint that stands in it; what people type there is theirs (SPEC P10, P11).
 */
export const RECORD_SHEET = "核验记录";
export const RECORD_SHEET_OTHERWISE = "核验记录（评核）";

export const RECORD_COLUMNS = [
  "fingerprint",
  "severity",
  "code",
  "cell",
  "path",
  "message",
  "values",
  "status",
  "round",
  "treatment",
  "reply",
  "opinion",
  "seal",
  "history",
] as const;
export type RecordColumn = (typeof RECORD_COLUMNS)[number];

/** What people type. */
export const HUMAN_COLUMNS: readonly RecordColumn[] = ["treatment", "reply", "opinion"];

export const RECORD_HEADERS: Readonly<Record<RecordColumn, string>> = {
  fingerprint: "编号",
  severity: "级别",
  code: "代码",
  cell: "位置",
  path: "指标",
  message: "问题",
  values: "数值",
  status: "状态",
  round: "轮次",
  treatment: "处理",
  reply: "单位回复",
  opinion: "复核意见",
  /** Hidden: what the values were when the row was last written, and when it was waived. */
  seal: "校验",
  history: HISTORY_HEADER,
};

/** 级别. */
export const SEVERITY_LABELS: Readonly<Record<Severity, string>> = { error: "错误", warning: "警告", info: "提示" };

export const TREATMENTS = ["整改", "说明", "豁免", "不采纳", "退回"] as const;
export const RETURNED: (typeof TREATMENTS)[number] = "退回";
export const WAIVED: (typeof TREATMENTS)[number] = "豁免";

/** One row of the record as it was found. */
export interface RecordEntry {
  readonly row: number;
  readonly fingerprint: string;
  readonly code: string;
  /** 轮次 in which the finding first appeared; null where somebody emptied it. */
  readonly round: number | null;
  readonly treatment: string;
  readonly reply: string;
  readonly opinion: string;
  readonly seal: Seal | null;
  /** What the row said in earlier rounds, as its cell tells it; "" where there is nothing to tell. */
  readonly history: string;
}

/** Hashes of a finding's values: as last written, and as they were when this opinion waived it. */
export interface Seal {
  readonly values: string;
  readonly waived: { readonly values: string; readonly opinion: string } | null;
  /** What we wrote as its status; null where an earlier version did, which did not say. */
  readonly status: SealedStatus | null;
  /** The round in which the row was last given its words; null where an earlier version did, which did not say. */
  readonly round: number | null;
  /** Hash of 历轮记录 as we wrote it, "" of none. */
  readonly history: string | null;
}

/**
 * Whether we wrote a live status, or that the finding is gone: 已消除 typed over a live status is none of ours (SPEC P15).
 * `report`: live, of a finding that only the report beside the workbook can raise again (SPEC P50).
 */
export type SealedStatus = (typeof SEALED_STATUSES)[number];
const SEALED_STATUSES = ["live", "report", "settled"] as const;

export interface RecordSheet {
  readonly sheet: string;
  readonly range: Rect;
  /** Of 历轮记录 where it will stand, if an earlier version wrote the record. */
  readonly columns: Readonly<Record<RecordColumn, number>>;
  readonly hasHistory: boolean;
  /** 本轮轮次, as a person may have set it; where that says none the latest round of the list. */
  readonly round: number;
  /** The cell it was read from. */
  readonly roundRead: RecordRound;
  readonly entries: readonly RecordEntry[];
  /** The sheet as it was read, for rows that must move down. */
  readonly view: SheetView;
  /** By fingerprint; a row that a person copied counts once, the first. */
  readonly byFingerprint: ReadonlyMap<string, RecordEntry>;
}

/** Null where Pinghe has added no such sheet; "unreadable" where its header row was changed. */
export function readRecord(book: WorkbookSnapshot, tags: readonly Tag[]): RecordSheet | "unreadable" | null {
  const area = taggedArea(tags, "sheet", "record");
  const view = area && sheetViews(book).get(area.sheet);
  if (!view) return null;
  const columns = columnsOf(view, area.rect, taggedArea(tags, "sheet", "states"));
  if (!columns) return "unreadable";
  const seals = readSeals(view, area.rect, columns.seal);
  const at = (row: number, column: RecordColumn): string => cellText(view, row, columns[column]);
  const histories = readHistories(
    area.rect,
    (row) => at(row, "history"),
    (row) => seals.get(at(row, "fingerprint"))?.history ?? null,
  );
  const entries: RecordEntry[] = [];
  for (let row = area.rect.top + 1; row <= area.rect.bottom; row++) {
    const text = (column: RecordColumn): string => at(row, column);
    const fingerprint = text("fingerprint");
    if (fingerprint === "") continue;
    const round = view.value(row, columns.round);
    entries.push({
      row,
      fingerprint,
      code: text("code"),
      round: typeof round === "number" ? round : null,
      treatment: text("treatment"),
      reply: text("reply"),
      opinion: text("opinion"),
      seal: seals.get(fingerprint) ?? null,
      history: histories.get(row) ?? "",
    });
  }
  const byFingerprint = new Map<string, RecordEntry>();
  for (const entry of entries) if (!byFingerprint.has(entry.fingerprint)) byFingerprint.set(entry.fingerprint, entry);
  const roundRead = readRound(view, area.rect.top);
  return {
    sheet: area.sheet,
    range: area.rect,
    columns,
    hasHistory: cellText(view, area.rect.top, columns.history) === HISTORY_HEADER,
    round: roundRead.number ?? latestRound(entries),
    roundRead,
    entries,
    view,
    byFingerprint,
  };
}

/** The latest round in which a row was added. */
export const latestRound = (entries: readonly Pick<RecordEntry, "round">[]): number =>
  entries.reduce((latest, { round }) => Math.max(latest, round ?? 1), 1);

/** An earlier version wrote no 历轮记录: it gets a column beyond the list. */
function columnsOf(
  view: SheetView,
  rect: Rect,
  states: SheetArea | null,
): Readonly<Record<RecordColumn, number>> | null {
  const { history, ...others } = RECORD_HEADERS;
  const columns = headerColumns(view, rect, others);
  const beyond = (): number => columnForHistory(view, rect, states?.sheet === view.sheet.name ? states.rect : null);
  return columns && { ...columns, history: headerColumns(view, rect, { history })?.history ?? beyond() };
}

/** A seal names its fingerprint itself, since sorting may leave a hidden column where it was. */
function readSeals(view: SheetView, range: Rect, column: number): ReadonlyMap<string, Seal> {
  const seals = new Map<string, Seal>();
  for (let row = range.top + 1; row <= range.bottom; row++) {
    const [fingerprint, values, waived, opinion, status, round, history] = cellText(view, row, column).split(":");
    if (!fingerprint || !values || seals.has(fingerprint)) continue;
    seals.set(fingerprint, {
      values,
      waived: waived && opinion ? { values: waived, opinion } : null,
      status: SEALED_STATUSES.find((one) => one === status) ?? null,
      round: round ? Number(round) : null,
      history: round === undefined ? null : (history ?? ""),
    });
  }
  return seals;
}
