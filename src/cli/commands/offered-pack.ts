import { certainOffer } from "../../app/chosen-pack";
import type { ReviewOptions } from "../../core/review";
import { builtInPack } from "../../core/rules/packs/index";
import type { Options } from "../arguments";
import { CommandFailure, type Terminal } from "../terminal";
import type { ReadFile } from "./open-file";
import { reviewFile } from "./review-file";

/** `--pack auto`. A file of that name is given as ./auto. */
export const AUTO_PACK = "auto";

/**
 * With `--pack auto` the options with the one pack that is offered for certain; refused where there are two or none. Any
 * other options as they are.
 */
export async function offeredPack(
  opened: ReadFile,
  chosen: ReviewOptions,
  options: Options,
  terminal: Terminal,
  use: "report" | "write" = "report",
): Promise<ReviewOptions> {
  if (options.pack !== AUTO_PACK) return chosen;
  const { review } = await reviewFile(opened, chosen, options, terminal, use);
  const certain = certainOffer(review);
  const pack = "pack" in certain ? builtInPack(certain.pack) : null;
  if (pack) return { ...chosen, pack };
  // A workbook that holds a choice already needs no other: it goes on being judged by that one.
  if (review.pack) return chosen;
  throw new CommandFailure(`${opened.file}: ${wordNoPack("offered" in certain ? certain.offered : [], options.lang)}`);
}

/** Why no pack was taken: none is offered, one that a person has to confirm, or several. */
export function wordNoPack(offered: readonly string[], lang: "zh" | "en"): string {
  const ids = offered.join(lang === "zh" ? "、" : ", ");
  if (offered.length === 0) {
    return lang === "zh"
      ? "没有可选用的通行规则（表式未识别，或表内已印标准），请用 --pack 指明规则包"
      : "no pack is offered (the form is not recognised, or the table prints its rules); name one with --pack";
  }
  if (offered.length === 1) {
    return lang === "zh"
      ? `规则包 ${ids} 是否适用须由人确认，没有自动选用；确认适用的，请用 --pack ${ids}`
      : `whether the pack ${ids} holds here a person has to say, so it was not taken by itself; if it does, use --pack ${ids}`;
  }
  return lang === "zh"
    ? `可选用的规则包不止一个（${ids}），没有自动选用；请用 --pack 指明其一`
    : `more than one pack is offered (${ids}), so none was taken by itself; name one with --pack`;
}
