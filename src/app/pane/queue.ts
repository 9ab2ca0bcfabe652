import type { FindingCode } from "../../core/findings/catalogue";
import type { Finding } from "../../core/findings/finding";
import type { Severity } from "../../core/findings/finding-kind";
import { compareExact, sumExact } from "../../core/model/exact";
import type { Review } from "../../core/review.types";
import { a1, shownAddress, type CellAddress } from "../../core/workbook/address";
import { indicatorKey } from "./indicator-key";
import { marks } from "./marks";
import type { PaneFinding } from "./pane-findings";
import { factOf, stakeOf, type Place } from "./queue-figures";
import { QUEUE_KINDS, type QueueItem, type QueueKind } from "./queue-item";

export interface QueueSource {
  readonly review: Review;
  /** By fingerprint. */
  readonly shown: readonly PaneFinding[];
  /** In the order of `shown`. */
  readonly findings: readonly Finding[];
}

/** Everything that wants a person, kind by kind; within a kind by marks at stake, then in the order of the sheet. */
export function queueOf({ review, shown, findings }: QueueSource): readonly QueueItem[] {
  const places = indicatorPlaces(review);
  const items = new Map<string, QueueItem>();
  shown.forEach((one, order) => {
    const finding = findings[order];
    if (!finding || one.waived) return;
    const place = finding.table === null ? undefined : places.get(indicatorKey(finding.table, finding.path));
    const kind = kindOf(one);
    const item = itemOf(kind, one, finding, place);
    const known = items.get(item.key);
    items.set(item.key, known ? joined(known, item) : item);
  });
  return withOthers(ordered([...items.values()]));
}

const KINDS: Readonly<Partial<Record<FindingCode, QueueKind>>> = {
  "formula-differs": "formula",
  "formula-overwritten": "formula",
  "range-too-short": "formula",
  "stale-value": "formula",
  "broken-reference": "formula",
  "text-skipped-by-sum": "formula",
  "double-counted": "formula",
  "circular-reference": "formula",
  "inconsistent-formula": "formula",
  "error-value": "formula",
  "score-mismatch": "differs",
  "score-outside-tier": "differs",
  "target-missed-but-full": "differs",
  "rate-mismatch": "differs",
  "deduction-mismatch": "differs",
  "score-missing": "unscored",
  "score-not-a-number": "unscored",
  "justification-missing": "unexplained",
  "justification-placeholder": "unexplained",
  "input-missing": "lacking",
  "answer-missing": "lacking",
  // offered, also by the report: nothing differs
  "text-number-available": "hint",
  "cell-not-understood": "notUnderstood",
  "block-not-understood": "notUnderstood",
};

const kindOf = ({ code, severity, isOfReport }: PaneFinding): QueueKind =>
  KINDS[code] ?? (isOfReport ? "report" : severity === "error" ? "table" : "hint");

function indicatorPlaces({ tables }: Review): ReadonlyMap<string, Place> {
  const places = new Map<string, Place>();
  for (const table of tables) {
    table.indicators.forEach((one, index) => {
      const key = indicatorKey(table.table.id, one.indicator.path);
      if (!places.has(key)) places.set(key, { table, one, index });
    });
  }
  return places;
}

function itemOf(kind: QueueKind, one: PaneFinding, finding: Finding, place: Place | undefined): QueueItem {
  const about = ABOUT_A_CELL.has(kind) ? one.at : place ? scoreAt(place) : one.at;
  const stake = stakeOf(kind, finding, place);
  const key = JSON.stringify(
    place && !ABOUT_A_CELL.has(kind) ? [kind, finding.table, finding.path] : [kind, one.fingerprint],
  );
  return {
    key,
    kind,
    table: finding.table,
    at: about,
    cell: about ? a1(about) : "",
    name: one.path.at(-1) ?? figureOf(kind, finding) ?? one.title,
    path: one.path,
    index: place?.index ?? null,
    fact: factOf(kind, finding, place, stake),
    stake,
    marks: marks(stake),
    severity: one.severity,
    findings: [one],
    others: [],
  };
}

