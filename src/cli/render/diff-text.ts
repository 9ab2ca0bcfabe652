import { nameOf } from "../../core/model/path";
import { wordFindings } from "../../core/findings/word";
import type { Language } from "../../app/failure-words";
import type { FindingChanges } from "../../app/rounds/compare-findings";
import type { InputChange, TableChanges } from "../../app/rounds/changes";
import { isUnchanged, type RoundsCompared } from "../../app/rounds/compare-rounds";
import { FIELD_WORDS, FUNDING_WORDS } from "../../app/rounds/field-words";
import { ROW_FIELDS, type Round, type RoundFinding, type RoundIndicator } from "../../app/rounds/round";
import { cellOf, nothingWords, otherUnits, ROUND_WORDS, saidText } from "../../app/rounds/round-words";
import { onlyTables } from "../../app/report-words";
import { tinter } from "../terminal";

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
    ...otherUnits(compared, lang).map((told) => `  ! ${told}`),
    "",
    w.counts(findings, changed.length),
    ...(isUnchanged(compared) ? [nothingWords(compared, lang)] : []),
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

function tableText({ before, now, rows, funding, moved, removed, added, renamed }: TableChanges, isNamed: boolean, lang: Language, tint: Tint): readonly string[] {
  const w = WORDS[lang];
  const fields = ROW_FIELDS.flatMap((field) => {
    const lines = rows.flatMap((row) =>
      row.changes
        .filter((change) => change.field === field)
        .map((change) => `    ${placed(cellOf(row.now, field))}${nameOf(row.now.path)}  ${saidText(change.before, lang)} → ${saidText(change.now, lang)}`),
    );
    return lines.length > 0 ? [`  ${FIELD_WORDS[field][lang]} ${lines.length}`, ...lines] : [];
  });
  const list = (title: string, lines: readonly string[]): readonly string[] => (lines.length > 0 ? [`  ${title} ${lines.length}`, ...lines] : []);
  const row = (one: RoundIndicator): string => `    ${placed(one.cells.name)}${one.path.join(" › ")}`;
  const lines = [
    ...fields,
    ...list(w.funding, funding.map((one) => `    ${FUNDING_WORDS[one.field][lang]}  ${saidText(one.before, lang)} → ${saidText(one.now, lang)}`)),
    ...list(w.rowsAdded, added.map(row)),
    ...list(w.rowsRemoved, removed.map(row)),
    ...list(w.renamed, renamed.map((pair) => `    ${nameOf(pair.before.path)} → ${nameOf(pair.now.path)}`)),
    ...list(w.moved, moved.map((pair) => `    ${pair.before.path.join(" › ")} → ${pair.now.path.join(" › ")}`)),
  ];
  const name = before.sheet === now.sheet ? now.sheet : `${before.sheet} → ${now.sheet}`;
  const isTold = isNamed || before.sheet !== now.sheet;
  return lines.length > 0 ? ["", tint("bold", isTold ? `${w.changes}（${name}）` : w.changes), ...lines] : [];
} // prettier-ignore

const placed = (cell: string | null): string => (cell === null ? "" : `${cell} `);

const inputText = ({ name, before, now }: InputChange, lang: Language): string =>
  `${name}  ${saidText(before, lang)} → ${saidText(now, lang)}`;

const MARK = { error: ["red", "✗"], warning: ["yellow", "!"], info: ["blue", "i"] } as const;

function findingText({ severity, message, code }: RoundFinding, tint: Tint): string {
  const [shade, sign] = MARK[severity];
  return `${tint(shade, sign)} ${message} ${tint("dim", code)}`;
}

const WORDS = {
  zh: {
    ...ROUND_WORDS.zh,
    title: "轮次比较",
    before: "上一轮",
    now: "这一轮",
    noTable: "没有识别出指标计分表",
    totals: (score: string | null, grade: string | null, judged: string, marks: string) =>
      `自评 ${score ?? "—"}${grade === null ? "" : ` ${grade}`} · 已复算 ${judged} / ${marks} 分`,
    pack: (pack: string) => `按 ${pack}`,
    counts: ({ fixed, removed, open, added }: FindingChanges, changed: number) =>
      `问题：已消除 ${fixed.length}${removed.length > 0 ? ` · 随指标删去 ${removed.length}` : ""} · 仍在 ${open.length}${changed > 0 ? `（其中内容有变 ${changed}）` : ""} · 新增 ${added.length}`,
  },
  en: {
    ...ROUND_WORDS.en,
    title: "Comparison of rounds",
    before: "before",
    now: "now",
    noTable: "no scoring table was found",
    totals: (score: string | null, grade: string | null, judged: string, marks: string) =>
      `self score ${score ?? "—"}${grade === null ? "" : ` ${grade}`} · recomputed ${judged} of ${marks} marks`,
    pack: (pack: string) => `by ${pack}`,
    counts: ({ fixed, removed, open, added }: FindingChanges, changed: number) =>
      `Findings: ${fixed.length} fixed${removed.length > 0 ? ` · ${removed.length} removed with their indicators` : ""} · ${open.length} open${changed > 0 ? ` (${changed} with other values)` : ""} · ${added.length} new`,
  },
} as const;
