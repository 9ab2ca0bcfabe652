import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { ChangeGroup } from "../../app/pane/change-lines";
import type { CellAddress } from "../../core/workbook/address";
import { CellLink, FoldedList } from "../common/FoldedList";
import { useLayout } from "../common/layout";

const useStyles = makeStyles({
  doubtful: { color: tokens.colorPaletteDarkOrangeForeground1 },
  line: { padding: `${tokens.spacingVerticalXS} 0`, borderTop: `1px solid ${tokens.colorNeutralStroke3}` },
  name: { fontWeight: tokens.fontWeightSemibold },
});

export interface ChangeGroupsProps {
  readonly groups: readonly ChangeGroup[];
  readonly onReveal: (at: CellAddress) => void;
}

/** What changed, kind by kind, each folded but the first; a line leads to its cell. */
export function ChangeGroups({ groups, onReveal }: ChangeGroupsProps) {
  const l = useLayout();
  const s = useStyles();
  return (
    <div>
      {groups.map(({ title, isDoubtful, lines }, first) => (
        <FoldedList key={title} title={title} titleClass={isDoubtful && s.doubtful} lines={lines} isOpen={first === 0}>
          {({ at, cell, name, fact, note }, index) => (
            <li key={index} className={mergeClasses(s.line, l.text)}>
              <CellLink at={at} cell={cell} onReveal={onReveal} />{" "}
              {name !== "" && <span className={s.name}>{name}</span>} {fact} {note !== "" && <span>{note}</span>}
            </li>
          )}
        </FoldedList>
      ))}
    </div>
  );
}
