import { excerpt } from "../../core/findings/excerpt";
import { nameOf } from "../../core/model/path";
import { wordFindings } from "../../core/findings/word";
import type { Language } from "../../app/failure-words";
import type { FindingChanges } from "../../app/rounds/compare-findings";
import type { InputChange, TableChanges } from "../../app/rounds/changes";
import { isSameContent, type RoundsCompared } from "../../app/rounds/compare-rounds";
import { FIELD_WORDS, FUNDING_WORDS } from "../../app/rounds/field-words";
import { ROW_FIELDS, type Round, type RoundFinding, type RoundIndicator } from "../../app/rounds/round";
import { onlyTables } from "../../app/report-words";
import { tinter } from "../terminal";

/** Longer texts are cut around what a person needs to find the cell; JSON has them whole. */
const SHOWN = 36;

/** The comparison of two rounds for a person: the figures first, then what changed, then the findings. */
export function diffText(compared: RoundsCompared, lang: Language, colour: boolean): string {
  const w = WORDS[lang];
  const tint = tinter(colour);
  const { before, now, findings, raised, tables, inputs } = compared;
  const section = (title: string, lines: readonly string[]): readonly string[] =>
    lines.length > 0 ? ["", tint("bold", `${title} ${lines.length}`), ...lines] : [];
  const changed = findings.open.filter((one) => one.changed);
  return `${[
    tint("bold", w.title),
    `  ${w.before} ${sideText(before, lang)}`,
    `  ${w.now} ${sideText(now, lang)}`,
    ...[before, now].filter(({ lost }) => lost.length > 0).map(({ file, lost }) => `  ${file}${lang === "zh" ? "：" : ": "}${onlyTables(lost, lang)}`),
    ...otherUnit(compared, lang),
    "",
    w.counts(findings, changed.length),
    ...(isUnchanged(compared) ? [nothing(compared, lang)] : []),
    ...tables.flatMap((table) => tableText(table, tables.length > 1, lang, tint)),
    ...section(w.tablesAdded, compared.tablesAdded.map(({ sheet }) => `  ${sheet}`)),
    ...section(w.tablesRemoved, compared.tablesRemoved.map(({ sheet }) => `  ${sheet}`)),
    ...section(w.inputs, inputs.map((input) => `  ${inputText(input, lang)}`)),
    ...section(w.raised, wordFindings(raised, lang).map(({ message, finding }) => `  ${tint("yellow", "!")} ${message} ${tint("dim", finding.code)}`)),
    ...section(w.added, findings.added.map((one) => `  ${findingText(one, tint)}`)),
    ...section(w.changed, changed.map((one) => `  ${findingText(one.now, tint)}\n    ${tint("dim", `${w.was} ${one.before.message}`)}`)),
    ...section(w.removed, findings.removed.map((one) => `  ${findingText(one, tint)}`)),
    ...section(w.fixed, findings.fixed.map((one) => `  ${tint("dim", `${one.message} ${one.code}`)}`)),
    ...(compared.notCompared.length > 0 ? ["", w.notCompared(compared.notCompared.map((field) => FIELD_WORDS[field][lang]))] : []),
  ].join("\n")}\n`;
} // prettier-ignore

type Tint = ReturnType<typeof tinter>;

function sideText({ file, tables, pack }: Round, lang: Language): string {
  const w = WORDS[lang];
  const totals = tables.map(({ totals: one }) => w.totals(one.score ?? one.statedScore, one.grade, one.judged, one.marks));
  return [file, ...(totals.length > 0 ? totals : [w.noTable]), ...(pack === null ? [] : [w.pack(pack)])].join(" · ");
} // prettier-ignore

/** Two workbooks of different units or years are compared all the same, and that is said. */
function otherUnit({ tables }: RoundsCompared, lang: Language): readonly string[] {
  const w = WORDS[lang];
  return tables.flatMap(({ before, now }) => [
    ...(before.unit !== null && now.unit !== null && before.unit !== now.unit ? [w.otherUnit(before.unit, now.unit)] : []),
    ...(before.year !== null && now.year !== null && before.year !== now.year ? [w.otherYear(before.year, now.year)] : []),
  ]);
} // prettier-ignore

const isUnchanged = ({ tables, tablesAdded, tablesRemoved, inputs, findings }: RoundsCompared): boolean =>
  tables.every(({ rows, funding, added, removed, moved }) => [rows, funding, added, removed, moved].every((list) => list.length === 0)) &&
  [tablesAdded, tablesRemoved, inputs, findings.fixed, findings.removed, findings.added].every((list) => list.length === 0); // prettier-ignore

/** That nothing changed is only said of what was compared: the tables' content as a whole has its own hash. */
const nothing = (compared: RoundsCompared, lang: Language): string =>
  isSameContent(compared) ? WORDS[lang].nothing : WORDS[lang].nothingCompared;

