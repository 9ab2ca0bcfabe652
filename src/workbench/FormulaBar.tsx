import { Input } from "@fluentui/react-components";
import { useState } from "react";
import { a1, parseA1, type CellAddress } from "../core/workbook/address";
import { contentOfCell, contentText } from "../core/workbook/cell-content";
import type { OpenFile } from "./open-file";
import { useLayout } from "./workbench-layout";
import type { WorkbenchStore } from "./workbench-store";
import type { WorkbenchWords } from "./words";

/** The selected cell's address and content: an address typed here is shown, a content typed here is put. */
export function FormulaBar({
  file,
  store,
  words,
}: {
  readonly file: OpenFile;
  readonly store: WorkbenchStore;
  readonly words: WorkbenchWords;
}) {
  const layout = useLayout();
  const { host, selected, sheet } = file;
  const at = selected?.at ?? { sheet, row: 0, column: 0 };
  const content = contentText(contentOfCell(host.book.cell(at)));
  const [address, setAddress] = useState<string | null>(null);
  // What was typed belongs to the cell that it was typed for: refused there, it is not put into the next one.
  const [typed, setTyped] = useState<{ readonly at: CellAddress; readonly text: string } | null>(null);
  const text = typed && isSameCell(typed.at, at) ? typed.text : null;
  const go = (typed: string): void => {
    const to = parseA1(typed.normalize("NFKC").trim());
    if (to) void host.reveal({ sheet, ...to });
    else store.actions.problem({ zh: words.noSuchCell(typed), en: words.noSuchCell(typed) });
    setAddress(null);
  };
  const put = (text: string): void => {
    const problem = host.type([{ at, text }]);
    store.actions.problem(problem);
    setTyped(problem ? { at, text } : null);
  };
  return (
    <div className={layout.formulaBar}>
      <Input
        size="small"
        className={layout.address}
        aria-label={words.cellName}
        value={address ?? a1(at)}
        onChange={(_, { value }) => setAddress(value)}
        onBlur={() => setAddress(null)}
        onKeyDown={(event) => {
          if (event.key === "Enter" && !event.nativeEvent.isComposing) go(event.currentTarget.value);
          if (event.key === "Escape") setAddress(null);
        }}
      />
      <Input
        size="small"
        className={layout.content}
        aria-label={words.cellText}
        value={text ?? content}
        onChange={(_, { value }) => setTyped({ at, text: value })}
        onBlur={() => text !== null && put(text)}
        onKeyDown={(event) => {
          if (event.key === "Enter" && !event.nativeEvent.isComposing) put(event.currentTarget.value);
          if (event.key === "Escape") setTyped(null);
        }}
      />
    </div>
  );
}

const isSameCell = (a: CellAddress, b: CellAddress): boolean =>
  a.sheet === b.sheet && a.row === b.row && a.column === b.column;
