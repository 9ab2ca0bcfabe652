import { Button } from "@fluentui/react-components";
import { ArrowUndo20Regular, TableCellEdit20Regular } from "@fluentui/react-icons";
import { useWords } from "../i18n/words";
import { shownTable, type PaneState } from "../pane-state";
import { useShell } from "./shell-styles";

export interface FooterProps {
  readonly state: PaneState;
  readonly onWrite: () => void;
  readonly onUndo: () => void;
}

/** 写入 and 撤销, always in reach. */
export function Footer({ state, onWrite, onUndo }: FooterProps) {
  const s = useShell();
  const w = useWords();
  const { phase, work, undoable } = state;
  const isBusy = work !== null || phase.status === "reading";
  return (
    <footer className={s.footer}>
      <Button
        appearance="primary"
        icon={<TableCellEdit20Regular />}
        disabled={isBusy || !shownTable(state)}
        onClick={onWrite}
      >
        {w.write.button}
      </Button>
      <Button
        className={s.undo}
        appearance="subtle"
        icon={<ArrowUndo20Regular />}
        disabled={work !== null || !undoable}
        onClick={onUndo}
      >
        <span className={s.undoText}>{undoable ? w.undo.label(w.undo.kinds[undoable.what]) : w.undo.button}</span>
      </Button>
    </footer>
  );
}
