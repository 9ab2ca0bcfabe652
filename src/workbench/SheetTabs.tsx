import { Tab, TabList } from "@fluentui/react-components";
import { displayText } from "../core/formula/number-format";
import type { OpenFile } from "./open-file";
import { useLayout } from "./workbench-layout";
import type { WorkbenchStore } from "./workbench-store";
import type { WorkbenchWords } from "./words";

/** The sheets; a hidden one has a tab only while it is shown. At the right, count and sum of the selection. */
export function SheetTabs({
  file,
  store,
  words,
}: {
  readonly file: OpenFile;
  readonly store: WorkbenchStore;
  readonly words: WorkbenchWords;
}) {
  const layout = useLayout();
  const { sheets } = file.host.book.snapshot;
  const listed = sheets.filter(({ name, visibility }) => visibility === "visible" || name === file.sheet);
  return (
    <div className={layout.sheets}>
      <TabList
        size="small"
        selectedValue={file.sheet}
        onTabSelect={(_, { value }) => store.actions.showSheet(file.id, String(value))}
        aria-label={words.sheets}
      >
        {listed.map(({ name, visibility }) => (
          <Tab key={name} value={name}>
            {name}
            {visibility !== "visible" && words.hiddenSheet}
          </Tab>
        ))}
      </TabList>
      <span className={layout.sum}>{selectionSum(file, words)}</span>
    </div>
  );
}

/** Beyond so many cells the sum is not worth the wait. */
const MOST_SUMMED = 20_000;

function selectionSum({ host, selected }: OpenFile, words: WorkbenchWords): string {
  if (!selected) return "";
  const { area, at } = selected;
  const count = (area.bottom - area.top + 1) * (area.right - area.left + 1);
  if (count < 2 || count > MOST_SUMMED) return "";
  let filled = 0;
  let sum = 0;
  for (let row = area.top; row <= area.bottom; row++) {
    for (let column = area.left; column <= area.right; column++) {
      const { value } = host.book.shown({ sheet: at.sheet, row, column });
      if (value !== null && value !== "") filled++;
      if (typeof value === "number") sum += value;
    }
  }
  return filled < 2 ? "" : words.selection(filled, displayText(sum));
}
