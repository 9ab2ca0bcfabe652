import { MONEY_UNIT } from "../../model/money-units";
import { canonical, compact } from "../../model/text";

/** A row's label with what it is part of: 其中：公车购置 under 1、公务用车购置和维护经费. */
export interface BaseLabel {
  /** Without numbering and 其中. */
  readonly label: string;
  /** From the outside in; empty where the rows do not say what it belongs to. */
  readonly context: readonly string[];
}

interface Parsed {
  readonly parent: string | null;
  readonly label: string;
  readonly number: number | null;
  readonly part: boolean;
}

const NUMBER = /^\(?(\d{1,2})(?:[、.)](?!\d)|\))/;

/**
 * Reads the labels of one block together, since only the rows around it tell what a row is part of: a row between
 * item 1 and item 2 belongs to item 1; a row behind the last item may belong to nothing.
 */
export function baseLabels(texts: readonly string[]): readonly BaseLabel[] {
  const parsed = texts.map(parseLabel);
  let owner: string | null = null;
  let item: string | null = null;
  let last: string | null = null;
  return parsed.map((row, i): BaseLabel => {
    if (row.parent !== null) {
      [owner, item, last] = [row.parent, row.number === null ? null : row.label, row.parent];
      return { label: row.label, context: [row.parent] };
    }
    if (row.number !== null) {
      if (row.number === 1) owner = last;
      item = row.label;
      return { label: row.label, context: owner === null ? [] : [owner] };
    }
    const within = item !== null && nextNumber(parsed, i) > 1;
    if (row.part || within) {
      const context = [owner, item].filter((each) => each !== null);
      return { label: row.label, context: context.length > 0 || last === null ? context : [last] };
    }
    [owner, item, last] = [null, null, row.label];
    return { label: row.label, context: [] };
  });
}

/** The number of the next numbered row, before any row that names a parent of its own. */
function nextNumber(rows: readonly Parsed[], from: number): number {
  for (const row of rows.slice(from + 1)) {
    if (row.parent !== null) return 0;
    if (row.number !== null) return row.number;
  }
  return 0;
}

/** `项目支出：1、业务工作专项` and `公用经费 其中：办公经费` name what they are part of. */
function parseLabel(text: string): Parsed {
  const full = compact(text).replace(/^[一二三四五六七八九十]{1,2}、/, "");
  const among = /^(.*?)其中:?(.*)$/.exec(full);
  if (among && among[2] !== "") {
    const parent = clean(among[1] ?? "");
    const rest = among[2] ?? "";
    return { parent: parent === "" ? null : parent, ...numbered(rest), part: true };
  }
  const dash = /^[-•·●○]+(?=[\u4e00-\u9fff])/.exec(full)?.[0];
  if (dash !== undefined) return { parent: null, ...numbered(full.slice(dash.length)), part: true };
  const [head = "", ...rest] = full.split(":");
  if (rest.length > 0 && NUMBER.test(rest.join(":"))) return { parent: clean(head), ...numbered(rest.join(":")), part: false };
  return { parent: null, ...numbered(full), part: false };
} // prettier-ignore

function numbered(text: string): { readonly label: string; readonly number: number | null } {
  const match = NUMBER.exec(text);
  return { label: clean(match ? text.slice(match[0].length) : text), number: match ? Number(match[1]) : null };
}

/** The units of base data, as one alternative of a pattern. */
export const BASE_UNIT = `${MONEY_UNIT}|人|个|辆|台|平方米|㎡`;
const UNIT_BRACKET = new RegExp(`[([](?:单位:?)?(?:人民币)?(?:${BASE_UNIT})[)\\]]`, "g");

/** Without unit brackets and the colon at its end. */
const clean = (text: string): string =>
  canonical(text)
    .replace(UNIT_BRACKET, "")
    .replace(/[:;,]+$/, "");
