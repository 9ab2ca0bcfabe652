import { scalarText } from "../../../../src/core/workbook/cell-content";
import type { Change } from "./changes";
import type { CellAccount } from "./traces";

interface Expected {
  readonly role: string;
  readonly kinds: readonly string[];
  /** Only of a cell with such a text. */
  readonly text?: RegExp;
  /** Why such a change rightly leaves no trace. */
  readonly because: string;
}

/** Changes that rightly leave no trace. */
const EXPECTED: readonly Expected[] = [
  {
    role: "header",
    kinds: ["words", "blank", "appended", "number"],
    because: "a column may be found by what stands in it",
  },
  { role: "reason", kinds: ["words", "appended", "first digit", "last digit"], because: "another reason is a reason" },
  { role: "remark", kinds: ["words", "appended", "first digit", "last digit"], because: "another remark is a remark" },
  { role: "standard", kinds: ["appended"], because: "words behind a sentence that is read change no reading" },
  { role: "description", kinds: ["appended"], because: "words behind a formula that is read change no reading" },
  { role: "explanation", kinds: ["appended"], because: "words behind a formula that is read change no reading" },
  {
    role: "name",
    kinds: ["first digit", "last digit"],
    text: /^\s*(?:指标)?[\d(（]/,
    because: "numbering tells the place, not the identity",
  },
  {
    role: "level",
    kinds: ["first digit", "last digit"],
    text: /^\s*(?:指标)?[\d(（]/,
    because: "numbering tells the place, not the identity",
  },
];

export const isExpected = ({ role, cell }: CellAccount, { kind }: Change): boolean =>
  EXPECTED.some(
    (each) => each.role === role && each.kinds.includes(kind) && (each.text?.test(scalarText(cell.value)) ?? true),
  );
