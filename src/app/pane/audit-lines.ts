import type { AuditedFormula } from "../../core/audit/audit";
import { reasonWords } from "../../core/audit/reason-words";
import { displayText } from "../../core/formula/number-format";
import type { Comparison } from "../../core/review.types";
import { a1, shownAddress, type CellAddress } from "../../core/workbook/address";
import type { CellScalar } from "../../core/workbook/snapshot";
import type { Language } from "../failure-words";
import { inShownDigits } from "../shown-digits";
import { COMPARED_KINDS, FORMULA_VERDICT_WORDS, verdictWords, wantsALook } from "../verdict-words";
import { marks } from "./marks";

/** One cell of 三方对照, or one formula: what it holds, what Excel shows, what it recalculates to. */
export interface AuditLine {
  readonly key: string;
  readonly at: CellAddress;
  readonly cell: string;
  /** 自评分, or the formula itself. */
  readonly label: string;
  readonly held: "formula" | "constant" | "blank";
  /** Text ready to print; empty where there is none. */
  readonly excel: string;
  readonly recomputed: string;
  readonly verdict: string;
  /** Whether a person should look at it. */
  readonly differs: boolean;
}

/** Lines of one indicator, or of one verdict. */
export interface AuditGroup {
  readonly key: string;
  readonly title: string;
  readonly lines: readonly AuditLine[];
}

export interface ComparedTable {
  readonly id: string;
  readonly sheet: string;
  readonly comparisons: readonly Comparison[];
}

/** 三方对照 by indicator, in the order of the tables; sheets are named where there are several. */
export function comparedGroups(tables: readonly ComparedTable[], lang: Language): readonly AuditGroup[] {
  const hasSheets = new Set(tables.map(({ sheet }) => sheet)).size > 1;
  const groups = new Map<string, { readonly title: string; readonly lines: AuditLine[] }>();
  for (const { id, sheet, comparisons } of tables) {
    for (const one of [...comparisons].sort((a, b) => a.at.row - b.at.row || a.at.column - b.at.column)) {
      const key = JSON.stringify([id, one.at.row, one.path, one.name]);
      const group = groups.get(key) ?? { title: titled(one.name, sheet, hasSheets), lines: [] };
      groups.set(key, group);
      group.lines.push(comparedLine(one, { sheet, row: one.at.row, column: one.at.column }, lang));
    }
  }
  return [...groups].map(([key, group]) => ({ key, ...group }));
}

const titled = (name: string, sheet: string, hasSheets: boolean): string => (hasSheets ? `${sheet} · ${name}` : name);

function comparedLine(one: Comparison, at: CellAddress, lang: Language): AuditLine {
  const { kind, of, formula, held, recalculated, rule, verdict } = one;
  const words = COMPARED_KINDS[kind][lang];
  return {
    key: `${shownAddress(at)} ${kind} ${of}`,
    at,
    cell: a1(at),
    label: of === "mark" ? `${words}（${lang === "zh" ? "分值" : "mark"}）` : words,
    held: formula !== null ? "formula" : held === null || held === "" ? "blank" : "constant",
    excel: displayText(held),
    recomputed: rule ? marks(rule) : resultText(recalculated),
    verdict: verdictWords(verdict)[lang],
    differs: wantsALook(one),
  };
}

/** In the order in which a person looks at them; formulas that agree are only counted. */
const FORMULA_VERDICTS = Object.keys(FORMULA_VERDICT_WORDS) as readonly AuditedFormula["verdict"][];

export interface FormulaCount {
  readonly verdict: AuditedFormula["verdict"];
  readonly words: string;
  readonly count: number;
}

export const formulaCounts = (formulas: readonly AuditedFormula[], lang: Language): readonly FormulaCount[] =>
  FORMULA_VERDICTS.map((verdict) => ({
    verdict,
    words: FORMULA_VERDICT_WORDS[verdict][lang],
    count: formulas.filter((one) => one.verdict === verdict).length,
  })).filter(({ count }) => count > 0);

/** Every formula whose stored result is not its own, or could not be held against anything, by verdict. */
export const formulaGroups = (formulas: readonly AuditedFormula[], lang: Language): readonly AuditGroup[] =>
  FORMULA_VERDICTS.filter((verdict) => verdict !== "agrees")
    .map((verdict) => ({
      key: verdict,
      title: FORMULA_VERDICT_WORDS[verdict][lang],
      lines: formulas.filter((one) => one.verdict === verdict).map((one) => formulaLine(one, lang)),
    }))
    .filter(({ lines }) => lines.length > 0);

function formulaLine(one: AuditedFormula, lang: Language): AuditLine {
  const { at, formula, stored, isolated, chain, verdict } = one;
  const silent = isolated.kind === "notEvaluated" ? isolated : chain.kind === "notEvaluated" ? chain : null;
  return {
    key: shownAddress(at),
    at,
    cell: shownAddress(at),
    label: formula,
    held: "formula",
    excel: displayText(stored),
    recomputed: chain.kind === "value" ? resultText(chain.value) : "",
    verdict: silent ? reasonWords(silent.reason)[lang] : FORMULA_VERDICT_WORDS[verdict][lang],
    differs: verdict !== "agrees",
  };
}

const resultText = (value: CellScalar): string => displayText(inShownDigits(value));
