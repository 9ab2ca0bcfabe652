import { Button, Link, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { useState } from "react";
import type { Cause } from "../../app/pane/audit-view";
import type { CellAddress } from "../../core/workbook/address";
import { useLayout } from "../common/layout";
import { useWords } from "../i18n/words";

const useStyles = makeStyles({
  summary: {
    cursor: "pointer",
    minHeight: "28px",
    lineHeight: "28px",
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "-2px" },
  },
  error: { color: tokens.colorStatusDangerForeground1 },
  evidence: { padding: `${tokens.spacingVerticalXXS} 0`, borderTop: `1px solid ${tokens.colorNeutralStroke3}` },
});

const PORTION = 50;

export interface CauseLineProps {
  readonly cause: Cause;
  readonly onReveal: (at: CellAddress) => void;
}

/** One cause with its cells; each says what stands there, and why that is doubtful. */
export function CauseLine({ cause: { severity, title, evidence }, onReveal }: CauseLineProps) {
  const l = useLayout();
  const s = useStyles();
  const w = useWords();
  const [portion, setPortion] = useState(PORTION);
  return (
    <details>
      <summary className={s.summary}>
        <span className={mergeClasses(severity === "error" && s.error)}>{title}</span>{" "}
        <span className={l.quiet}>{w.items(evidence.length)}</span>
      </summary>
      <ul className={l.plainList}>
        {evidence.slice(0, portion).map(({ at, cell, message, waived }, index) => (
          <li key={index} className={s.evidence}>
            {at ? (
              <Link as="button" onClick={() => onReveal(at)}>
                {cell}
              </Link>
            ) : (
              cell
            )}{" "}
            <span className={l.text}>{waived ? w.noted(message, w.audit.isWaived) : message}</span>
          </li>
        ))}
      </ul>
      {evidence.length > portion && (
        <Button size="small" onClick={() => setPortion(portion + PORTION)}>
          {w.audit.more(Math.min(PORTION, evidence.length - portion))}
        </Button>
      )}
    </details>
  );
}
