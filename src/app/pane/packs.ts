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
