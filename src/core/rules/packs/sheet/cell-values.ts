import type { CellAddress } from "../../../workbook/address";
import type { CellScalar } from "../../../workbook/snapshot";
import type { Field } from "./fields";

interface Words {
  readonly zh: string;
  readonly en: string;
}

/** A fault in a pack's sheet, with the cell to go to; null where it is of the whole. */
export interface SheetProblem extends Words {
  readonly at: CellAddress | null;
}

export type FieldReading = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly why: Words };

/** What a cell says for a field; `undefined` for a blank one. What the schema can refuse is left to the schema. */
export function readField({ type, label }: Field, cell: CellScalar): FieldReading {
  if (cell === null || (typeof cell === "string" && cell.trim() === "")) return { ok: true, value: undefined };
  if (typeof cell === "object") return wrong("单元格是错误值", "the cell holds an error");
  if (typeof cell === "boolean") return type === "flag" ? { ok: true, value: cell } : wrong(`“${label}”不能是逻辑值`, `${label} can not be a truth value`); // prettier-ignore
  if (type === "amount") return { ok: true, value: typeof cell === "number" ? cell : amountText(cell) };
  const text = String(cell);
  if (type === "text") return { ok: true, value: text };
  if (type === "lines") return { ok: true, value: linesIn(text) };
  if (type === "pairs") return pairsIn(text);
  const said = text.trim();
  if (type === "flag") {
    if (said === "是" || said === "否") return { ok: true, value: said === "是" };
    return wrong(`应填“是”或“否”，不能是“${said}”`, `this should be 是 or 否, not ${said}`);
  }
  const found = Object.entries(type).find(([key, words]) => said === key || said === words);
  const all = Object.values(type);
  return found
    ? { ok: true, value: found[0] }
    : wrong(`应填${all.map((one) => `“${one}”`).join("或")}，不能是“${said}”`, `this should be ${all.join(" or ")}, not ${said}`); // prettier-ignore
}

/** The cell that reads as the value; null for what there is not. */
export function writeField({ type }: Field, value: unknown): CellScalar {
  if (value === undefined || value === null) return null;
  if (Array.isArray(value)) return joined(value.map(plainText));
  if (typeof value === "object")
    return Object.entries(value)
      .map(([name, of]) => `${name}=${pairText(of)}`)
      .join("\n");
  if (type === "flag") return value === true ? "是" : "否";
  if (typeof type === "object") return type[plainText(value)] ?? null;
  return typeof value === "number" ? value : plainText(value);
}

/** A text or a number as it is typed; a pack holds nothing else there. */
export const plainText = (value: unknown): string =>
  typeof value === "string" ? value : typeof value === "number" ? String(value) : "";

const wrong = (zh: string, en: string): FieldReading => ({ ok: false, why: { zh, en } });

/** 5分 is typed where 5 is meant. */
const amountText = (text: string): string => text.normalize("NFKC").trim().replace(/分$/, "");

/** One to a line; parted by blank lines where one of them has several. */
const joined = (lines: readonly string[]): string =>
  lines.some((line) => line.includes("\n")) ? lines.map((line) => `${line}\n\n`).join("") : lines.join("\n");

const linesIn = (text: string): readonly string[] =>
  text
    .replace(/\r\n?/g, "\n")
    .split(text.includes("\n\n") ? "\n\n" : "\n")
    .filter((line) => line.trim() !== "");

function pairsIn(text: string): FieldReading {
  const pairs: [string, unknown][] = [];
  for (const line of linesIn(text)) {
    const at = line.replaceAll("＝", "=").lastIndexOf("=");
    const [name, value] = [line.slice(0, at).trim(), line.slice(at + 1).trim()];
    if (at < 1 || name === "" || value === "") return wrong(`应写作“名称=数值”，不能是“${line.trim()}”`, `this should be name=number, not ${line.trim()}`); // prettier-ignore
    if (pairs.some(([other]) => other === name)) return wrong(`“${name}”写了两次`, `"${name}" stands twice`);
    if (LOST.has(name)) return wrong(`名称不能是“${name}”`, `"${name}" can not be a name`);
    pairs.push([name, /^".*"$/.test(value) ? value.slice(1, -1) : NUMBER.test(value) ? Number(value) : value]);
  }
  return { ok: true, value: Object.fromEntries(pairs) };
}

const NUMBER = /^-?\d+(?:\.\d+)?$/;
/** A text that would be read as a number stands in quotes. */
const pairText = (value: unknown): string =>
  typeof value === "string" && NUMBER.test(value) ? `"${value}"` : plainText(value);

/** Names that the schema's reader would pass over. */
const LOST: ReadonlySet<string> = new Set(["__proto__", "constructor", "prototype"]);
