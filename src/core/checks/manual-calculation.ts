import type { Finding } from "../findings/finding";
import type { Check } from "./context";

/**
 * In a workbook that calculates on demand only, formulas may show what is no longer true (SPEC C16). Told once, where a
 * table would be misread by it: a workbook without formulas has nothing to show that is old.
 */
export const manualCalculation: Check = ({ book, tables }): readonly Finding[] => {
  const [first] = tables;
  const hasFormulas = book.sheets.some(({ cells }) => cells.some(({ formula }) => formula !== undefined));
  if (!first || book.calculation !== "manual" || !hasFormulas) return [];
  return [
    {
      code: "manual-calculation",
      table: null,
      sheet: first.table.sheet,
      owner: "",
      at: null,
      path: [],
      subject: "",
      data: {},
    },
  ];
};
