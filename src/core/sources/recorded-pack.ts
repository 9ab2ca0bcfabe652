import { readOurs } from "../ours/read-ours";
import { chosenPack, type PackChoice } from "../ours/rules-sheet";
import { builtInPack, loadPack } from "../rules/packs/index";
import type { PackFile } from "../rules/packs/schema";
import type { WorkbookSnapshot } from "../workbook/snapshot";

/** The pack that the workbook's own sheet 规则 names. */
export interface RecordedPack {
  readonly choice: PackChoice;
  /** Whether a reviewer took it, or it is the workbook's own (SPEC M17). */
  readonly by: "reviewer" | "workbook";
  /** Null where it is not at hand. */
  readonly pack: PackFile | null;
  /** absent: neither built in nor kept in the sheet; altered: what the sheet keeps is not what was written there. */
  readonly unavailable: "absent" | "altered" | null;
}

/**
 * Null where the workbook names none. A pack that the sheet keeps counts before a built-in one of its name, and only as
 * long as it is what was written there (SPEC M10, M22).
 */
export function recordedPack(book: WorkbookSnapshot): RecordedPack | null {
  const { rules } = readOurs(book);
  const choice = chosenPack(rules);
  if (!choice) return null;
  const by = rules?.reviewerPack ? "reviewer" : "workbook";
  if (!choice.text) {
    const pack = builtInPack(choice.id);
    return { choice, by, pack, unavailable: pack ? null : "absent" };
  }
  const read = choice.text.intact ? loadPack(choice.text.text) : null;
  const pack = read?.ok && read.value.id === choice.id ? read.value : null;
  return { choice, by, pack, unavailable: pack ? null : "altered" };
}
