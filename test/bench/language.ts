import { readDefinition } from "../../src/core/language/definition/index";
import { readStandard } from "../../src/core/language/standard/read";
import { DEFINITIONS } from "../core/language/definition/corpus";
import { CHOICE_SENTENCES, COMPOSED_SENTENCES, TIER_SENTENCES } from "../core/language/standard/sentences-choices";
import { PRINTED_SENTENCES } from "../core/language/standard/sentences-printed";
import { BAND_SENTENCES, PROPORTION_SENTENCES, STEP_SENTENCES } from "../core/language/standard/sentences-rates";
import { exact, sentences } from "../core/language/standard/support";
import { timeLine, timing, type Line, type Timing } from "./measure";

const STANDARDS = [
  PRINTED_SENTENCES,
  STEP_SENTENCES,
  BAND_SENTENCES,
  PROPORTION_SENTENCES,
  CHOICE_SENTENCES,
  TIER_SENTENCES,
  COMPOSED_SENTENCES,
]
  .flatMap(sentences)
  .map(({ text, full }) => ({ text, mark: exact(full) }));

/** Reading the printed sentences of the test corpus: milliseconds for all, and for each. */
export async function benchLanguage(): Promise<Line[]> {
  const standards = await timing(() => STANDARDS.map(({ text, mark }) => readStandard(text, mark, {})));
  const definitions = await timing(() => DEFINITIONS.map(({ text }) => readDefinition(text)));
  return [
    withRate("read printed standards", standards, STANDARDS.length),
    withRate("read printed definitions", definitions, DEFINITIONS.length),
  ];
}

const withRate = (name: string, taken: Timing, size: number): Line => ({
  ...timeLine(name, taken, size),
  perSecond: Math.round((size / taken.clock) * 1000),
});
