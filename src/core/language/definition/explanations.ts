import type { Definition } from "../../rules/definition";
import { canonical, nameKey } from "../../model/text";

interface Explained {
  readonly key: string;
  readonly text: string;
}

/** 在职人员数：… or 重点工作是指…: a label, and what is said of it. */
const LABELLED = /^([^:。;]{2,40}?)(?::|(?:是|系)?指(?!标)(?:的是)?,?)(.+)$/;
const BEFORE_LABEL = /^(?:(?:其中|式中|注|说明)[:,]?|\(?\d{1,2}[).、]|[①-⑳])\s*/;

/**
 * For a definition of the text, the explanations printed for its variables: under the variable's own name, else under
 * a name that the variable contains (“三公经费”：年度预算安排的…, explaining 本年度“三公经费”总额) (SPEC D7).
 */
export function explanationsOf(
  text: string,
  definitions: readonly Definition[],
): (definition: Definition) => ReadonlyMap<string, string> {
  const explained = definitions.length > 0 ? labelled(text, definitions) : [];
  return (definition) => {
    const result = new Map<string, string>();
    for (const variable of definition.variables) {
      const found = explanationFor(nameKey(variable), explained);
      if (found !== null) result.set(variable, found);
    }
    return result;
  };
}

function explanationFor(key: string, explained: readonly Explained[]): string | null {
  const own = explained.find((each) => each.key === key);
  if (own) return own.text;
  const within = explained.filter((each) => key.includes(each.key));
  return within.length === 1 ? (within[0]?.text ?? null) : null;
}

/** The labelled sentences of a text; a sentence without a label continues the explanation before it in its line. */
function labelled(text: string, definitions: readonly Definition[]): readonly Explained[] {
  const found: { key: string; text: string }[] = [];
  for (const line of withoutDefinitions(text, definitions).split(/[\n\r]/)) {
    let current: { key: string; text: string } | null = null;
    for (const sentence of line.split(/(?<=[。；;])/)) {
      const next = labelOf(sentence.trim());
      if (next) found.push((current = next));
      else if (current) current.text += sentence.trimEnd();
    }
  }
  return found;
}

function labelOf(sentence: string): { key: string; text: string } | null {
  const printed = sentence.slice((BEFORE_LABEL.exec(canonical(sentence)) ?? [""])[0].length);
  const match = LABELLED.exec(canonical(printed));
  const key = nameKey(match?.[1] ?? "");
  const said = printed.slice(printed.length - (match?.[2] ?? "").length).trim();
  return match && key.length >= 2 && said !== "" ? { key, text: said } : null;
}

/** Explanations never stand inside a formula; what follows a formula in its line may be one. */
function withoutDefinitions(text: string, definitions: readonly Definition[]): string {
  let rest = text;
  for (const definition of definitions) rest = rest.replace(definition.text, "\n");
  return rest.replace(/\n[。；;，,\s]*/g, "\n");
}
