import { groupFindings } from "../../core/findings/groups";
import type { Severity } from "../../core/findings/finding-kind";
import type { ReportedFinding } from "../../app/worded-review";
import type { Language } from "../../app/failure-words";
import type { Tint, tinter } from "../terminal";

const HEADING: Readonly<Record<Severity, readonly [zh: string, en: string, mark: string, tint: Tint]>> = {
  error: ["错误", "Errors", "✗", "red"],
  warning: ["警告", "Warnings", "!", "yellow"],
  info: ["提示", "Notes", "·", "blue"],
};

type Paint = ReturnType<typeof tinter>;

/**
 * Findings by severity, what has one cause under one heading, in the order of the sheet. The mark says the severity where
 * colours are off; the code stands at the end, where scripts and the handbook look for it. Cells are named with their
 * sheet where several sheets are spoken of: those of the findings, or `sheets`.
 */
export function findingLines(
  findings: readonly ReportedFinding[],
  lang: Language,
  paint: Paint,
  sheets: ReadonlySet<string | null> = new Set(findings.map(({ finding }) => finding.sheet)),
): string[] {
  const open = findings.filter(({ waived }) => !waived);
  const lines = (["error", "warning", "info"] as const).flatMap((severity) => {
    const own = open.filter((finding) => finding.severity === severity);
    if (own.length === 0) return [];
    const [zh, en, , tint] = HEADING[severity];
    return [
      paint(tint, `${lang === "zh" ? zh : en} ${own.length}`),
      ...groupedLines(own, severity, { lang, paint, named: sheets.size > 1 }),
    ];
  });
  const waived = findings.length - open.length;
  if (waived > 0) lines.push(lang === "zh" ? `已豁免 ${waived}` : `Waived ${waived}`);
  return lines;
}

function groupedLines(
  findings: readonly ReportedFinding[],
  severity: Severity,
  { lang, paint, named }: { readonly lang: Language; readonly paint: Paint; readonly named: boolean },
): string[] {
  const [, , mark, tint] = HEADING[severity];
  const unlisted = new Map<string, number>();
  const listed = new Map<string, number>();
  const lines = groupFindings(findings, lang).flatMap(({ findings: members, heading }) => {
    const [only] = members;
    if (!only) return [];
    const { code } = only.finding;
    const room = MOST_OF_A_CODE - (listed.get(code) ?? 0);
    const shown = members.slice(0, room);
    listed.set(code, (listed.get(code) ?? 0) + shown.length);
    if (members.length > shown.length) unlisted.set(code, (unlisted.get(code) ?? 0) + members.length - shown.length);
    if (shown.length === 0) return [];
    const end = paint("dim", code);
    const at = (one: ReportedFinding): string => (named && one.finding.sheet !== null ? `${one.finding.sheet} ` : "");
    if (members.length === 1) return [`  ${paint(tint, mark)} ${at(only)}${only.message} ${end}`];
    const { firsts, advice } = shared(members, lang);
    return [
      `  ${paint(tint, mark)} ${paint("bold", heading)} ${end}`,
      ...shown.map((one, i) => `      ${at(one)}${firsts[i] ?? one.message}`),
      ...(advice === "" ? [] : [`    ${advice}`]),
    ];
  });
  const more = [...unlisted].map(([code, count]) => {
    const text = lang === "zh" ? `另有 ${count} 处，--format json 列出全部` : `${count} more; --format json lists all`;
    return `  ${paint(tint, mark)} ${text} ${paint("dim", code)}`;
  });
  return [...lines, ...more];
}

/** A person reads no ten thousand lines: of one code so many are listed, of the others it is said how many there are. */
const MOST_OF_A_CODE = 200;

/** What all messages of a group end with is said once, below them. */
function shared(members: readonly ReportedFinding[], lang: Language): { firsts: readonly string[]; advice: string } {
  const end = lang === "zh" ? "。" : ". ";
  const split = members.map(({ message }) => {
    const at = message.indexOf(end);
    return at < 0 ? [message, ""] : [message.slice(0, at), message.slice(at + end.length)];
  });
  const advice = split[0]?.[1] ?? "";
  return split.every(([, rest]) => rest === advice)
    ? { firsts: split.map(([first]) => first ?? ""), advice }
    : { firsts: members.map(({ message }) => message), advice: "" };
}
