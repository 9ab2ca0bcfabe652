export type Severity = "error" | "warning" | "info";

/** One thing said in both languages. */
export interface Words {
  readonly zh: string;
  readonly en: string;
}

/** Where a finding stands, ready to be put into a sentence. */
export interface Where {
  readonly sheet: string | null;
  /** A1, or null where the finding has no cell. */
  readonly cell: string | null;
  /** The indicator's or level's path, last name last. */
  readonly path: readonly string[];
}

/** What is said of a kind of finding in one language. */
interface Wording<D> {
  /** The heading over findings of this kind: "缺扣分原因". */
  readonly title: string;
  /** What it is about and why it matters, in a sentence (also the rule's text in SARIF). */
  readonly help: string;
  /** One finding in a sentence or two: what, where, why, how to mend (什么问题，在哪里，为什么，怎么改). */
  readonly message: (data: D, where: Where) => string;
}

/**
 * How a field of a finding names places, which move when rows or columns are inserted while what it says stays the same:
 * formulas and addresses; rows as numbers (5–7, 4 培训人数); columns as letters; sheets by name; heads with their letter
 * (D 年初目标值); or what follows from the finding's other fields.
 */
export type PlaceForm = "references" | "rows" | "columns" | "sheets" | "heads" | "derived";

/**
 * One kind of finding, all in one place: how serious it is, and its words. `D` is what such a finding carries;
 * numbers in it are decimal text, ready to show, so that findings are plain JSON.
 */
export interface FindingKind<D> {
  readonly severity: Severity;
  /** Fields that name places: a waiver holds as long as what stands there stays the same (SPEC P11). */
  readonly places?: { readonly [K in keyof D]?: PlaceForm };
  readonly zh: Wording<D>;
  readonly en: Wording<D>;
}

/** A kind whose findings carry `D`: the catalogue reads `D` from here, so it is written down nowhere else. */
export const kind = <D>(definition: FindingKind<D>): FindingKind<D> => definition;
