import { titleOf } from "../../core/findings/word";
import type { Severity } from "../../core/findings/finding-kind";
import { isNotUnderstood, isPassedOver, type CellRole } from "../../core/model/account";
import { readOurs } from "../../core/ours/read-ours";
import { builtInPack } from "../../core/rules/packs/index";
import { DEFAULT_SETTINGS } from "../../core/rules/settings";
import { rectA1, shownAddress, type CellAddress } from "../../core/workbook/address";
import { auditWorkbook } from "../audit-workbook";
import { CELL_ROLES, cellRoleWords } from "../cell-role-words";
import { cellShares, type CellShare } from "./cell-groups";
import type { Language } from "../failure-words";
import { sheetAccounts } from "../sheet-accounts";
import { reportFindings, type ReportedFinding } from "../worded-review";
import { comparedGroups, formulaCounts, formulaGroups, type AuditGroup, type FormulaCount } from "./audit-lines";
import { formulaMap, type FormulaMap } from "./formula-map";
import type { PaneReview } from "./pane-review";
import { settingLines, type SettingLine } from "./rule-details";

/** What 审计 shows of the tables at hand: every cell, every formula, and by what they were judged. */
export interface AuditView {
  readonly cells: CellCounts;
  readonly formulas: {
    readonly all: number;
    readonly agreeing: number;
    readonly counts: readonly FormulaCount[];
    /** Those that do not agree, by verdict. */
    readonly groups: readonly AuditGroup[];
    /** Of each table that holds formulas in its rows. */
    readonly maps: readonly FormulaMap[];
  };
  readonly compared: readonly AuditGroup[];
  readonly causes: readonly Cause[];
  readonly grounds: Grounds;
}

/** Filled cells of the tables; roles, `unused` and `notUnderstood` add up to `filled`. */
interface CellCounts {
  readonly filled: number;
  readonly roles: readonly { readonly role: CellRole; readonly words: string; readonly count: number }[];
  /** Seen and of no role: a picture, a stray word. */
  readonly unused: number;
  readonly notUnderstood: number;
  /** The same in a few parts, for a bar. */
  readonly shares: readonly CellShare[];
  /** Areas that a person called 与评分无关. */
  readonly setAside: readonly string[];
  /** Filled cells far from every table. */
  readonly outside: number;
}

/** What is wrong with formulas, by cause: one cause over many cells is one line with its evidence. */
export interface Cause {
  readonly key: string;
  readonly severity: Severity;
  readonly title: string;
  readonly evidence: readonly Evidence[];
}

interface Evidence {
  readonly at: CellAddress | null;
  readonly cell: string;
  readonly message: string;
  readonly waived: boolean;
}

interface Grounds {
  readonly pack: { readonly id: string; readonly version: string } | null;
  readonly settings: number;
  /** Settings that are not at their default. */
  readonly changed: readonly SettingLine[];
  /** Waived findings, each with the reason that a person gave. */
  readonly waivers: readonly { readonly cell: string; readonly title: string; readonly reason: string }[];
  readonly round: number;
  /** Offered packs that were declined, by title. */
  readonly declined: readonly string[];
}

/** `tables`: ids of those on the screen; of a workbook with several, only their sheets' formulas are counted. */
export function auditView(shown: PaneReview, tables: readonly string[], lang: Language): AuditView {
  const { review } = shown;
  const audited = auditWorkbook(shown, lang);
  const own = review.tables.filter(({ table }) => tables.includes(table.id));
  const isAll = own.length === review.tables.length;
  const sheets = new Set(own.map(({ table }) => table.sheet));
  const formulas = audited.audit.formulas.filter(({ at }) => isAll || sheets.has(at.sheet));
  const isHere = ({ finding: { table, sheet } }: ReportedFinding): boolean =>
    isAll || (table === null ? sheet === null || sheets.has(sheet) : tables.includes(table));
  return {
    cells: cellCounts(shown, (of) => isAll || tables.includes(of), isAll ? null : sheets, lang),
    formulas: {
      all: formulas.length,
      agreeing: formulas.filter(({ verdict }) => verdict === "agrees").length,
      counts: formulaCounts(formulas, lang),
      groups: formulaGroups(formulas, lang),
      maps: own.flatMap(({ table, comparisons = [] }) => {
        const sheet = shown.book.sheets.find(({ name }) => name === table.sheet);
        const map = sheet && formulaMap({ table, sheet, comparisons, formulas, findings: audited.audit.findings });
        return map ? [map] : [];
      }),
    },
    compared: comparedGroups(
      own.map(({ table: { id, sheet }, comparisons = [] }) => ({ id, sheet, comparisons })),
      lang,
    ),
    causes: causesOf(audited.findings.filter(isHere), lang),
    grounds: groundsOf(shown, audited.findings, lang),
  };
}

