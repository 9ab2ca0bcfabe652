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
 * One kind of finding, all in one place: how serious it is, and its words. `D` is what such a finding carries;
 * numbers in it are decimal text, ready to show, so that findings are plain JSON.
 */
export interface FindingKind<D> {
  readonly severity: Severity;
  readonly zh: Wording<D>;
  readonly en: Wording<D>;
}

/** A kind whose findings carry `D`: the catalogue reads `D` from here, so it is written down nowhere else. */
export const kind = <D>(definition: FindingKind<D>): FindingKind<D> => definition;
