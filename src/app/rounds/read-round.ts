import { pathKey } from "../../core/model/path";
import { nameKey } from "../../core/model/text";
import { fail, succeed, type Result } from "../../core/model/result";
import type { Words } from "../../host/port";
import { fromJson } from "../baseline";
import { listOf, objectOf, textOf } from "../json-values";
import { FUNDING_FIELDS, ROW_FIELDS, type Round, type RoundIndicator, type RoundInput, type RoundTable } from "./round";

const NO_REPORT: Words = {
  zh: "不是 pinghe check 写出的 JSON 报告（SARIF 报告不含分数，不能比较轮次）",
  en: "not a JSON report of pinghe check (a SARIF report holds no scores, so rounds can not be compared by it)",
};

/** A round from the text of a report that `check --format json` printed, of whatever version. */
export function readRound(text: string): Result<Round, Words> {
  let report: unknown;
  try {
    report = JSON.parse(text);
  } catch {
    return fail(NO_REPORT);
  }
  return roundOf(report);
}

/** A round from such a report as an object. */
export function roundOf(report: unknown): Result<Round, Words> {
  const { file, contentHash, pack, tables, quantities, findings, lost } = objectOf(report);
  if (!Array.isArray(tables) || !Array.isArray(findings)) return fail(NO_REPORT);
  const { id, version } = objectOf(pack);
  const read = tables.map(tableOf);
  return succeed({
    file: textOf(file),
    contentHash: textOf(contentHash),
    pack: textOf(id) === "" ? null : `${textOf(id)} ${textOf(version)}`.trim(),
    tables: read,
    inputs: [...listOf(quantities).map(quantityOf), ...tables.flatMap(answersOf)],
    findings: findings.flatMap((finding) => {
      const { sheet, path, place, data } = objectOf(finding);
      const where = {
        sheet: typeof sheet === "string" ? sheet : null,
        path: namesOf(path),
        place: textOf(place) || null,
      };
      return fromJson(finding).map((one) => ({ ...one, ...where, data: JSON.stringify(data ?? {}) }));
    }),
    lost: listOf(lost).map(textOf),
  });
}

function tableOf(table: unknown): RoundTable {
  const { sheet, unit, year, indicators, funding, totals, coverage, cells } = objectOf(table);
  const { score, statedScore, recomputed, grade } = objectOf(totals);
  const { marks, judged } = objectOf(coverage);
  const block = objectOf(funding);
  const { filled, understood } = objectOf(cells);
  return {
    sheet: textOf(sheet),
    unit: textOf(unit) || null,
    year: typeof year === "number" ? year : null,
    indicators: listOf(indicators).map(indicatorOf),
    funding: funding
      ? { ...NO_FUNDING, ...Object.fromEntries(FUNDING_FIELDS.map((field) => [field, numberText(block[field])])) }
      : null,
    cells: { filled: Number(filled ?? 0), understood: Number(understood ?? 0) },
    totals: {
      score: numberText(score),
      statedScore: numberText(statedScore),
      recomputed: numberText(recomputed),
      grade: textOf(objectOf(grade).value) || null,
      judged: numberText(judged) ?? "0",
      marks: numberText(marks) ?? "0",
    },
  };
}

const NO_FUNDING = { initialBudget: null, budget: null, executed: null, fullMark: null, score: null };

function indicatorOf(indicator: unknown): RoundIndicator {
  const { path, cells, texts, fullMark, score, recomputed } = objectOf(indicator);
  const { name, score: scoreCell, reason } = objectOf(cells);
  // Versions before texts were printed gave these two as numbers.
  const said = texts ? objectOf(texts) : { fullMark: numberText(fullMark), score: numberText(score) };
  const fields = ROW_FIELDS.flatMap((field): [string, string | null][] => {
    if (field === "recomputed") return [[field, numberText(objectOf(recomputed).score)]];
    const value = said[field as keyof typeof said];
    return value === undefined ? [] : [[field, typeof value === "string" ? value : null]];
  });
  return {
    path: namesOf(path),
    cells: { name: textOf(name) || null, score: textOf(scoreCell) || null, reason: textOf(reason) || null },
    texts: Object.fromEntries(fields),
  };
}

function quantityOf(quantity: unknown): RoundInput {
  const { key, name, value, usedBy } = objectOf(quantity);
  return {
    key: textOf(key) || nameKey(textOf(name)),
    name: textOf(name),
    value: textOf(value) || null,
    usedBy: listOf(usedBy).map(namesOf),
  };
}

const answersOf = (table: unknown): readonly RoundInput[] =>
  listOf(objectOf(table).indicators).flatMap((indicator) => {
    const { path, answers } = objectOf(indicator);
    return listOf(answers).map((answer) => {
      const { name, value } = objectOf(answer);
      const usedBy = namesOf(path);
      return { key: pathKey([...usedBy, textOf(name)]), name: textOf(name), value: textOf(value) || null, usedBy: [usedBy] }; // prettier-ignore
    });
  });

const namesOf = (path: unknown): readonly string[] => listOf(path).map(textOf);

/** Plain decimals of a number in JSON, without the noise of a double. */
const numberText = (value: unknown): string | null =>
  typeof value === "number" && Number.isFinite(value) ? String(Number(value.toFixed(9))) : null;
