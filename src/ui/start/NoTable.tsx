import { mergeClasses } from "@fluentui/react-components";
import { useLayout } from "../common/layout";
import { useWords } from "../i18n/words";
import type { NewWorkbook } from "../store/surroundings";
import { NewWorkbooks } from "./NewWorkbooks";

export interface NoTableProps {
  readonly sheets: readonly string[];
  readonly onNew: ((what: NewWorkbook) => void) | null;
}

/** A workbook without a scoring table: what was looked for and where, and a sample to look at. */
export function NoTable({ sheets, onNew }: NoTableProps) {
  const l = useLayout();
  const w = useWords();
  return (
    <section className={l.padded}>
      <h2 className={l.heading}>{w.noTable.title}</h2>
      <p className={l.text}>{w.noTable.body}</p>
      <p className={mergeClasses(l.text, l.quiet)}>{w.noTable.seen(w.list(sheets))}</p>
      {onNew && <NewWorkbooks onNew={onNew} />}
    </section>
  );
}
