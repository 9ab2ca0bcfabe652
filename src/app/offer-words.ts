import { decimalText } from "../core/model/exact";
import type { Offer, Review } from "../core/review.types";
import { builtInPack } from "../core/rules/packs/index";
import type { Language } from "./failure-words";

/** One line for each pack that is offered: what it goes back to, what it would judge, and how it is taken. */
export const offerLines = ({ offers, tables }: Review, lang: Language): readonly string[] =>
  offers.map((offer) => offerLine(offer, tables.length > 1, lang));

function offerLine(offer: Offer, several: boolean, lang: Language): string {
  const { pack, document, sheet, certain } = offer;
  const say = (zh: string, en: string): string => (lang === "zh" ? zh : en);
  const where = several ? say(`${sheet}：`, `${sheet}: `) : "";
  const doubt = certain ? "" : say("；是否适用须先确认", "; make sure first that it holds here");
  return say(
    `${where}可选用通行规则 ${pack}（${document}）：${effect(offer, say)}；--pack ${pack}${doubt}`,
    `${where}The usual rules ${pack} (${document}) can be taken: ${effect(offer, say)}; --pack ${pack}${doubt}`,
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
