import { readDefinitions, type Reading } from "../language/definition/read";
import { readStandard, type StandardContext } from "../language/standard/read";
import { exactText, type Exact } from "../model/exact";
import type { Definition } from "../rules/definition";
import type { RuleReading } from "../rules/rule";

/** What is known of the indicator whose standard is read, as far as it is plain text. */
type NamedContext = Pick<StandardContext, "indicatorKind" | "explanation"> & { readonly name: string };

/**
 * Reads each printed text once in a review: the tables of a hundred units print the same sentences. What a text is read
 * to mean depends on nothing but the text, the mark and the indicator's name and kind, which together are the key.
 */
export class Readings {
  private readonly standards = new Map<string, RuleReading>();
  private readonly definitions = new Map<string, readonly Reading[]>();

  standard(text: string, fullMark: Exact, context: NamedContext): RuleReading {
    const key = [exactText(fullMark), context.name, context.indicatorKind ?? "", text, context.explanation ?? ""].join(
      "\n",
    );
    return kept(this.standards, key, () => readStandard(text, fullMark, context));
  }

  /** The first definition of a source's text; null where it can not be read. */
  definition(text: string, subject: string): Definition | null {
    const first = this.definitionsIn(text, subject)[0];
    return first?.ok ? first.definition : null;
  }

  definitionsIn(text: string, subject: string): readonly Reading[] {
    return kept(this.definitions, `${subject}\n${text}`, () => readDefinitions(text, { subject }));
  }
}

function kept<T>(known: Map<string, T>, key: string, read: () => T): T {
  const before = known.get(key);
  if (before !== undefined) return before;
  const fresh = read();
  known.set(key, fresh);
  return fresh;
}
