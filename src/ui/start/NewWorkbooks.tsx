import { Button, mergeClasses } from "@fluentui/react-components";
import { useLayout } from "../common/layout";
import { useWords } from "../i18n/words";
import type { NewWorkbook } from "../store/surroundings";

const KINDS: readonly NewWorkbook[] = ["department", "project", "sample"];

/** New workbooks to begin with: the two blank forms, and a filled table to look at. */
export function NewWorkbooks({ onNew }: { readonly onNew: (what: NewWorkbook) => void }) {
  const l = useLayout();
  const w = useWords();
  return (
    <section className={l.tight} aria-label={w.start.fromTemplate}>
      <h2 className={l.subheading}>{w.start.fromTemplate}</h2>
      <div className={mergeClasses(l.row, l.wrap)}>
        {KINDS.map((kind) => (
          <Button key={kind} size="small" onClick={() => onNew(kind)}>
            {w.start.workbooks[kind]}
          </Button>
        ))}
      </div>
    </section>
  );
}
