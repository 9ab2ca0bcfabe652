import { compact } from "../../model/text";
import { NAME_TAIL, SYNONYMS } from "../words/claims";

/** The name of an indicator as it is looked for in sentences. */
interface Topic {
  readonly name: string;
  /** Without 率, 数, 性 and the like. */
  readonly core: string;
}

export function topicOf(printed: string): Topic {
  const name = compact(printed)
    .replace(/["'《》]/g, "")
    .replace(/\([^()]*\)$/, "");
  const core = name.replace(NAME_TAIL, "");
  return { name, core: core.length >= 2 ? core : name };
}

const SHORTEST = 3;

/** Whether a sentence speaks of an indicator by its name, as a whole or in two pieces: 绩效指标设置还不够明确. */
export function speaksOf(sentence: string, { name, core }: Topic): boolean {
  const text = sentence.replace(/["'《》]/g, "");
  if (text.includes(name) || (core.length >= SHORTEST && text.includes(core))) return true;
  return core.length >= 5 && isInTwoPieces(text, core);
}

/** The same by other words that people use for it: 支出进度 for 预算执行率. */
export const speaksOtherwiseOf = (sentence: string, { name }: Topic): boolean =>
  SYNONYMS.some(([known, said]) => known.test(name) && said.test(sentence));

/** Both pieces in one clause, in the order of the name. */
function isInTwoPieces(text: string, core: string): boolean {
  return text.split(/[;。]/).some((clause) => {
    for (let cut = 2; cut <= core.length - 2; cut++) {
      const first = clause.indexOf(core.slice(0, cut));
      if (first < 0) return false;
      if (clause.includes(core.slice(cut), first + cut)) return true;
    }
    return false;
  });
}
