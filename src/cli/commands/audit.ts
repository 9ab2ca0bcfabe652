import { auditWorkbook } from "../../app/audit-workbook";
import { auditJson } from "../../app/output/audit-json";
import { countBySeverity } from "../../app/output/count";
import { reviewSarif } from "../../app/output/sarif";
import type { CommandLine } from "../arguments";
import { auditText } from "../render/audit-text";
import { EXIT, type Terminal } from "../terminal";
import { openToRead } from "./open-file";
import { reviewFile, sourceOf } from "./review-file";
import { reviewOptions } from "./review-options";

/** `audit FILE`: recalculates every formula of the workbook where it stands; writes nothing. */
export async function audit({ command, positionals, options }: CommandLine, terminal: Terminal): Promise<number> {
  const opened = await openToRead({ command, positionals, options }, terminal);
  const chosen = await reviewOptions(options, terminal);
  const reviewed = await reviewFile(opened, chosen, options, terminal);
  const { audit: audited, findings } = auditWorkbook(reviewed, options.lang);
  const source = sourceOf(opened, reviewed, terminal);
  switch (options.format) {
    case "json": {
      const { book, review } = reviewed;
      const report = auditJson(source, book, review, audited, findings, options.lang);
      terminal.out(`${JSON.stringify(report, null, 2)}\n`);
      break;
    }
    case "sarif":
      terminal.out(`${JSON.stringify(reviewSarif(source, findings), null, 2)}\n`);
      break;
    case "text":
      terminal.out(auditText({ file: opened.file, review: reviewed.review, audit: audited, findings, lang: options.lang, colour: terminal.colour })); // prettier-ignore
  }
  return countBySeverity(findings).errors > 0 ? EXIT.errors : EXIT.clean;
}
