import { Button, Link, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { useState } from "react";
import type { ChangeGroup, ChangeLine } from "../../app/pane/change-lines";
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
  doubtful: { color: tokens.colorPaletteDarkOrangeForeground1 },
  line: { padding: `${tokens.spacingVerticalXS} 0`, borderTop: `1px solid ${tokens.colorNeutralStroke3}` },
  name: { fontWeight: tokens.fontWeightSemibold },
});

/** Lists longer than this are shown in portions, so that the page answers at once. */
const PORTION = 50;

export interface ChangeGroupsProps {
  readonly groups: readonly ChangeGroup[];
  readonly onReveal: (at: CellAddress) => void;
}

/** What changed, kind by kind, each folded but the first; a line leads to its cell. */
export function ChangeGroups({ groups, onReveal }: ChangeGroupsProps) {
  return (
    <div>
      {groups.map((group, index) => (
        <Group key={group.title} group={group} isFirst={index === 0} onReveal={onReveal} />
      ))}
    </div>
  );
}

interface GroupProps {
  readonly group: ChangeGroup;
  readonly isFirst: boolean;
  readonly onReveal: ChangeGroupsProps["onReveal"];
}

function Group({ group: { title, isDoubtful, lines }, isFirst, onReveal }: GroupProps) {
  const l = useLayout();
  const s = useStyles();
  const w = useWords();
  const [portion, setPortion] = useState(PORTION);
  return (
    <details open={isFirst}>
      <summary className={s.summary}>
        <span className={mergeClasses(isDoubtful && s.doubtful)}>{title}</span>{" "}
        <span className={l.quiet}>{w.items(lines.length)}</span>
      </summary>
      <ul className={l.plainList}>
        {lines.slice(0, portion).map((line, index) => (
          <Line key={index} line={line} onReveal={onReveal} />
        ))}
      </ul>
      {lines.length > portion && (
        <Button size="small" onClick={() => setPortion(portion + PORTION)}>
          {w.audit.more(Math.min(PORTION, lines.length - portion))}
        </Button>
      )}
    </details>
  );
}

interface LineProps {
  readonly line: ChangeLine;
  readonly onReveal: ChangeGroupsProps["onReveal"];
}

function Line({ line: { at, cell, name, fact, note }, onReveal }: LineProps) {
  const l = useLayout();
  const s = useStyles();
  return (
    <li className={mergeClasses(s.line, l.text)}>
      {at ? (
        <Link as="button" onClick={() => onReveal(at)}>
          {cell}
        </Link>
      ) : (
        cell
      )}{" "}
      {name !== "" && <span className={s.name}>{name}</span>} {fact} {note !== "" && <span>{note}</span>}
    </li>
  );
}
