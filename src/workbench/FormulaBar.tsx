import { Input } from "@fluentui/react-components";
import { useState } from "react";
import { a1, parseA1 } from "../core/workbook/address";
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
  const [text, setText] = useState<string | null>(null);
  const go = (typed: string): void => {
    const to = parseA1(typed.normalize("NFKC").trim());
    if (to) void host.reveal({ sheet, ...to });
    else store.actions.problem({ zh: words.noSuchCell(typed), en: words.noSuchCell(typed) });
    setAddress(null);
  };
  const put = (typed: string): void => {
    const problem = host.type([{ at, text: typed }]);
    store.actions.problem(problem);
    if (!problem) setText(null);
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
        onChange={(_, { value }) => setText(value)}
        onBlur={() => text !== null && put(text)}
        onKeyDown={(event) => {
          if (event.key === "Enter" && !event.nativeEvent.isComposing) put(event.currentTarget.value);
          if (event.key === "Escape") setText(null);
        }}
      />
    </div>
  );
}
