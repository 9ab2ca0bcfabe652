import { Button, Link, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { Copy16Regular } from "@fluentui/react-icons";
import { useEffect, useState } from "react";
import { auditedHere } from "../../app/pane/audit-plan";
import type { AuditView } from "../../app/pane/audit-view";
import type { AuditedSource } from "../../app/audit-sheet";
import type { PaneReview } from "../../app/pane/pane-review";
import { copyText } from "../common/copy-text";
import { useLayout } from "../common/layout";
import { useWords } from "../i18n/words";
import type { PaneStore } from "../pane-store";

const useStyles = makeStyles({
  hash: {
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
    overflowWrap: "anywhere",
    userSelect: "text",
  },
});

export interface AuditGroundsProps {
  readonly store: PaneStore;
  readonly review: PaneReview;
  readonly grounds: AuditView["grounds"];
  readonly onRules: () => void;
}

/** By what all of it was judged, and what persons decided: nothing of that is left out. */
export function AuditGrounds({ store, review, grounds, onRules }: AuditGroundsProps) {
  const l = useLayout();
  const w = useWords();
  const source = useSource(review);
  const { pack, settings, changed, waivers, round, declined } = grounds;
  const unknown = source === "insecure" ? w.audit.noHash : w.audit.hashing;
  const known = source === null || source === "insecure" ? null : source;
  return (
    <section className={l.tight} aria-label={w.audit.grounds}>
      <h2 className={l.heading}>{w.audit.grounds}</h2>
      <Hash store={store} label={w.audit.contentHash} known={known?.contentHash ?? null} otherwise={unknown} />
      <p className={l.text}>{pack ? w.audit.pack(pack.id, pack.version) : w.audit.noPack}</p>
      {pack && known?.packHash !== null && (
        <Hash store={store} label={w.audit.rulesHash} known={known?.packHash ?? null} otherwise={unknown} />
      )}
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

interface HashProps {
  readonly store: PaneStore;
  readonly label: string;
  /** Null while it is computed, and where it can not be. */
  readonly known: string | null;
  readonly otherwise: string;
}

function Hash({ store, label, known, otherwise }: HashProps) {
  const l = useLayout();
  const s = useStyles();
  const w = useWords();
  return (
    <div>
      <div className={mergeClasses(l.row, l.between)}>
        <span className={l.quiet}>{label}</span>
        {known !== null && (
          <Button
            appearance="subtle"
            size="small"
            icon={<Copy16Regular />}
            aria-label={w.audit.copy(label)}
            title={w.audit.copy(label)}
            onClick={() => void copyText(known, store.actions)}
          />
        )}
      </div>
      <div className={s.hash}>{known ?? otherwise}</div>
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
