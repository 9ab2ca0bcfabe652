import { Button } from "@fluentui/react-components";
import { useLayout } from "../common/layout";
import { useWords } from "../i18n/words";

/** The first reading was called off. */
export function NotRead({ onRead }: { readonly onRead: () => void }) {
  const l = useLayout();
  const w = useWords();
  return (
    <div className={l.padded}>
      <p className={l.text}>{w.start.waiting}</p>
      <div>
        <Button appearance="primary" onClick={onRead}>
          {w.read}
        </Button>
      </div>
    </div>
  );
}