function tableText({ before, now, rows, funding, moved, removed, added, renamed }: TableChanges, isNamed: boolean, lang: Language, tint: Tint): readonly string[] {
  const w = WORDS[lang];
  const fields = ROW_FIELDS.flatMap((field) => {
    const lines = rows.flatMap((row) =>
      row.changes
        .filter((change) => change.field === field)
        .map((change) => `    ${place(row.now, field)}${nameOf(row.now.path)}  ${said(change.before, lang)} → ${said(change.now, lang)}`),
    );
    return lines.length > 0 ? [`  ${FIELD_WORDS[field][lang]} ${lines.length}`, ...lines] : [];
  });
  const list = (title: string, lines: readonly string[]): readonly string[] => (lines.length > 0 ? [`  ${title} ${lines.length}`, ...lines] : []);
  const row = (one: RoundIndicator): string => `    ${one.cells.name === null ? "" : `${one.cells.name} `}${one.path.join(" › ")}`;
  const lines = [
    ...fields,
    ...list(w.funding, funding.map((one) => `    ${FUNDING_WORDS[one.field][lang]}  ${said(one.before, lang)} → ${said(one.now, lang)}`)),
    ...list(w.rowsAdded, added.map(row)),
    ...list(w.rowsRemoved, removed.map(row)),
    ...list(w.renamed, renamed.map((pair) => `    ${nameOf(pair.before.path)} → ${nameOf(pair.now.path)}`)),
    ...list(w.moved, moved.map((pair) => `    ${pair.before.path.join(" › ")} → ${pair.now.path.join(" › ")}`)),
  ];
  const name = before.sheet === now.sheet ? now.sheet : `${before.sheet} → ${now.sheet}`;
  const isTold = isNamed || before.sheet !== now.sheet;
  return lines.length > 0 ? ["", tint("bold", isTold ? `${w.changes}（${name}）` : w.changes), ...lines] : [];
} // prettier-ignore

function place({ cells }: RoundIndicator, field: string): string {
  const cell = field === "reason" ? cells.reason : field === "score" ? cells.score : cells.name;
  return cell === null ? "" : `${cell} `;
}

const said = (text: string | null, lang: Language): string =>
  text === null || text === "" ? WORDS[lang].blank : excerpt(text, SHOWN);

const inputText = ({ name, before, now }: InputChange, lang: Language): string =>
  `${name}  ${said(before, lang)} → ${said(now, lang)}`;

const MARK = { error: ["red", "✗"], warning: ["yellow", "!"], info: ["blue", "i"] } as const;

function findingText({ severity, message, code }: RoundFinding, tint: Tint): string {
  const [shade, sign] = MARK[severity];
  return `${tint(shade, sign)} ${message} ${tint("dim", code)}`;
}

const WORDS = {
  zh: {
    title: "轮次比较",
    before: "上一轮",
    now: "这一轮",
    noTable: "没有识别出指标计分表",
    totals: (score: string | null, grade: string | null, judged: string, marks: string) =>
      `自评 ${score ?? "—"}${grade === null ? "" : ` ${grade}`} · 已复算 ${judged} / ${marks} 分`,
    pack: (pack: string) => `按 ${pack}`,
    otherUnit: (before: string, now: string) => `  ! 单位不同：上一轮是“${before}”，这一轮是“${now}”。`,
    otherYear: (before: number, now: number) => `  ! 年度不同：上一轮是 ${before} 年，这一轮是 ${now} 年。`,
    counts: ({ fixed, removed, open, added }: FindingChanges, changed: number) =>
      `问题：已消除 ${fixed.length}${removed.length > 0 ? ` · 随指标删去 ${removed.length}` : ""} · 仍在 ${open.length}${changed > 0 ? `（其中内容有变 ${changed}）` : ""} · 新增 ${added.length}`,
    nothing: "两轮的指标计分表内容相同。",
    nothingCompared: "所比较的各栏没有变化；表内另有单元格与上一轮不同（不在所比较的栏目内）。",
    changes: "变了的内容",
    funding: "资金",
    rowsAdded: "新增的指标",
    rowsRemoved: "删去的指标",
    renamed: "可能是改了名（请核对）",
    moved: "换了上级的指标",
    tablesAdded: "新增的表",
    tablesRemoved: "删去的表",
    inputs: "基础数据",
    raised: "改动的疑点",
    added: "新增的问题",
    changed: "仍在而内容有变的问题",
    fixed: "已消除的问题",
    removed: "随指标删去的问题（没有人答复）",
    was: "原为",
    notCompared: (fields: readonly string[]) =>
      `没有比较：${fields.join("、")}（其中一份报告由较早的版本写出，没有这些内容；用工作簿比较即可）。`,
    blank: "（空）",
  },
  en: {
    title: "Comparison of rounds",
    before: "before",
    now: "now",
    noTable: "no scoring table was found",
    totals: (score: string | null, grade: string | null, judged: string, marks: string) =>
      `self score ${score ?? "—"}${grade === null ? "" : ` ${grade}`} · recomputed ${judged} of ${marks} marks`,
    pack: (pack: string) => `by ${pack}`,
    otherUnit: (before: string, now: string) => `  ! Another unit: it was “${before}” and is “${now}”.`,
    otherYear: (before: number, now: number) => `  ! Another year: it was ${before} and is ${now}.`,
    counts: ({ fixed, removed, open, added }: FindingChanges, changed: number) =>
      `Findings: ${fixed.length} fixed${removed.length > 0 ? ` · ${removed.length} removed with their indicators` : ""} · ${open.length} open${changed > 0 ? ` (${changed} with other values)` : ""} · ${added.length} new`,
    nothing: "The scoring tables hold the same in both rounds.",
    nothingCompared: "Nothing changed in what is compared; other cells of the tables differ from the earlier round.",
    changes: "Changed",
    funding: "Funding",
    rowsAdded: "Indicators added",
    rowsRemoved: "Indicators removed",
    renamed: "Probably renamed (please check)",
    moved: "Indicators under another level",
    tablesAdded: "Tables added",
    tablesRemoved: "Tables removed",
    inputs: "Base data",
    raised: "Changes to look into",
    added: "New findings",
    changed: "Open findings with other values",
    fixed: "Fixed findings",
    removed: "Findings removed with their indicators (nobody answered them)",
    was: "was",
    notCompared: (fields: readonly string[]) =>
      `Not compared: ${fields.join(", ")} (an earlier version wrote one of the reports without them; compare the workbooks instead).`,
    blank: "(blank)",
  },
} as const;
