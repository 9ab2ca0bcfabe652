import { verificationReport, type VerificationReport } from "../../app/output/verification-report";
import { reviewOptionsOf } from "../../app/pane/pane-review";
import { sha256 } from "../../app/sha256";
import { reviewReport } from "../../app/review-report";
import { reviewWorkbook, besideReport } from "../../app/review-workbook";
import { succeed } from "../../core/model/result";
import { contentText } from "../../core/audit/content-text";
import type { HostResult } from "../../host/port";
import type { Language } from "../../ui/i18n/words";
import type { OpenFile } from "../open-file";

declare const PINGHE_VERSION: string;

/** Reviews the workbook as it stands, by what the pane goes by, and hashes what was reviewed. */
export async function makeReport(
  { name, host, pane }: OpenFile,
  lang: Language,
): Promise<HostResult<VerificationReport>> {
  const bytes = await host.save();
  if (!bytes.ok) return bytes;
  const { choices, template, report } = pane.getState();
  const options = reviewOptionsOf({ ...choices, template, report });
  const reviewed = await reviewWorkbook(host, options);
  if (!reviewed.ok) return reviewed;
  const laid = report && (await reviewReport(report, reviewed.value, lang));
  if (laid && !laid.ok) return laid;
  const { book } = reviewed.value;
  const all = laid ? besideReport(reviewed.value, laid.value.report.findings) : reviewed.value;
  const source = {
    file: name,
    sha256: await sha256(bytes.value),
    contentHash: await sha256(contentText(book)),
    version: PINGHE_VERSION,
  };
  return succeed(
    verificationReport(source, all, lang, {
      inputs: options.inputs,
      template: template?.file ?? null,
      narrative: report?.file ?? null,
    }),
  );
}
