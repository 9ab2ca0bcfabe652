import { useId } from "react";
import { STATE_WORDS } from "../../app/state-words";
import type { ReportedPart } from "../../app/output/verification-report";
import type { MarkState } from "../../core/review.types";
import type { Language } from "../../ui/i18n/words";

/** Told apart by pattern, since paper may have no colour. */
const FILLS: Readonly<Record<MarkState, { readonly ground: string; readonly line: string | null }>> = {
  agreeing: { ground: "#333", line: null },
  differing: { ground: "#fff", line: "M0 6L6 0" },
  uncompared: { ground: "#999", line: null },
  notVerifiable: { ground: "#fff", line: "M0 3H6" },
  notJudged: { ground: "#fff", line: null },
  notApplicable: { ground: "#ddd", line: "M3 0V6" },
};

/** One bar of shares by state; its sentence says the same. */
export function StateBar({ shares, lang }: { readonly shares: ReportedPart["shares"]; readonly lang: Language }) {
  const id = useId();
  const sentence = shares
    .map(({ state, share }) => `${STATE_WORDS[state][lang]} ${Math.round(share * 100)}%`)
    .join(lang === "zh" ? "，" : ", ");
  const placed = shares.map((part, i) => ({
    ...part,
    at: shares.slice(0, i).reduce((sum, { share }) => sum + share, 0),
  }));
  return (
    <>
      <svg role="img" aria-label={sentence} preserveAspectRatio="none">
        <defs>
          {shares.map(({ state }) => (
            <pattern key={state} id={`${id}${state}`} width="6" height="6" patternUnits="userSpaceOnUse">
              <rect width="6" height="6" fill={FILLS[state].ground} />
              {FILLS[state].line !== null && <path d={FILLS[state].line} stroke="#333" strokeWidth="1" />}
            </pattern>
          ))}
        </defs>
        {placed.map(({ state, share, at }) => (
          <rect key={state} x={`${at * 100}%`} width={`${share * 100}%`} height="100%" fill={`url(#${id}${state})`} />
        ))}
      </svg>
      <p className="legend">{sentence}</p>
    </>
  );
}
