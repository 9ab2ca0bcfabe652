import { nameKey } from "../model/text";
import type { CellAddress } from "../workbook/address";
import { exactText, type Exact } from "../model/exact";
import type { QuantitySource } from "../model/quantity";
import type { CellScalar } from "../workbook/snapshot";
import type { BaseMatch } from "./base-table-match";
import type { BaseSheetRow } from "./base-sheet-rows";
import { cellNumber, shownValue } from "./cell-number";
import type { WantedQuantity } from "./collect";
import { titleOf } from "./given-inputs";
import type { LinkedCell } from "../ours/linked-cells";
import type { BindingProblem } from "../model/binding-problem";
import { readQuantityName } from "../language/definition/quantity-name";

/** Turns what was found for one quantity into its source, noting what stands in the way. */
export class ValueSource {
  private readonly draft: WantedQuantity;
  private readonly problems: BindingProblem[];

  constructor(draft: WantedQuantity, problems: BindingProblem[]) {
    this.draft = draft;
    this.problems = problems;
  }

  linked(link: LinkedCell | undefined): QuantitySource | null {
    if (!link) return null;
    if (!this.isNamedBy(link.label)) {
      this.problems.push({ kind: "link-stale", quantity: titleOf(this.draft), at: link.at, label: link.label });
      return null;
    }
    return { from: "linked", number: this.number(link.value, link.at), at: link.at };
  }

  baseTable(match: BaseMatch): QuantitySource | null {
    if (match.found === "none") return null;
    if (match.found === "several") {
      this.problems.push({
        kind: "cells-ambiguous",
        quantity: titleOf(this.draft),
        cells: match.values.map(({ at }) => at),
      });
      return null;
    }
    const { number, at, label, asText } = match.value;
    // A base-data table that leaves the cell blank gives no value; the sheet 基础数据 may.
    if (!number) return null;
    if (asText) {
      this.problems.push({
        kind: "not-a-number",
        quantity: titleOf(this.draft),
        at,
        text: match.value.text ?? exactText(number),
      });
      return null;
    }
    return { from: "baseTable", number, at, label };
  }

  sheet(rows: readonly BaseSheetRow[]): QuantitySource | null {
    const [only] = rows;
    if (!only) return null;
    if (rows.length > 1) {
      this.problems.push({
        kind: "cells-ambiguous",
        quantity: titleOf(this.draft),
        cells: rows.map(({ row }) => row.valueAt),
      });
      return null;
    }
    const { value, valueAt } = only.row;
    return { from: "sheet", number: this.number(value, valueAt), at: valueAt };
  }

  private number(value: CellScalar, at: CellAddress): Exact | null {
    const number = cellNumber(value);
    if (number !== "text") return number;
    this.problems.push({ kind: "not-a-number", quantity: titleOf(this.draft), at, text: shownValue(value) });
    return null;
  }

  /** The same words, or other words for the same thing: a label in a table often leaves year and phase to its column. */
  private isNamedBy(label: string): boolean {
    const read = readQuantityName(label);
    const { parsed, spellings } = this.draft;
    return (
      spellings.some((spelling) => nameKey(spelling) === nameKey(label)) ||
      (read.subject !== "" && read.subject === parsed.subject)
    );
  }
}
