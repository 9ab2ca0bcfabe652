import type { Severity, WordedFinding } from "../../core/findings/finding";
import { a1 } from "../../core/model/address";
import type { Language } from "../../app/failure-words";
import type { Tint, tinter } from "../terminal";

const HEADING: Readonly<Record<Severity, readonly [zh: string, en: string, mark: string, tint: Tint]>> = {
  error: ["错误", "Errors", "✗", "red"],
  warning: ["警告", "Warnings", "!", "yellow"],
  info: ["提示", "Notes", "·", "blue"],
};

/** Findings by severity, each with its cell, in the order of the sheet; the mark says the severity where colours are off. */
export function findingLines(
  findings: readonly WordedFinding[],
  lang: Language,
  paint: ReturnType<typeof tinter>,
): string[] {
  return (["error", "warning", "info"] as const).flatMap((severity) => {
    const own = findings.filter((finding) => finding.severity === severity);
    if (own.length === 0) return [];
    const [zh, en, mark, tint] = HEADING[severity];
    return [
      paint(tint, `${lang === "zh" ? zh : en} ${own.length}`),
      ...own.map(({ finding, message }) => {
        const cell = finding.at ? `${finding.sheet ? `${finding.sheet}!` : ""}${a1(finding.at)}` : "";
        return `  ${paint(tint, mark)} ${[cell, message].filter(Boolean).join("  ")} ${paint("dim", finding.code)}`;
      }),
    ];
  });
}
