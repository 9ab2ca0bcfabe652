import type { Compared } from "../../app/baseline";
import type { Language } from "../../app/failure-words";

/** What is new and what is gone since the baseline; what stayed is only counted. */
export function baselineText({ counts, added, absent }: Compared, lang: Language): string {
  const say = (zh: string, en: string): string => (lang === "zh" ? zh : en);
  const stayed = counts.unchanged + counts.updated;
  const changed = counts.updated === 0 ? "" : say(`（其中内容有变 ${counts.updated}）`, ` (${counts.updated} with other values)`); // prettier-ignore
  const lines = [
    say(
      `与基线相比：新增 ${counts.new} · 未变 ${stayed}${changed} · 已消除 ${counts.absent}`,
      `Against the baseline: ${counts.new} new · ${stayed} unchanged${changed} · ${counts.absent} gone`,
    ),
    ...added.map(({ message, finding }) => `  ${say("新增", "new")} ${message} ${finding.code}`),
    ...absent.map(({ message, code }) => `  ${say("已消除", "gone")} ${message} ${code}`),
  ];
  return `${lines.join("\n")}\n`;
}
