import { makeStyles, tokens } from "@fluentui/react-components";
import type { Cause } from "../../app/pane/audit-view";
import type { CellAddress } from "../../core/workbook/address";
import { CellLink, FoldedList } from "../common/FoldedList";
import { useLayout } from "../common/layout";
import { useWords } from "../i18n/words";

const useStyles = makeStyles({
  error: { color: tokens.colorStatusDangerForeground1 },
  evidence: { padding: `${tokens.spacingVerticalXXS} 0`, borderTop: `1px solid ${tokens.colorNeutralStroke3}` },
});

export interface CauseLineProps {
  readonly cause: Cause;
  readonly onReveal: (at: CellAddress) => void;
}

/** One cause with its cells; each says what stands there, and why that is doubtful. */
export function CauseLine({ cause: { severity, title, evidence }, onReveal }: CauseLineProps) {
  const l = useLayout();
  const s = useStyles();
  const w = useWords();
  return (
    <FoldedList title={title} titleClass={severity === "error" && s.error} lines={evidence}>
      {({ at, cell, message, waived }, index) => (
        <li key={index} className={s.evidence}>
          <CellLink at={at} cell={cell} onReveal={onReveal} />{" "}
          <span className={l.text}>{waived ? w.noted(message, w.audit.isWaived) : message}</span>
        </li>
      )}
    </FoldedList>
  );
}
