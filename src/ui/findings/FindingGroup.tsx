import { Button, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { ErrorCircle20Regular, Info20Regular, Warning20Regular } from "@fluentui/react-icons";
import { useState, type ReactElement } from "react";
import type { PaneFindingGroup } from "../../app/pane/pane-findings";
import type { Severity } from "../../core/findings/finding-kind";
import { useLayout } from "../common/layout";
import { useWords } from "../i18n/words";
import { FindingItem } from "./FindingItem";
import type { FindingActions } from "./finding-actions";

const ICONS: Readonly<Record<Severity, ReactElement>> = {
  error: <ErrorCircle20Regular />,
  warning: <Warning20Regular />,
  info: <Info20Regular />,
};

const useStyles = makeStyles({
  group: {
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    overflow: "hidden",
  },
  head: {
    display: "flex",
    columnGap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    backgroundColor: tokens.colorNeutralBackground2,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  icon: { display: "flex", flexShrink: 0 },
  error: { color: tokens.colorStatusDangerForeground1 },
  warning: { color: tokens.colorStatusWarningForeground3 },
  info: { color: tokens.colorNeutralForeground2 },
  more: { width: "100%" },
});

/** Long lists unfold in portions, so that ten thousand findings do not freeze the pane. */
const PORTION = 50;

export interface FindingGroupProps {
  readonly group: PaneFindingGroup;
  readonly open: string | null;
  readonly actions: FindingActions;
}

export function FindingGroup({ group, open, actions }: FindingGroupProps) {
  const l = useLayout();
  const s = useStyles();
  const w = useWords();
  const [portion, setPortion] = useState(PORTION);
  const { severity, title, help, findings } = group;
  const openAt = findings.findIndex(({ fingerprint }) => fingerprint === open);
  const shown = findings.slice(0, Math.max(portion, openAt + 1));
  return (
    <section className={s.group} aria-label={w.led(w.findings.severities[severity], title)}>
      <div className={s.head}>
        <span className={mergeClasses(s.icon, s[severity])} role="img" aria-label={w.findings.severities[severity]}>
          {ICONS[severity]}
        </span>
        <span className={l.grow}>
          <h2 className={l.heading}>{title}</h2>
          <p className={mergeClasses(l.text, l.quiet)}>{help}</p>
        </span>
      </div>
      <ul className={l.plainList}>
        {shown.map((finding) => (
          <FindingItem
            key={finding.fingerprint}
            finding={finding}
            isOpen={finding.fingerprint === open}
            actions={actions}
          />
        ))}
      </ul>
      {shown.length < findings.length && (
        <Button appearance="subtle" className={s.more} onClick={() => setPortion(portion + PORTION)}>
          {w.write.more(findings.length - shown.length)}
        </Button>
      )}
    </section>
  );
}
