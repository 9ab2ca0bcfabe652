import type { ChosenPack, ReviewerChoice } from "../core/plan/rules-draft";
import type { Review } from "../core/review.types";
import { builtInPack } from "../core/rules/packs/index";
import { packText } from "../core/rules/packs/pack-text";
import type { PackFile } from "../core/rules/packs/schema";
import { SETTING_KEYS } from "../core/rules/setting-labels";
import type { Language } from "./failure-words";

/** A pack as the sheet 规则 names it: id, version, and what it goes back to. */
export const chosenPackOf = (pack: PackFile, lang: Language): ChosenPack => ({
  id: pack.id,
  version: pack.version,
  title: pack.title[lang],
  source: [pack.source.document, pack.source.title].filter(Boolean).join(" "),
  // A person's own pack may bear a built-in one's id.
  text: builtInPack(pack.id) === pack ? null : packText(pack),
});

/** What the reviewer took, to be kept in the workbook: the pack, and the settings that he gave himself (SPEC M17). */
export const reviewerChoice = (pack: PackFile, { settingSources }: Review, lang: Language): ReviewerChoice => ({
  pack: chosenPackOf(pack, lang),
  settings: SETTING_KEYS.filter((key) => settingSources[key] === "reviewer"),
});

/**
 * The one pack that is offered for certain: what `--pack auto` takes. Else the ids that are offered, of which none can be
 * taken without a person (none, several, or one of which it is not certain that it holds).
 */
export function certainOffer({ offers }: Review): { readonly pack: string } | { readonly offered: readonly string[] } {
  const offered = [...new Set(offers.map(({ pack }) => pack))];
  const [only] = offered;
  const isCertain = only !== undefined && offered.length === 1 && offers.every(({ certain }) => certain);
  return isCertain ? { pack: only } : { offered };
}
