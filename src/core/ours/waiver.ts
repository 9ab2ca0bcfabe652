import { CATALOGUE, type FindingCode } from "../findings/catalogue";
import type { PlaceForm } from "../findings/finding-kind";
import { hash64 } from "../findings/fingerprint";
import type { Finding, WordedFinding } from "../findings/finding";
import { isOfReport } from "../findings/of-report";
import type { SaidInReport } from "../findings/said-in-report";
import { wordFindings } from "../findings/word";
import type { WorkbookSnapshot } from "../workbook/snapshot";
import { withoutPlaces } from "./place-values";
import { readOurs } from "./read-ours";
import { WAIVED, type RecordEntry, type Seal, type SealedStatus, type RecordSheet } from "./record-sheet";

export const sealText = (fingerprint: string, seal: Seal): string => {
  const { values, waived, status, round, history } = seal;
  return [fingerprint, values, waived?.values ?? "", waived?.opinion ?? "", status ?? "", round ?? "", history ?? ""]
    .join(":")
    .replace(/:+$/, "");
};

/**
 * What a finding says in figures and words: without the columns that are added and the words for who judges, and with
 * what stands in the cells that it names in place of their addresses, which a moved row changes (SPEC P11).
 */
export function valuesHash(book: WorkbookSnapshot, { finding }: WordedFinding): string {
  const places = placesOf(finding.code);
  const entries = told(finding).map(([key, value]) => {
    const form = places[key];
    return [key, form === undefined ? value : withoutPlaces(book, value, form, finding.at, finding.sheet)];
  });
  return hash64(JSON.stringify(entries));
}

/** What version 0.1.0 sealed, addresses and all: its waivers hold as long as nothing moves. */
const formerHash = ({ finding }: WordedFinding): string => hash64(JSON.stringify(told(finding)));

const told = ({ data }: Finding): readonly (readonly [string, unknown])[] => {
  // Where a sentence of the report stands says nothing about it.
  const { said, ...rest } = data as { readonly said?: SaidInReport };
  return [...Object.entries(rest), ...(said ? [["said", said.quote] as const] : [])].filter(([key]) => !UNSEALED.has(key)); // prettier-ignore
};

const placesOf = (code: FindingCode): Readonly<Record<string, PlaceForm | undefined>> => CATALOGUE[code].places ?? {};

const UNSEALED: ReadonlySet<string> = new Set(
  ["cells", "range", "covers", "needs", "noColumn", "basis", "advice", "taken", "due", "document", "place"], // prettier-ignore
);

/**
 * The seal that a row gets now. A waiver is sealed with the values that stood in the row when the person read it, and
 * anew only when the opinion changes or the waiver is taken back first.
 */
export function nextSeal(entry: RecordEntry | null, values: string): Pick<Seal, "values" | "waived"> {
  if (!entry || !isWaiver(entry)) return { values, waived: null };
  const opinion = hash64(entry.opinion);
  const before = entry.seal?.waived;
  const waived = before?.opinion === opinion ? before : { values: entry.seal?.values ?? values, opinion };
  return { values, waived };
}

/** What the row of a finding that stands is sealed as. */
export const standingStatus = (finding: Finding): SealedStatus => (isOfReport(finding) ? "report" : "live");

/** 处理=豁免 with a reason in 复核意见. */
const isWaiver = ({ treatment, opinion }: RecordEntry): boolean => treatment === WAIVED && opinion !== "";

export type WaiverState = "none" | "waived" | "lapsed";

/** Whether a finding is waived: it lapses when the values are no longer those that the person read. */
export function waiverState(book: WorkbookSnapshot, record: RecordSheet | null, worded: WordedFinding): WaiverState {
  const entry = record?.byFingerprint.get(worded.fingerprint);
  if (!entry || !isWaiver(entry)) return "none";
  const values = valuesHash(book, worded);
  const sealed = nextSeal(entry, values).waived?.values;
  return sealed === values || sealed === formerHash(worded) ? "waived" : "lapsed";
}

/** What a reviewer waived no longer speaks for what follows from it: that stands again. */
export function waivedIn(book: WorkbookSnapshot, findings: readonly Finding[]): (finding: Finding) => boolean {
  const { record } = readOurs(book);
  if (record === null || record === "unreadable") return () => false;
  const worded = wordFindings(findings, "zh").filter((one) => waiverState(book, record, one) === "waived");
  const waived = new Set(worded.map(({ finding }) => finding));
  return (finding) => waived.has(finding);
}
