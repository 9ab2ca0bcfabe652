import type { BatchFile } from "../batch/batch-unit";
import type { Language } from "../failure-words";
import { returnSlip, type ReturnSlip } from "./return-slip";
import { slipName } from "./slip-name";

/** A slip with the name of its file. */
export interface NamedSlip {
  readonly name: string;
  readonly slip: ReturnSlip;
}

const baseOf = (file: string): string => file.replace(/^.*[\\/]/, "");

/** One slip for each file that needs one, named by its unit, else by its file (SPEC Y16). */
export function batchSlips(files: readonly BatchFile[], due: string | null, lang: Language): readonly NamedSlip[] {
  const taken = new Set<string>();
  return files.flatMap(({ file, round }) => {
    // Where the file lies on this machine is no matter of the unit's.
    const slip = round && returnSlip({ ...round, file: baseOf(file) }, due, lang);
    if (!slip) return [];
    const unit = round.tables.find((table) => table.unit !== null)?.unit ?? baseOf(file).replace(/(.)\.[^.]*$/, "$1");
    return [{ name: slipName(unit, ".docx", taken), slip }];
  });
}
