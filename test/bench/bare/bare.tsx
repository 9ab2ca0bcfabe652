import { Button, FluentProvider, webLightTheme } from "@fluentui/react-components";
import { useState } from "react";
import { createRoot } from "react-dom/client";

/**
 * The peer of the pane: the least that a React and Fluent add-in can be. It starts in the same Excel behind the same
 * office.js, and its one button reads what every cell holds and counts the cells: no judging, no sections, no words.
 */
void Office.onReady(() => {
  const root = document.getElementById("root");
  if (root) createRoot(root).render(<Bare />);
});

function Bare() {
  const [cells, setCells] = useState<number | null>(null);
  return (
    <FluentProvider theme={webLightTheme}>
      <Button appearance="primary" onClick={() => void countCells().then(setCells)}>
        开始核验
      </Button>
      {cells !== null && <p role="status">{cells}</p>}
    </FluentProvider>
  );
}

/** Two round trips, as an add-in needs that does not know the sheets. */
const countCells = (): Promise<number> =>
  Excel.run(async (context) => {
    const sheets = context.workbook.worksheets.load("items/name");
    await context.sync();
    const ranges = sheets.items.map((sheet) =>
      sheet.getUsedRangeOrNullObject(true).load("values,formulas,numberFormat"),
    );
    await context.sync();
    return ranges.flatMap(({ formulas }) => formulas.flat() as unknown[]).filter((formula) => formula !== "").length;
  });
