import type { ChosenPack } from "../../core/plan/rules-draft";
import { chosenPackOf } from "../chosen-pack";
import type { Language } from "../../core/findings/catalogue";
import { BUILT_IN_PACKS, builtInPack } from "../../core/rules/packs/index";

/** A rule pack that comes with the product, as it is chosen. */
export interface PackChoice {
  readonly id: string;
  readonly title: string;
  readonly source: string;
  readonly kind: "department" | "project";
}

export const packChoices = (lang: Language): readonly PackChoice[] =>
  BUILT_IN_PACKS.flatMap((id) => {
    const pack = builtInPack(id);
    return pack ? [{ id, title: pack.title[lang], source: pack.source.document, kind: pack.kind }] : [];
  });

/** A built-in pack as the sheet 规则 names it; null where there is none of that id. */
export function packChoiceOf(id: string): ChosenPack | null {
  const pack = builtInPack(id);
  return pack && chosenPackOf(pack, "zh");
}
