import { nameOf as lastOf } from "../../core/model/path";
import { percentText } from "../../core/model/exact";
import { excerpt } from "../../core/findings/excerpt";
import { othersText } from "../../app/batch/batch-folder";
import type { BatchSummary } from "../../app/batch/batch-summary";
import type { BatchPlace, BatchTable } from "../../app/batch/batch-unit";
import { BATCH_WORDS } from "../../app/batch/batch-words";
import { riskText } from "../../app/batch/risk-words";
import type { Language } from "../../app/failure-words";
import { tinter } from "../terminal";

/** Rows of a list that are told on a screen; the summary workbook and JSON have them all. */
const LISTED = 20;

/** The summary for a person at a terminal: whom to look at first, then what was found across units. */
export function batchText(summary: BatchSummary, lang: Language, colour: boolean): string {
  const { files, others, tables, common, copied, templates, risks, roster } = summary;
  const w = BATCH_WORDS[lang];
  const say = (zh: string, en: string): string => (lang === "zh" ? zh : en);
  const tint = tinter(colour);
  const section = (title: string, lines: readonly string[]): readonly string[] => {
    const rest = lines.length - LISTED;
    const more = rest > 0 ? [say(`  另有 ${rest} 条（见汇总工作簿或 JSON）`, `  and ${rest} more (in the summary workbook, or JSON)`)] : [];
    return lines.length === 0 ? [] : ["", tint("bold", `${title} ${lines.length}`), ...lines.slice(0, LISTED), ...more];
  };
  const unread = files.filter(({ round }) => !round || round.tables.length === 0);
  const apart = common.flatMap(({ path, outliers }) => (outliers ?? []).map((value) => ({ path, value })));
  const flat = common.filter(({ isFlat }) => isFlat);
  return `${[
    tint("bold", say(`批量核验：${files.length} 个文件 · ${tables.length} 张指标计分表 · 未能核验 ${unread.length} 个文件`, `Batch: ${files.length} files · ${tables.length} scoring tables · ${unread.length} files not reviewed`)),
    ...[othersText(others, lang) ?? []].flat(),
    ...section(w.sheets.units, tables.map((unit) => `  ${unitText(unit, lang)}`)),
    ...(roster ? ["", say(`应报 ${roster.expected.length} · 已报 ${roster.filed.length} · 未报 ${roster.missing.length} · 不在名单上的文件 ${roster.unknown.length}`, `Expected ${roster.expected.length} · reported ${roster.filed.length} · not reported ${roster.missing.length} · files of nobody ${roster.unknown.length}`)] : []),
    ...section(w.notFiled, (roster?.missing ?? []).map((name) => `  ${name}`)),
    ...section(w.nobody, (roster?.unknown ?? []).map((file) => `  ${file}`)),
    ...section(w.sheets.risks, risks.map((risk) => `  ${nameOf(risk.unit)}  ${riskText(risk, lang)}`)),
    ...section(w.outlier, apart.map(({ path, value: { at, score, fullMark, rate } }) => `  ${lastOf(path)}  ${at.name} ${cellOf(at)}  ${score ?? "—"} / ${fullMark ?? "—"}${rate ? ` (${percentText(rate, 1)})` : ""}`)),
    ...section(w.flat, flat.map(({ path, values }) => `  ${lastOf(path)}  ${values[0]?.rate ? percentText(values[0].rate, 1) : ""} × ${values.length}`)),
    ...section(w.sheets.copied, copied.map(({ places }) => `  ${places.map((at) => `${at.name} ${cellOf(at)}`).join(" = ")}  “${excerpt(places[0]?.text ?? "")}”`)),
    ...section(w.sheets.templates, templates.map(({ unit, missing, added, altered }) => `  ${nameOf(unit)}  ${[[w.missing, missing.length], [w.added, added.length], [w.fields.fullMark, altered.filter(({ field }) => field === "fullMark").length], [w.fields.standard, altered.filter(({ field }) => field === "standard").length]].filter(([, count]) => count !== 0).map(([word, count]) => `${word} ${count}`).join(" · ")}`)),
    ...section(w.lost, files.flatMap(({ file, round }) => (round && round.lost.length > 0 ? [`  ${file}  ${round.lost.join(lang === "zh" ? "、" : ", ")}`] : []))),
    ...section(w.sheets.unread, unread.map(({ file, failure }) => `  ${tint("red", "✗")} ${file}  ${failure ?? w.noTable}`)),
  ].join("\n")}\n`;
} // prettier-ignore

const cellOf = ({ sheet, cell }: BatchPlace): string => (cell === null ? sheet : `${sheet}!${cell}`);
const nameOf = ({ name, file }: BatchTable): string => (name === file ? file : `${name}（${file}）`);

function unitText(unit: BatchTable, lang: Language): string {
  const say = (zh: string, en: string): string => (lang === "zh" ? zh : en);
  const { score, recomputed, grade, judged, marks } = unit.table.totals;
  const { error, warning } = unit.findings;
  return [
    nameOf(unit),
    say(`自评 ${score ?? "—"}${grade === null ? "" : ` ${grade}`}`, `self ${score ?? "—"}`),
    ...(recomputed === null ? [] : [say(`复算 ${recomputed}`, `recomputed ${recomputed}`)]),
    say(`已复算 ${judged} / ${marks} 分`, `${judged} of ${marks} marks recomputed`),
    say(`错误 ${error} · 警告 ${warning}`, `${error} errors · ${warning} warnings`),
  ].join(" · ");
}
