import { auditedSource, planAudit } from "../../app/audit-sheet";
import { auditWorkbook, type Audited } from "../../app/audit-workbook";
import { auditedCell, type AuditedCell } from "../../app/audited-cell";
import { auditJson } from "../../app/output/audit-json";
import { cellJson } from "../../app/output/cell-json";
import { countBySeverity } from "../../app/output/count";
import { reviewSarif } from "../../app/output/sarif";
import type { Compared } from "../../app/baseline";
import type { ReportSource } from "../../app/output/json";
import type { ReviewedReport } from "../../app/review-report";
import type { Reviewed } from "../../app/review-workbook";
import { placeNames } from "../../core/findings/place-names";
import { refusalText } from "../../core/plan/describe";
import type { CommandLine, Options } from "../arguments";
import { baselineText } from "../render/baseline-text";
import { cellText } from "../render/cell-text";
import { auditText } from "../render/audit-text";
import { CommandFailure, EXIT, type Terminal } from "../terminal";
import { cellNamed, refuseBesideCell } from "./cell-option";
import { comparedWith } from "./baseline-file";
import { failed, openFile, openToRead, outputFile, writeOutput, type OpenedFile } from "./open-file";
import { offeredPack } from "./offered-pack";
import { reportBeside } from "./report-file";
import { jsonText, reviewFile, sourceOf, withReport } from "./review-file";
import { reviewOptions } from "./review-options";

/**
 * `audit FILE`: recalculates every formula of the workbook where it stands. Writes nothing; with `-o` a copy with the sheet
 * 公式核查表 (SPEC G22).
 */
export async function audit(line: CommandLine, terminal: Terminal): Promise<number> {
  const { options } = line;
  refuseBesideCell(options);
  const copy = options.out === undefined ? null : await openFile(line, terminal);
  const out = copy && (await outputFile(line, copy, terminal));
  const opened = copy ?? (await openToRead(line, terminal));
  const chosen = await offeredPack(opened, await reviewOptions(options, terminal), options, terminal);
  const reviewed = await reviewFile(opened, chosen, options, terminal);
  const at = options.cell === undefined ? null : cellNamed(options.cell, reviewed.book);
  const report = await reportBeside(reviewed, options, terminal);
  const workbook = auditWorkbook(reviewed, options.lang);
  const audited = { ...workbook, findings: [...workbook.findings, ...(report?.findings ?? [])] };
  const source = sourceOf(opened, reviewed, options.lang, terminal);
  if (at !== null) return tellCell(auditedCell(reviewed, audited, at, options.lang), source, options, terminal);
  const compared = await comparedWith(audited.findings, options, terminal);
  if (copy && out !== null) await writeAuditSheet({ copy, out, reviewed, audited, source }, options, terminal);
  terminal.out(
    auditReport({ ...audited, file: opened.file, reviewed, source, compared, report }, options, terminal.colour),
  );
  if (out !== null && options.format === "text")
    terminal.out(options.lang === "zh" ? `已写入 ${out}（公式核查表）\n` : `Wrote ${out} (sheet 公式核查表)\n`);
  return countBySeverity(audited.findings).errors > 0 ? EXIT.errors : EXIT.clean;
}

/** One cell alone: no report of the whole workbook is made, and none is compared. */
function tellCell(cell: AuditedCell, source: ReportSource, { format, lang }: Options, terminal: Terminal): number {
  terminal.out(
    format === "json"
      ? `${JSON.stringify(cellJson(source, cell), null, 2)}\n`
      : cellText(cell, source.file, lang, terminal.colour),
  );
  return countBySeverity(cell.findings).errors > 0 ? EXIT.errors : EXIT.clean;
}

interface Report extends Audited {
  readonly file: string;
  readonly reviewed: Reviewed;
  readonly source: ReportSource;
  readonly compared: Compared | null;
  readonly report: ReviewedReport | null;
}

function auditReport(
  { file, audit, findings, reviewed, source, compared, report }: Report,
  { format, lang }: Options,
  colour: boolean,
): string {
  const { book, review } = reviewed;
  switch (format) {
    case "json":
      return jsonText(withReport(auditJson(source, book, review, audit, findings, lang), report, lang), findings, compared);
    case "sarif":
      return `${JSON.stringify(reviewSarif(source, findings, compared, report, lang), null, 2)}\n`;
    default:
      return auditText({ file, review, audit, findings, lang, colour, places: placeNames(book, lang), lost: source.lost ?? [], report }) + (compared ? baselineText(compared, lang) : "");
  }
} // prettier-ignore

interface AuditCopy {
  readonly copy: OpenedFile;
  readonly out: string;
  readonly reviewed: Reviewed;
  readonly audited: Audited;
  readonly source: ReportSource;
}

async function writeAuditSheet({ copy, out, reviewed, audited, source }: AuditCopy, { lang }: Options, terminal: Terminal) {
  const hash = (text: string): string => terminal.sha256(new TextEncoder().encode(text));
  const head = await auditedSource(reviewed, source, hash);
  const { plan, refusals } = planAudit(reviewed, audited, head, true);
  const [refusal] = refusals;
  if (refusal) throw new CommandFailure(`${copy.file}: ${refusalText(refusal, lang)}`);
  const written = await copy.host.write(plan);
  if (!written.ok) throw failed(written.failure, lang, copy.file);
  await writeOutput(out, copy, terminal);
} // prettier-ignore
