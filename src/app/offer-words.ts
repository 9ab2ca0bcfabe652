import { decimalText } from "../core/model/exact";
import type { Offer, Review } from "../core/review.types";
import { builtInPack } from "../core/rules/packs/index";
import type { Language } from "./failure-words";
import { certaintyText } from "./pack-words";

/** A pack that is offered, ready to be shown: in the pane as it is, on the command line in lines, as JSON with its figures. */
export interface OfferFacts {
  readonly offer: Offer;
  readonly title: string;
  /** How sure it is that its document says so; null where its file does not say. */
  readonly certainty: string | null;
  /** What it goes back to, what it would come to, and how it is taken: one sentence. */
  readonly text: string;
  /** The words of the form by which it was known, each with its cell. */
  readonly evidence: string;
}

export const offerFacts = ({ offers, tables }: Review, lang: Language): readonly OfferFacts[] =>
  offers.map((offer) => {
    const pack = builtInPack(offer.pack);
    const say = (zh: string, en: string): string => (lang === "zh" ? zh : en);
    const where = tables.length > 1 ? say(`${offer.sheet}：`, `${offer.sheet}: `) : "";
    return {
      offer,
      title: pack?.title[lang] ?? offer.pack,
      certainty: certaintyText(pack?.source.certainty, lang),
      text: `${where}${offerText(offer, say)}`,
      evidence: say(`表式依据：${offer.because.join("、")}`, `known by: ${offer.because.join(", ")}`),
    };
  });

/** Two lines for each pack that is offered: what it is, and by what the form was known. */
export const offerLines = (review: Review, lang: Language): readonly string[] =>
  offerFacts(review, lang).flatMap(({ text, evidence, certainty }) => {
    const sure = certainty === null ? "" : lang === "zh" ? `；${certainty}` : `; ${certainty}`;
    return [text, `  ${evidence}${sure}`];
  });

function offerText(offer: Offer, say: (zh: string, en: string) => string): string {
  const { pack, document, certain } = offer;
  const doubt = certain ? "" : say("；是否适用须先确认", "; make sure first that it holds here");
  return say(
    `可选用通行规则 ${pack}（${document}）：${effect(offer, say)}；--pack ${pack}${doubt}`,
    `The usual rules ${pack} (${document}) can be taken: ${effect(offer, say)}; --pack ${pack}${doubt}`,
  );
}

function effect({ judged, covered, differing }: Offer, say: (zh: string, en: string) => string): string {
  const marks = decimalText(judged, 2);
  const whole = decimalText(covered, 2);
  if (judged.n === 0n) return say(`填报后可计 ${whole} 分`, `${whole} marks once it is filled in`);
  return say(
    `可复算 ${marks} 分，其中 ${differing} 项不符`,
    `${marks} marks would be recalculated, ${differing} of the scores would differ`,
  );
}

/** What is to be said of the pack that judges: that others took its place, or that the choice was made by another version. */
export function packNotes({ pack }: Review, lang: Language): readonly string[] {
  if (!pack) return [];
  const say = (zh: string, en: string): string => (lang === "zh" ? zh : en);
  const notes: string[] = [];
  const { id, version, chosenVersion, replacedBy = [] } = pack;
  if (replacedBy.length > 0) {
    const ids = replacedBy.filter((one) => builtInPack(one)).join(say("、", ", "));
    notes.push(say(`规则包 ${id} 已由 ${ids} 取代，仍可使用`, `the pack ${id} is replaced by ${ids}, and still works`));
  }
  if (chosenVersion !== undefined)
    notes.push(
      say(
        `规则表所记规则包为 ${id} ${chosenVersion}，现按 ${version} 复算`,
        `the workbook was judged by ${id} ${chosenVersion}, now by ${version}`,
      ),
    );
  return notes;
}
