import { useState } from "react";
import { scalarText } from "../../core/workbook/cell-content";
import { BATCH_WORDS } from "../../app/batch/batch-words";
import type { SummarySheet } from "../../app/batch/summary-sheet";
import type { Language } from "../../ui/i18n/words";
import type { BatchPageWords } from "./batch-page-words";

/** Rows shown at once; the rest by a press, so that ten thousand units do not hold up the page. */
const ROWS_SHOWN = 500;

interface SheetTableProps {
  readonly sheet: SummarySheet;
  readonly lang: Language;
  readonly words: BatchPageWords;
  readonly onOpen: (path: string, sheet: string) => void;
}

/** One sheet of the summary; the file of each row opens in the workbench. */
export function SheetTable({ sheet: { name, heads, rows }, lang, words, onOpen }: SheetTableProps) {
  const [isWhole, setWhole] = useState(false);
  const w = BATCH_WORDS[lang];
  const [, , fileHead, sheetHead] = w.unitHeads;
  const at = { file: heads.indexOf(fileHead), sheet: heads.indexOf(sheetHead), cell: heads.indexOf(w.copiedHeads[3]) };
  const textAt = (row: SummarySheet["rows"][number], column: number): string => scalarText(row[column] ?? null);
  const shown = isWhole ? rows : rows.slice(0, ROWS_SHOWN);
  if (rows.length === 0) return <p>{words.none}</p>;
  return (
    <>
      <table aria-label={name}>
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map((row, i) => (
            <tr key={i}>
              {row.map((value, column) => (
                <td key={heads[column]} className={typeof value === "number" ? "num" : undefined}>
                  {column === at.file && value !== "" && value !== "—" ? (
                    <button
                      type="button"
                      title={words.open(textAt(row, column))}
                      onClick={() => onOpen(textAt(row, column), sheetOf(textAt(row, at.sheet), textAt(row, at.cell)))}
                    >
                      {scalarText(value)}
                    </button>
                  ) : (
                    scalarText(value)
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {shown.length < rows.length && (
        <p>
          <button type="button" onClick={() => setWhole(true)}>
            {words.more(rows.length - shown.length)}
          </button>
        </p>
      )}
    </>
  );
}

/** The sheet of a row, else that of its cell: 自评表!D4. */
const sheetOf = (sheet: string, cell: string): string => sheet || cell.replace(/!.*$/, "");
