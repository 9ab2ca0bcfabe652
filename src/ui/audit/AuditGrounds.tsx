import { Link, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { useEffect, useState } from "react";
import { auditedHere } from "../../app/pane/audit-plan";
import type { AuditView } from "../../app/pane/audit-view";
import type { AuditedSource } from "../../app/audit-sheet";
import type { PaneReview } from "../../app/pane/pane-review";
import { useLayout } from "../common/layout";
import { useWords } from "../i18n/words";

const useStyles = makeStyles({
  hash: {
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
    overflowWrap: "anywhere",
    userSelect: "text",
  },
});

export interface AuditGroundsProps {
  readonly review: PaneReview;
  readonly grounds: AuditView["grounds"];
  readonly onRules: () => void;
}

/** By what all of it was judged, and what persons decided: nothing of that is left out. */
export function AuditGrounds({ review, grounds, onRules }: AuditGroundsProps) {
  const l = useLayout();
  const w = useWords();
  const source = useSource(review);
  const { pack, settings, changed, waivers, round, declined } = grounds;
  const hash = (text: string | undefined): string => text ?? (source === "insecure" ? w.audit.noHash : w.audit.hashing);
  const known = source === null || source === "insecure" ? null : source;
  return (
    <section className={l.tight} aria-label={w.audit.grounds}>
      <h2 className={l.heading}>{w.audit.grounds}</h2>
      <Hash label={w.audit.contentHash} hash={hash(known?.contentHash)} />
      <p className={l.text}>{pack ? w.audit.pack(pack.id, pack.version) : w.audit.noPack}</p>
      {pack && known?.packHash !== null && <Hash label={w.audit.rulesHash} hash={hash(known?.packHash)} />}
      <p className={l.text}>
        {w.audit.settings(settings, changed.length)}{" "}
        <Link as="button" inline onClick={onRules}>
          {w.rules.title}
        </Link>
      </p>
      {changed.map(({ key, label, value, source: from }) => (
        <p key={key} className={mergeClasses(l.text, l.quiet)}>
          {w.noted(`${label} ${value}`, w.rules.settingSources[from])}
        </p>
      ))}
      <p className={l.text}>{w.audit.waived(waivers.length, round)}</p>
      {waivers.map(({ cell, title, reason }, index) => (
        <p key={index} className={mergeClasses(l.text, l.quiet)}>
          {w.led([cell, title].filter(Boolean).join(" "), reason)}
        </p>
      ))}
      {declined.length > 0 && <p className={l.text}>{w.audit.declined(w.list(declined))}</p>}
      {known && <p className={mergeClasses(l.text, l.quiet)}>{w.audit.version(known.version)}</p>}
    </section>
  );
}

function Hash({ label, hash }: { readonly label: string; readonly hash: string }) {
  const l = useLayout();
  const s = useStyles();
  return (
    <div>
      <div className={l.quiet}>{label}</div>
      <div className={s.hash}>{hash}</div>
    </div>
  );
}

/** Null while it is computed; a page that is not served securely can compute none. */
function useSource(review: PaneReview): AuditedSource | "insecure" | null {
  const [source, setSource] = useState<AuditedSource | "insecure" | null>(null);
  useEffect(() => {
    let isCurrent = true;
    const show = (found: AuditedSource | "insecure"): void => {
      if (isCurrent) setSource(found);
    };
    if (window.isSecureContext) void auditedHere(review).then(show);
    else show("insecure");
    return () => {
      isCurrent = false;
    };
  }, [review]);
  return source;
}
