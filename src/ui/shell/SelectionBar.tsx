import { Button } from "@fluentui/react-components";
import { ArrowUndo20Regular, ChevronUp20Regular } from "@fluentui/react-icons";
import { selectedLine } from "../../app/pane/selected-line";
import { a1 } from "../../core/workbook/address";
import { useMayWrite } from "../common/may-write";
import { useWords, type Messages } from "../i18n/words";
import { shownReview, shownTables, type PaneState } from "../pane-state";
import { useShell } from "./shell-styles";

export interface SelectionBarProps {
  readonly state: PaneState;
  readonly onCell: () => void;
  readonly onWrite: () => void;
  readonly onUndo: () => void;
}

/** The selected cell in one line, 撤销 and 写入: always in reach. It looks into the last reading; Excel is not asked. */
export function SelectionBar({ state, onCell, onWrite, onUndo }: SelectionBarProps) {
  const s = useShell();
  const w = useWords();
  const mayWrite = useMayWrite();
  const { phase, work, undoable } = state;
  const isBusy = (work !== null && work.kind !== "saving") || phase.status === "reading";
  const undo = undoable ? w.undo.label(w.undo.kinds[undoable.what]) : w.undo.button;
  const at = state.selected;
  return (
    <footer className={s.bar}>
      <span className={s.cell}>
        {at && (
          <>
            <span className={s.address}>{addressText(state)}</span>
            <span className={s.cut}>{lineText(state, w)}</span>
          </>
        )}
      </span>
      <Button
        appearance="subtle"
        size="small"
        icon={<ChevronUp20Regular />}
        aria-label={w.cell.title}
        title={w.cell.title}
        disabled={!at || !shownReview(state)}
        onClick={onCell}
      />
      {mayWrite ? (
        <>
          <Button
            appearance="subtle"
            size="small"
            icon={<ArrowUndo20Regular />}
            aria-label={undo}
            title={undo}
            disabled={isBusy || !undoable}
            onClick={onUndo}
          />
          <Button
            disabled={(work !== null && work.kind !== "saving") || shownTables(state).length === 0}
            onClick={onWrite}
          >
            {w.write.button}
          </Button>
        </>
      ) : (
        <span className={s.cell}>{w.preferences.readOnly}</span>
      )}
    </footer>
  );
}

/** With its sheet where that is not the table's. */
function addressText(state: PaneState): string {
  const { selected } = state;
  if (!selected) return "";
  const tables = shownTables(state);
  const isAtHome = tables.length <= 1 && tables.every(({ sheet }) => sheet === selected.sheet);
  return isAtHome ? a1(selected) : `${selected.sheet}!${a1(selected)}`;
}

function lineText(state: PaneState, w: Messages): string {
  const review = shownReview(state);
  const line = review && state.selected ? selectedLine(review.tables, state.selected) : null;
  if (!line) return "";
  const { score, recomputed, state: mark, difference, name } = line;
  const self = score === null ? w.states.uncompared : w.cell.lineSelf(score);
  const other = recomputed === null ? [w.states[mark]] : [w.cell.lineRecomputed(recomputed)];
  const apart =
    mark === "differing" && difference !== null
      ? [w.cell.difference(difference)]
      : recomputed === null
        ? []
        : [w.states[mark]];
  return [self, ...other, ...apart, ...(line.isScore ? [] : [name])].join(w.dot);
}
