import type { Finding } from "./finding";

/**
 * A finding's fingerprint: 16 hex digits of table, code, path, subject and ordinal, never of the address
 * or of the name of a sheet that has a table, so that it stays the same when rows are inserted, columns moved and sheets
 * renamed (SPEC F1, F2).
 */
export function fingerprints(findings: readonly Finding[]): readonly string[] {
  const seen = new Map<string, number>();
  return findings.map((finding) => {
    const identity = JSON.stringify([
      finding.table ?? finding.owner ?? finding.sheet,
      finding.code,
      finding.path,
      finding.subject,
    ]);
    const ordinal = seen.get(identity) ?? 0;
    seen.set(identity, ordinal + 1);
    return hash64(`${identity}#${ordinal}`);
  });
}

/** A stable 64-bit hash as 16 hex digits: two multiplicative lanes with a final avalanche (after cyrb53, public domain). */
export function hash64(text: string): string {
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    high = Math.imul(high ^ unit, 2654435761);
    low = Math.imul(low ^ unit, 1597334677);
  }
  const mixedHigh = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  const mixedLow = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(mixedHigh ^ (mixedHigh >>> 13), 3266489909);
  return hex32(mixedHigh) + hex32(mixedLow);
}

const hex32 = (word: number): string => (word >>> 0).toString(16).padStart(8, "0");
