import { readFileSync } from "node:fs";
import { CHOICE_SENTENCES, COMPOSED_SENTENCES, TIER_SENTENCES } from "./sentences-choices";
import { BLIND_SENTENCES } from "./sentences-blind";
import { FAMILY_SENTENCES } from "./sentences-families";
import { CHANGE_SENTENCES, EXCESS_SENTENCES, JOINT_SENTENCES, UNION_SENTENCES, WEIGHT_SENTENCES } from "./sentences-changes"; // prettier-ignore
import { CASE_SENTENCES, ELEMENT_SENTENCES, GAP_SENTENCES, PART_SENTENCES, QUOTIENT_SENTENCES, TARGET_SENTENCES } from "./sentences-composed"; // prettier-ignore
import { FIGURE_SENTENCES } from "./sentences-figures";
import { JUDGED_SENTENCES } from "./sentences-judged";
import { CUT_SENTENCES, END_SENTENCES, LEVEL_SENTENCES, START_SENTENCES } from "./sentences-levels";
import { PRINTED_SENTENCES } from "./sentences-printed";
import { PUBLIC_SENTENCES } from "./sentences-public";
import { RAISED_SENTENCES, REMARK_SENTENCES, TOP_SENTENCES } from "./sentences-raised";
import { WRITTEN_SENTENCES } from "./sentences-written";
import { BAND_SENTENCES, PROPORTION_SENTENCES, STEP_SENTENCES } from "./sentences-rates";

export interface Collected {
  readonly full: string;
  readonly text: string;
  readonly name: string | undefined;
}

const TABLES = [
  CHOICE_SENTENCES, TIER_SENTENCES, BLIND_SENTENCES, CHANGE_SENTENCES, EXCESS_SENTENCES, JOINT_SENTENCES, UNION_SENTENCES,
  WEIGHT_SENTENCES, FIGURE_SENTENCES, JUDGED_SENTENCES, CUT_SENTENCES, END_SENTENCES, LEVEL_SENTENCES, START_SENTENCES,
  PRINTED_SENTENCES, PUBLIC_SENTENCES, RAISED_SENTENCES, REMARK_SENTENCES, TOP_SENTENCES, BAND_SENTENCES, PROPORTION_SENTENCES, STEP_SENTENCES,
  COMPOSED_SENTENCES, FAMILY_SENTENCES, CASE_SENTENCES, QUOTIENT_SENTENCES, TARGET_SENTENCES, GAP_SENTENCES,
  PART_SENTENCES, ELEMENT_SENTENCES, WRITTEN_SENTENCES,
]; // prettier-ignore

const NAMED = /^\{(.*?)\}/;

/** Every sentence of the tables of this folder, and the shared standards, each once. */
export function collection(): readonly Collected[] {
  const lines = TABLES.flatMap((table) => table.split("\n").filter((line) => line.trim() !== ""));
  const typed = lines.map((line): Collected => {
    const [full = "", , , ...text] = line.split(" | ");
    const printed = text.join(" | ");
    return { full: full.trim(), text: printed.replace(NAMED, ""), name: NAMED.exec(printed)?.[1] };
  });
  const shared = JSON.parse(readFileSync(`${__dirname}/../../rules/standards.json`, "utf8")) as {
    readonly full: number;
    readonly text: string;
    readonly indicator: string;
  }[];
  const all = [...typed, ...shared.map(({ full, text, indicator }) => ({ full: String(full), text, name: indicator }))];
  return [...new Map(all.map((one) => [`${one.full}|${one.text}`, one])).values()];
}
