import { compact, nameKey } from "../model/text";
import { identityKey, readQuantityName } from "../language/definition/quantity-name";

/** A label as a person writes it: a quantity's name, and in brackets at the end perhaps the one indicator it is meant for. */
export interface Label {
  readonly name: string;
  readonly indicator: string | null;
}

/** Reads 预算数（预算调整率）. Whether the bracket names an indicator, the indicators tell: 因公出国费（境） has none. */
export function readLabel(label: string, isIndicator: (name: string) => boolean): Label {
  const text = compact(label);
  const bracket = /^(.+)\(([^()]+(?:\([^()]*\)[^()]*)*)\)$/.exec(text);
  const name = bracket?.[1];
  const indicator = bracket?.[2];
  if (name === undefined || indicator === undefined || !isIndicator(indicator)) return { name: text, indicator: null };
  return { name, indicator: nameKey(indicator) };
}

/** Which uses a person has parted from the rest, by labels of the form 名称（指标）. */
export function partings(labels: readonly Label[]): (variable: string, indicator: string) => boolean {
  const parted = new Set<string>();
  for (const { name, indicator } of labels) {
    if (indicator === null) continue;
    parted.add(`${nameKey(name)}|${indicator}`);
    parted.add(`${identityKey(readQuantityName(name))}||${indicator}`);
  }
  if (parted.size === 0) return () => false;
  return (variable, indicator) =>
    parted.has(`${nameKey(variable)}|${nameKey(indicator)}`) ||
    parted.has(`${identityKey(readQuantityName(variable))}||${nameKey(indicator)}`);
}