function cellCounts(
  { book, review }: PaneReview,
  isOwn: (of: string) => boolean,
  sheets: ReadonlySet<string> | null,
  lang: Language,
): CellCounts {
  const cells = sheetAccounts(book).flatMap((account) => account.cells.filter(({ of }) => isOwn(of)));
  const roles = new Map<CellRole, number>();
  const counts = { unused: 0, notUnderstood: 0 };
  for (const entry of cells) {
    const why = isPassedOver(entry) ? entry.why : null;
    if (why !== null && isNotUnderstood(why)) counts.notUnderstood += 1;
    else if (entry.role === null) counts.unused += 1;
    else roles.set(entry.role, (roles.get(entry.role) ?? 0) + 1);
  }
  const { ledger } = review;
  const accounts = [
    ...ledger.tables.map(({ table: { sheet }, cells: account }) => ({ sheet, account })),
    ...ledger.baseData.map(({ base: { sheet }, cells: account }) => ({ sheet, account })),
  ].filter(({ account: { of } }) => isOwn(of));
  const outside = ledger.outside.filter(({ sheet }) => sheets === null || sheets.has(sheet));
  const counted = CELL_ROLES.flatMap((role) => {
    const count = roles.get(role);
    return count === undefined ? [] : [{ role, words: cellRoleWords(role, lang), count }];
  });
  return {
    filled: cells.length,
    roles: counted,
    ...counts,
    shares: cellShares(counted, counts),
    setAside: accounts.flatMap(({ sheet, account: { unused } }) =>
      unused.filter(({ why }) => why === "setAside").map(({ area }) => `${sheet}!${rectA1(area)}`),
    ),
    outside: outside.reduce((sum, one) => sum + one.cells, 0),
  };
}

function causesOf(findings: readonly ReportedFinding[], lang: Language): readonly Cause[] {
  const causes = new Map<string, { readonly severity: Severity; readonly title: string; readonly evidence: Evidence[] }>(); // prettier-ignore
  for (const { finding, severity, message, waived } of findings) {
    const key = `${finding.code} ${finding.group ?? ""}`;
    const cause = causes.get(key) ?? { severity, title: titleOf(finding.code, lang), evidence: [] };
    causes.set(key, cause);
    const cell = finding.at ? shownAddress(finding.at) : (finding.sheet ?? "");
    cause.evidence.push({ at: finding.at, cell, message, waived });
  }
  return [...causes].map(([key, cause]) => ({ key, ...cause }));
}

function groundsOf(shown: PaneReview, audited: readonly ReportedFinding[], lang: Language): Grounds {
  const { book, review, settings, round } = shown;
  const { rules } = readOurs(book);
  const usual = settingLines({ ...review, settings: DEFAULT_SETTINGS }, lang);
  // What the audit says of a table's formulas the review has said too.
  const waived = new Map([...reportFindings(shown, lang), ...audited].map((one) => [one.fingerprint, one]));
  return {
    pack: review.pack && { id: review.pack.id, version: review.pack.version },
    settings: settings.length,
    // 规则 records every setting, also those that nobody changed: the value decides, not where it stands.
    changed: settings.filter(({ value }, index) => value !== usual[index]?.value),
    waivers: [...waived.values()].flatMap(({ finding: { at, code }, waiver }) =>
      waiver === undefined ? [] : [{ cell: at ? shownAddress(at) : "", title: titleOf(code, lang), reason: waiver }],
    ),
    round,
    declined: (rules?.declined ?? []).map((id) => builtInPack(id)?.title[lang] ?? id),
  };
}