/** What a figure of the report is called that differs from a cell. */
const figureOf = (kind: QueueKind, { at, data }: Finding): string | null =>
  kind === "report" && at && "inTable" in data && "name" in data ? data.name : null;

/** Their cell is what is to be looked at, whichever indicator it belongs to. */
const ABOUT_A_CELL: ReadonlySet<QueueKind> = new Set(["table", "formula", "report", "notUnderstood", "hint"]);

const scoreAt = ({ table, one: { indicator } }: Place): CellAddress => ({
  sheet: table.table.sheet,
  ...(indicator.score?.at ?? indicator.nameAt),
});

const SEVERITIES: readonly Severity[] = ["error", "warning", "info"];

/** Several findings of one kind at one cell are one thing to do; the gravest leads. */
function joined(known: QueueItem, more: QueueItem): QueueItem {
  const graver = SEVERITIES.indexOf(more.severity) < SEVERITIES.indexOf(known.severity);
  const lead = graver || (known.fact.is === "none" && more.fact.is !== "none") ? more : known;
  return { ...lead, key: known.key, findings: [...known.findings, ...more.findings] };
}

const ordered = (items: readonly QueueItem[]): readonly QueueItem[] =>
  QUEUE_KINDS.flatMap((kind) =>
    items
      .map((item, order) => ({ item, order }))
      .filter(({ item }) => item.kind === kind)
      .sort(
        (a, b) =>
          SEVERITIES.indexOf(a.item.severity) - SEVERITIES.indexOf(b.item.severity) ||
          compareExact(b.item.stake, a.item.stake) ||
          a.order - b.order,
      )
      .map(({ item }) => item),
  );

function withOthers(items: readonly QueueItem[]): readonly QueueItem[] {
  const byCell = new Map<string, QueueItem[]>();
  for (const item of items) {
    if (!item.at) continue;
    const key = shownAddress(item.at);
    const same = byCell.get(key);
    if (same) same.push(item);
    else byCell.set(key, [item]);
  }
  return items.map((item) => {
    const same = item.at ? byCell.get(shownAddress(item.at)) : undefined;
    return same && same.length > 1 ? { ...item, others: otherKinds(item, same) } : item;
  });
}

/** Each kind once: a score cell that several indicators share may lack something for each of them. */
const otherKinds = (item: QueueItem, same: readonly QueueItem[]): readonly QueueKind[] => [
  ...new Set(same.filter((other) => other !== item && other.kind !== "hint").map(({ kind }) => kind)),
];

/** A group of the list. */
export interface QueueGroup {
  readonly kind: QueueKind;
  readonly items: readonly QueueItem[];
  readonly marks: string;
  readonly severity: Severity;
}

export const groupsOf = (items: readonly QueueItem[]): readonly QueueGroup[] =>
  QUEUE_KINDS.flatMap((kind) => {
    const own = items.filter((item) => item.kind === kind);
    const severity = SEVERITIES.find((one) => own.some((item) => item.severity === one)) ?? "info";
    return own.length > 0
      ? [{ kind, items: own, marks: marks(sumExact(own.map(({ stake }) => stake))), severity }]
      : [];
  });

/** What wants a person: hints do not. */
export const toDo = (items: readonly QueueItem[]): readonly QueueItem[] => items.filter(({ kind }) => kind !== "hint");

/** The item after the one with this key, among those that are not done; the first one after the last. */
export function nextItem(
  items: readonly QueueItem[],
  key: string | null,
  isDone: (item: QueueItem) => boolean,
): QueueItem | null {
  const from = items.findIndex((item) => item.key === key);
  const inOrder = [...items.slice(from + 1), ...items.slice(0, Math.max(0, from))];
  return inOrder.find((item) => !isDone(item) && item.kind !== "hint") ?? null;
}

/** The item before it. */
export function itemBefore(items: readonly QueueItem[], key: string | null): QueueItem | null {
  const from = items.findIndex((item) => item.key === key);
  return (from > 0 ? items[from - 1] : items.at(-1)) ?? null;
}
