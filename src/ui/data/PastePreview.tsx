import { Button, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { ClipboardPaste20Regular } from "@fluentui/react-icons";
import type { Pasted } from "../../app/pane/paste";
import { useLayout } from "../common/layout";
import { useWords } from "../i18n/words";

const useStyles = makeStyles({
  paste: {
    position: "sticky",
    top: 0,
    zIndex: 2,
    backgroundColor: tokens.colorNeutralBackground3,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
  },
});

interface PastePreviewProps {
  readonly preview: Pasted;
  readonly onSave: () => void;
  readonly onDiscard: () => void;
}

/** What was pasted is shown before it is kept; what is no number is named. */
export function PastePreview({
  preview: { filled, refused, unknown, ambiguous },
  onSave,
  onDiscard,
}: PastePreviewProps) {
  const l = useLayout();
  const s = useStyles();
  const w = useWords();
  const count = filled.length + refused.length + unknown.length + ambiguous.length;
  return (
    <div className={mergeClasses(l.tight, s.paste)} role="status">
      <div className={mergeClasses(l.row, l.wrap)}>
        <ClipboardPaste20Regular />
        <span className={l.grow}>{w.data.pasted(count, filled.length)}</span>
        {filled.length > 0 && (
          <Button size="small" appearance="primary" onClick={onSave}>
            {w.data.save(filled.length)}
          </Button>
        )}
        <Button size="small" onClick={onDiscard}>
          {w.data.discard}
        </Button>
      </div>
      {refused.length > 0 && <span className={l.danger}>{w.data.pasteRefused(w.list(refused))}</span>}
      {unknown.length > 0 && <span className={l.danger}>{w.data.pasteUnknown(w.list(unknown))}</span>}
      {ambiguous.length > 0 && <span className={l.danger}>{w.data.pasteAmbiguous(w.list(ambiguous))}</span>}
    </div>
  );
}
