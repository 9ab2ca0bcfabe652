import { scalarText } from "../../../../src/core/workbook/cell-content";
import type { Change } from "./changes";
import type { CellAccount } from "./traces";

/** A change of a judged cell that rightly leaves no trace. */
export interface Expected {
  readonly roles: readonly string[];
  readonly kinds: readonly string[];
  /** Only of a cell with such a text. */
  readonly text: RegExp;
  /** Only where the change leaves this part of the text as it was. */
  readonly kept?: (text: string) => string;
  /** Why such a change rightly leaves no trace. */
  readonly because: string;
  /** A change that would fail without this entry: an entry that nothing needs any more fails. */
  readonly seen: { readonly cell: string; readonly kind: string } & (
    { readonly file: string } | { readonly made: number }
  );
}

export const EXPECTED: readonly Expected[] = [
  {
    roles: ["header"],
    kinds: ["blank"],
    text: /^(?:[二三四]级指标|评价内容|考核内容|考核指标)$/,
    because: "beside another column of names a column of names is found by what stands in it",
    seen: { file: "heshan-2021-self-evaluation.xlsx", cell: "B2", kind: "blank" },
  },
  {
    roles: ["header"],
    kinds: ["words", "appended"],
    text: /^评价准则$/,
    because: "the first column of a table with marks is one of names, whatever its head says",
    seen: { file: "real/real-t13.xlsx", cell: "A2", kind: "words" },
  },
  {
    roles: ["header"],
    kinds: ["appended"],
    text: /[及和]/,
    because: "of words that are joined by 及 the first says what the column is",
    seen: { file: "department-standards-printed.xlsx", cell: "G2", kind: "appended" },
  },
  {
    roles: ["header"],
    kinds: ["words", "appended"],
    text: /^(?:指标)?值$/,
    because: "the group over it says what the column is (年度 over 指标值)",
    seen: { file: "project-2020-unexplained-deductions.xlsx", cell: "E8", kind: "words" },
  },
  {
    roles: ["standard", "description", "explanation"],
    kinds: ["appended"],
    text: /\D$/,
    because: "words behind a sentence that is read change no reading",
    seen: { file: "department-standards-printed.xlsx", cell: "D3", kind: "appended" },
  },
  {
    roles: ["standard"],
    kinds: ["first digit"],
    text: /^春节前下达专项资金的50%/,
    because: "a condition that a person answers is words: the digits in it are shown, nothing is computed from them",
    seen: { file: "department-standards-printed.xlsx", cell: "D7", kind: "first digit" },
  },
  {
    roles: ["target"],
    kinds: ["words", "appended"],
    text: /^[^\d]+$/,
    because: "against a target in words only the actual value says whether it was reached; the words are shown",
    seen: { file: "project-2022-total-row-zero.xlsx", cell: "D10", kind: "words" },
  },
  {
    roles: ["reason"],
    kinds: ["words", "appended"],
    text: /[\u4e00-\u9fff]{4}/,
    because: "another reason is a reason: that one is given is what counts",
    seen: { file: "department-standards-printed.xlsx", cell: "G8", kind: "words" },
  },
  {
    roles: ["reason"],
    kinds: ["first digit", "last digit"],
    text: /[\u4e00-\u9fff]{4}/,
    because: "a figure in a reason that certainly speaks of nothing in its row is part of its words",
    seen: { made: 93, cell: "I5", kind: "last digit" },
  },
  {
    roles: ["name"],
    kinds: ["first digit", "last digit"],
    text: /^\s*指标\d/,
    kept: (text) => text.replace(/^\s*指标\d+/, ""),
    because: "numbering tells the place, not the identity",
    seen: { file: "real/real-t01.xlsx", cell: "D11", kind: "last digit" },
  },
];

export const expectedFor = ({ role, cell }: CellAccount, change: Change): Expected | undefined =>
  EXPECTED.find(({ roles, kinds, text, kept }) => {
    const [before, after] = [scalarText(cell.value), scalarText(change.cell?.value ?? null)];
    if (!roles.includes(role ?? "") || !kinds.includes(change.kind) || !text.test(before)) return false;
    return kept === undefined || kept(before) === kept(after);
  });
