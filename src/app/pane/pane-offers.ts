import type { Language } from "../../core/findings/catalogue";
import type { Review } from "../../core/review.types";
import { builtInPack } from "../../core/rules/packs/index";
import { marks } from "./marks";

/** Usual rules that would judge more, and what they would come to. Nothing counts by them until a person takes them. */
export interface PaneOffer {
  readonly pack: string;
  readonly title: string;
  readonly document: string;
  readonly judged: string;
  readonly covered: string;
  readonly differing: number;
  readonly certain: boolean;
  readonly because: readonly string[];
}

/** The offers that nobody declined, the one that judges most first. */
export const offersOf = ({ offers }: Review, declined: readonly string[], lang: Language): readonly PaneOffer[] =>
  [...offers]
    .filter(({ pack }) => !declined.includes(pack))
    .sort((a, b) => b.judged.compare(a.judged) || b.covered.compare(a.covered))
    .map(({ pack, document, judged, covered, differing, certain, because }) => ({
      pack,
      title: builtInPack(pack)?.title[lang] ?? pack,
      document,
      judged: marks(judged),
      covered: marks(covered),
      differing,
      certain,
      because,
    }));
