import { Badge, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { useEffect, useId, useRef } from "react";
import type { PaneFinding } from "../../app/pane/pane-findings";
import { useLayout } from "../common/layout";
import { useWords } from "../i18n/words";
import { FindingRemedy } from "./FindingRemedy";
import type { FindingActions } from "./finding-actions";

const useStyles = makeStyles({
  item: { ":not(:last-child)": { borderBottom: `1px solid ${tokens.colorNeutralStroke3}` } },
  line: { alignItems: "baseline", padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`, borderRadius: 0 },
  open: { backgroundColor: tokens.colorNeutralBackground1Selected },
  cell: {
    flexShrink: 0,
    minWidth: "34px",
    fontVariantNumeric: "tabular-nums",
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorBrandForeground1,
  },
  openCell: { color: tokens.colorNeutralForeground1 },
  waived: { color: tokens.colorNeutralForeground2 },
  detail: { padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM} ${tokens.spacingVerticalM}` },
});

export interface FindingItemProps {
  readonly finding: PaneFinding;
  readonly isOpen: boolean;
  readonly actions: FindingActions;
}

/** One finding: pressed, it shows its cell in the sheet and unfolds what can be done. */
export function FindingItem({ finding, isOpen, actions }: FindingItemProps) {
  const l = useLayout();
  const s = useStyles();
  const w = useWords();
  const detail = useId();
  const line = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (isOpen) line.current?.scrollIntoView({ block: "nearest" });
  }, [isOpen]);
  const { cell, message, waived, path } = finding;
  return (
    <li className={s.item}>
      <button
        ref={line}
        type="button"
        className={mergeClasses(l.line, s.line, isOpen && s.open)}
        aria-expanded={isOpen}
        aria-controls={isOpen ? detail : undefined}
        onClick={() => (isOpen ? actions.close() : actions.open(finding))}
      >
        {cell !== null && <span className={mergeClasses(s.cell, isOpen && s.openCell)}>{cell}</span>}
        <span className={mergeClasses(l.grow, l.text, waived && s.waived)}>
          {waived && (
            <Badge appearance="outline" color="informative">
              {w.findings.waived}
            </Badge>
          )}
          {isOpen ? message : (path.at(-1) ?? message)}
        </span>
      </button>
      {isOpen && (
        <div id={detail} className={mergeClasses(l.tight, s.detail)}>
          <FindingRemedy finding={finding} actions={actions} />
        </div>
      )}
    </li>
  );
}
