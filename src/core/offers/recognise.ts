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

/**
 * The first form all of whose features are there, and others that are there as well and are no general form of it: nobody
 * can tell then which rules hold, and each is named. Empty where none is (SPEC O1, O3).
 */
export function recognise(text: FormText): readonly Recognition[] {
  const found = FORMS.flatMap((form) => {
    const words = wordsOf(form, text);
    return words ? [{ form, words }] : [];
  });
  const rivals = found.filter(({ form }, i) => i === 0 || !form.general);
  return rivals.map(({ form, words }) => ({
    form: form.id,
    pack: packOf(form, text),
    certain: (form.certain ?? true) && rivals.length === 1 && !OTHER_KIND.test(text.title),
    because: words.map(({ text: printed, at }) => `${at === null ? "" : `${at} `}${printed.replace(/\s+/g, "")}`),
  }));
}

/** What is evaluated by the project's form and is no project: whether its rules hold there a person has to say. */
const OTHER_KIND =
  /政策(?:支出|实施|资金)?(?:事前|整体)?绩效|ppp|政府和社会资本合作|专项债券|政府债券|国有资本经营|社会保险基金/i;

/** The words that make the form; null where one is wanting, or one is there that the form has not. */
function wordsOf({ all, none }: Form, text: FormText): readonly FormWord[] | null {
  const found = all.flatMap((feature) => find(feature, text) ?? []);
  if (found.length < all.length) return null;
  return none?.some((feature) => find(feature, text) !== null) ? null : found;
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
