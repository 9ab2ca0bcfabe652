import { wordKey, type FormText, type FormWord } from "./form-text";
import { FORMS, type Feature, type Form } from "./forms";

/** Which form a table is, and the words that say so. */
export interface Recognition {
  readonly form: string;
  readonly pack: string | null;
  readonly certain: boolean;
  /** What was found, as printed, each with its cell: "D4 年初预算数". */
  readonly because: readonly string[];
}

/** The first form all of whose features are there; null where none is (SPEC O1). */
export function recognise(text: FormText): Recognition | null {
  for (const form of FORMS) {
    const found = form.all.map((feature) => find(feature, text));
    if (!found.every((word) => word !== null)) continue;
    if (form.none?.some((feature) => find(feature, text) !== null)) continue;
    return {
      form: form.id,
      pack: packOf(form, text),
      certain: form.certain ?? true,
      because: found.map(({ text: printed, at }) => `${at === null ? "" : `${at} `}${printed.replace(/\s+/g, "")}`),
    };
  }
  return null;
}

const packOf = ({ pack, departmentPack }: Form, { kind }: FormText): string | null =>
  kind === "department" ? (departmentPack ?? pack) : pack;

/** Of a feature with several places any will do. */
function find(feature: Feature, text: FormText): FormWord | null {
  const { head, first, second, standard } = feature;
  return (
    (head === undefined ? null : said(head, text.heads)) ??
    (first === undefined ? null : named(first, text.first)) ??
    (second === undefined ? null : named(second, text.second)) ??
    (standard === undefined ? null : said(standard, text.standards))
  );
}

/** A header may say more than the word: 全年预算数（A）. */
function said(words: string, among: readonly FormWord[]): FormWord | null {
  const keys = words.split("|").map(wordKey);
  return among.find(({ key }) => keys.some((word) => key.includes(word))) ?? null;
}

/** A level is called so and no more: 产出, 产出指标, 产出（50分）. */
function named(words: string, among: readonly FormWord[]): FormWord | null {
  const names = words.split("|");
  return among.find(({ key }) => names.includes(key.replace(/\([^()]*\)/g, "").replace(/指标$/, ""))) ?? null;
}
