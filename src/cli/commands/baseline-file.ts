import { againstBaseline, readBaseline, type Compared } from "../../app/baseline";
import { readText } from "../../app/text-file";
import type { ReportedFinding } from "../../app/worded-review";
import type { Options } from "../arguments";
import { CommandFailure, type Terminal } from "../terminal";

/** The findings beside those of the report that `--baseline` names; null where it names none. */
export async function comparedWith(
  findings: readonly ReportedFinding[],
  { baseline, lang }: Options,
  terminal: Terminal,
): Promise<Compared | null> {
  if (baseline === undefined) return null;
  const text = readText(await terminal.readFile(baseline));
  if (!text.ok) throw new CommandFailure(`${baseline}: ${text.failure[lang]}`);
  const earlier = readBaseline(text.value);
  if (!earlier.ok) throw new CommandFailure(`${baseline}: ${earlier.failure[lang]}`);
  return againstBaseline(findings, earlier.value);
}
