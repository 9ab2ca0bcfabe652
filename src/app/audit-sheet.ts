import type { AuditedFormula } from "../core/audit/audit";
import { absenceWords } from "../core/audit/absence-words";
import { contentText } from "../core/audit/content-text";
import { reasonWords } from "../core/audit/reason-words";
import { CATALOGUE, type FindingCode } from "../core/findings/catalogue";
import { displayText } from "../core/formula/number-format";
import { exactFromDouble, roundHalfUp, toDouble, type Exact } from "../core/model/exact";
import { readOurs } from "../core/ours/read-ours";
import { planAuditSheet, type AuditHead, type AuditLine } from "../core/plan/audit-sheet";
import type { PlanResult } from "../core/plan/steps/plan-result";
import type { Comparison } from "../core/review.types";
import { shownAddress, type CellAddress } from "../core/workbook/address";
import { packText } from "../core/rules/packs/pack-text";
import { contentOfCell } from "../core/workbook/cell-content";
import type { CellScalar, WorkbookSnapshot } from "../core/workbook/snapshot";
import type { CellContent } from "../core/workbook/write-plan";
import type { Audited } from "./audit-workbook";
import { areasRead } from "./formula-places";
import type { Reviewed } from "./review-workbook";
import { inShownDigits } from "./shown-digits";
import { FORMULA_VERDICT_WORDS, verdictWords } from "./verdict-words";

/** Which file, by which rules: what the head of 公式核查表 says. */
export interface AuditedSource {
  /** Null where it is open in Excel and its bytes are not at hand. */
  readonly sha256: string | null;
  /** Of the unit's own content (SPEC V7). */
  readonly contentHash: string;
  readonly packHash: string | null;
  readonly version: string;
}

/** The source of an audit, with the hashes of its content and of the pack that judges. */
export async function auditedSource(
  { book, review: { packFile } }: Reviewed,
  { sha256, version }: Pick<AuditedSource, "sha256" | "version">,
  hash: (text: string) => string | Promise<string>,
): Promise<AuditedSource> {
  const contentHash = await hash(contentText(book));
  return { sha256, contentHash, packHash: packFile && (await hash(packText(packFile))), version };
}

/** The sheet 公式核查表 of an audited workbook, as a plan (SPEC G22). */
export function planAudit(
  { book, review }: Reviewed,
  audited: Audited,
  source: AuditedSource,
  repeatHeader: boolean,
): PlanResult {
  const { pack } = review;
  const head: AuditHead = {
    facts: [
      ["文件 SHA-256", source.sha256 ?? "工作簿在 Excel 中打开，未取文件哈希"],
      ["内容 SHA-256", source.contentHash],
      ["规则包", pack ? `${pack.id} ${pack.version}${source.packHash ? `  SHA-256 ${source.packHash}` : ""}` : "未选用"],
      ["程序版本", `Pinghe 评核 ${source.version}`],
    ],
    fingerprint: source.contentHash,
  };
  return planAuditSheet(book, auditLines(book, review, audited), head, repeatHeader);
} // prettier-ignore

const SAID_BY_VERDICT: ReadonlySet<FindingCode> = new Set(["formula-differs", "formula-overwritten", "stale-value", "circular-reference", "not-recalculated"]); // prettier-ignore

