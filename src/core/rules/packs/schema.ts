import * as v from "valibot";

const text = v.pipe(v.string(), v.regex(/\S/));
const identifier = v.pipe(v.string(), v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/));
/** 0.9, "90%" or "69/77". */
const amount = v.union([v.number(), v.pipe(v.string(), v.regex(/^-?\d+(\.\d+)?(\/\d+(\.\d+)?)?%?$/))]);
const bilingual = v.strictObject({ zh: text, en: text });

const bounds = v.strictObject({
  from: v.optional(amount),
  fromClosed: v.optional(v.boolean(), true),
  to: v.optional(amount),
  toClosed: v.optional(v.boolean(), false),
});

/** How sure it is that the source says so: seen in two, read in one, an excerpt, concluded from filled tables, or nowhere found. */
const certainty = v.optional(v.picklist(["two-sources", "read", "excerpt", "deduced", "unsourced"]));

const example = v.strictObject({
  fullMark: v.optional(amount),
  inputs: v.record(v.string(), amount),
  rate: v.optional(amount),
  score: v.optional(amount),
  note: v.optional(text),
});

const indicator = v.strictObject({
  id: identifier,
  names: v.pipe(v.array(text), v.minLength(1)),
  under: v.optional(v.array(text)),
  clause: text,
  fullMark: v.optional(amount),
  definition: v.optional(text),
  /** Formulas that local forms are known to print for the same name; none of them is a difference. */
  variants: v.optional(v.array(text), []),
  standard: v.optional(text),
  /** Standards that hold for one full mark each; where none is for the row's mark, nothing is judged. */
  standards: v.optional(v.array(v.strictObject({ fullMark: amount, standard: text })), []),
  certainty,
  /** A local addition, not in the document: it holds only where the pack is chosen. */
  local: v.optional(v.boolean(), false),
  evidence: v.optional(v.boolean(), false),
  examples: v.optional(v.array(example), []),
});

const cap = v.strictObject({
  id: identifier,
  clause: text,
  certainty,
  when: v.union([
    v.strictObject({ executionRate: bounds }),
    v.strictObject({ question: bilingual, answer: v.picklist(["yes", "no"]) }),
  ]),
  total: amount,
});

const deviation = v.strictObject({
  id: identifier,
  clause: text,
  atLeast: amount,
  /** True: only an actual value above its target counts; false: one below it, too. */
  exceeds: v.optional(v.boolean(), false),
  deduct: amount,
  certainty,
});

/**
 * The shape of a rule pack file. `pack.schema.json` is generated from this for completion in editors;
 * field by field description: README "Rule packs".
 */
export const PACK_SCHEMA = v.strictObject({
  id: identifier,
  version: v.pipe(v.string(), v.regex(/^\d+\.\d+\.\d+$/)),
  /** A built-in pack whose lists this one takes over and adds to. */
  extends: v.optional(identifier),
  /** Packs that took the place of this one; it keeps working, with a note. */
  replacedBy: v.optional(v.array(identifier), []),
  title: bilingual,
  source: v.strictObject({ document: text, title: v.optional(text), note: v.optional(text), certainty }),
  kind: v.picklist(["department", "project"]),
  /** An official pack outranks what a table prints; a usual one fills in what the table does not print. */
  authority: v.optional(v.picklist(["official", "usual"]), "usual"),
  settings: v.optional(v.record(v.string(), v.union([v.string(), v.number()])), {}),
  indicators: v.optional(v.array(indicator), []),
  target: v.optional(
    v.strictObject({
      clause: text,
      /** What is said of targets that must not be exceeded, where that is another clause or a local usage. */
      reverseClause: v.optional(text),
      missed: v.picklist(["share", "zero"]),
      /** The completion below which a missed target has no marks; from there they grow in proportion (财预〔2021〕101号). */
      shareFrom: v.optional(amount),
    }),
  ),
  tiers: v.optional(
    v.strictObject({
      clause: text,
      levels: v.pipe(
        v.array(
          v.strictObject({
            names: v.pipe(v.array(text), v.minLength(1)),
            from: amount,
            to: amount,
            fromClosed: v.optional(v.boolean(), true),
            toClosed: v.optional(v.boolean(), true),
          }),
        ),
        v.minLength(2),
      ),
    }),
  ),
  parts: v.optional(v.record(text, amount)),
  caps: v.optional(v.array(cap), []),
  deviations: v.optional(v.array(deviation), []),
});

export type PackFile = v.InferOutput<typeof PACK_SCHEMA>;
export type PackIndicator = PackFile["indicators"][number];
export type PackCap = PackFile["caps"][number];
export type PackExample = PackIndicator["examples"][number];