function auditLines(
  book: WorkbookSnapshot,
  { tables }: Reviewed["review"],
  { audit, findings }: Audited,
): readonly AuditLine[] {
  const { ownership } = readOurs(book);
  const formulas = new Map(audit.formulas.filter(({ at }) => !ownership.isOurCell(at.sheet, at)).map((one) => [shownAddress(one.at), one])); // prettier-ignore
  const titles = new Map<string, string[]>();
  for (const { finding } of findings) {
    if (finding.at === null || SAID_BY_VERDICT.has(finding.code)) continue;
    const key = shownAddress(finding.at);
    titles.set(key, [...(titles.get(key) ?? []), CATALOGUE[finding.code].zh.title]);
  }
  const compared = tables.flatMap(({ table, comparisons = [] }) => comparisons.map((one) => ({ one, at: { sheet: table.sheet, ...one.at } }))); // prettier-ignore
  const lines = compared
    .filter(({ one }) => one.held !== null || one.formula !== null)
    .map(({ one, at }) => ({ at, line: comparedLine(one, at, formulas.get(shownAddress(at)), titles.get(shownAddress(at)) ?? []) })); // prettier-ignore
  const told = new Set(lines.map(({ at }) => shownAddress(at)));
  const others = [...formulas.values()]
    .filter(({ at }) => !told.has(shownAddress(at)))
    .map((one) => ({ at: one.at, line: formulaLine(one, titles.get(shownAddress(one.at)) ?? []) }));
  const order = new Map(book.sheets.map(({ name }, i) => [name, i]));
  const rank = ({ sheet, row, column }: CellAddress): readonly number[] => [order.get(sheet) ?? 0, row, column];
  return [...lines, ...others].sort((a, b) => byParts(rank(a.at), rank(b.at))).map(({ line }) => line);
}

const byParts = (a: readonly number[], b: readonly number[]): number =>
  a.map((part, i) => part - (b[i] ?? 0)).find((difference) => difference !== 0) ?? 0;

function comparedLine(
  one: Comparison,
  at: CellAddress,
  formula: AuditedFormula | undefined,
  titles: readonly string[],
): AuditLine {
  const due = one.rule ?? (typeof one.recalculated === "number" ? exactFromDouble(one.recalculated) : null);
  const shows = one.stated ?? (typeof one.held === "number" ? exactFromDouble(one.held) : null);
  const verdict = verdictWords(one.verdict).zh;
  return {
    cell: shownAddress(at),
    name: one.name,
    formula: one.formula ?? "",
    expected: one.expected ?? (one.absence ? `（${absenceWords(one.absence).zh}）` : ""),
    stored: scalarContent(one.held),
    recalculated: formula ? resultContent(formula.chain) : { type: "blank" },
    rule: one.rule ? numberContent(one.rule) : { type: "blank" },
    difference: due && shows ? numberContent(shows.sub(due)) : { type: "blank" },
    verdict: withTitles(verdict, titles),
    precedents: formula ? precedentsText(formula) : "",
  };
}

function formulaLine(one: AuditedFormula, titles: readonly string[]): AuditLine {
  const { at, formula, stored, chain } = one;
  const due = chain.kind === "value" ? chain.value : null;
  const isNumber = typeof due === "number" && typeof stored === "number";
  return {
    cell: shownAddress(at),
    name: "",
    formula,
    expected: "",
    stored: scalarContent(stored),
    recalculated: resultContent(chain),
    rule: { type: "blank" },
    difference: isNumber ? numberContent(exactFromDouble(stored).sub(exactFromDouble(due))) : { type: "blank" },
    verdict: withTitles(FORMULA_VERDICT_WORDS[one.verdict].zh, titles),
    precedents: precedentsText(one),
  };
}

const withTitles = (verdict: string, titles: readonly string[]): string => [verdict, ...new Set(titles)].join("；");

/** In the decimals that a double holds; 12 places, so that a difference of nothing is shown as nothing. */
const numberContent = (number: Exact): CellContent => ({ type: "number", number: toDouble(roundHalfUp(number, 12)) });

const scalarContent = (value: CellScalar): CellContent =>
  typeof value === "number" ? contentOfCell({ row: 0, column: 0, value }) : value === null ? { type: "blank" } : { type: "text", text: displayText(value) }; // prettier-ignore

const resultContent = (result: AuditedFormula["chain"]): CellContent =>
  result.kind === "value"
    ? scalarContent(inShownDigits(result.value))
    : { type: "text", text: reasonWords(result.reason).zh };

const precedentsText = (formula: AuditedFormula): string => [...new Set(areasRead(formula))].join("、");
