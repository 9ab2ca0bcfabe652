import { compact } from "../../../model/text";
import type { CellAddress } from "../../../workbook/address";
import type { CellScalar } from "../../../workbook/snapshot";
import { plainText, readField, type SheetProblem } from "./cell-values";
import type { Field, Section } from "./fields";

interface Said {
  readonly value: unknown;
  readonly at: CellAddress;
}

/** Rows of one indicator, told apart by 编号, else by name and 上级指标. */
interface IndicatorRows {
  readonly index: number;
  readonly entry: Record<string, unknown>;
  readonly standards: unknown[];
}

/** Puts a pack together from what its cells say, and keeps for each part the cell that said it. */
export class PackBuilder {
  readonly problems: SheetProblem[] = [];
  readonly cells = new Map<string, CellAddress>();
  private readonly facts = new Map<string, unknown>();
  private readonly indicators: IndicatorRows[] = [];
  private readonly lists = new Map<string, Record<string, unknown>[]>();
  private heading: string | null = null;
  private last: IndicatorRows | null = null;

  title(text: string, at: CellAddress): void {
    if (this.heading !== null) return;
    this.heading = text;
    this.cells.set("title", at);
  }

  fact(field: Field, cell: CellScalar, at: CellAddress): void {
    const read = readField(field, cell);
    if (!read.ok) this.problems.push({ at, ...read.why });
    else if (this.facts.has(field.key))
      this.problems.push({ at, zh: `“${field.label}”写了两次`, en: `${field.label} stands twice` });
    else if (read.value !== undefined) {
      this.facts.set(field.key, read.value);
      this.cells.set(field.key, at);
    }
  }

  entry(section: Section, said: ReadonlyMap<Field, Said>, rowAt: CellAddress): void {
    const of = new Map([...said].map(([{ key }, one]) => [key, one]));
    if (section.key === "indicators") this.indicator(of, rowAt);
    else if (section.key === "examples") this.example(of, rowAt);
    else this.listed(section.key, of, rowAt);
  }

  /** What the cells came to, as a pack's file would say it. */
  build(fileName: string): Record<string, unknown> {
    const pack: Record<string, unknown> = {
      indicators: this.indicators.map(({ entry, standards }) => ({ ...entry, standards })),
    };
    for (const [key, value] of this.facts) put(pack, key, value);
    for (const key of ["caps", "deviations"]) if (this.lists.has(key)) pack[key] = this.lists.get(key);
    const levels = this.lists.get("levels");
    if (levels) put(pack, "tiers.levels", levels);
    const parts = this.lists.get("parts");
    if (parts) pack.parts = Object.fromEntries(parts.map(({ name, amount }) => [plainText(name), amount]));
    const { source, ...defaults } = this.defaults(fileName);
    if (source !== undefined || pack.source !== undefined)
      pack.source = { ...(source as object | undefined), ...(pack.source as object | undefined) };
    return { ...defaults, ...pack, title: { ...this.titles(fileName), ...(pack.title as object | undefined) } };
  }

  /** The cell of a path or of its nearest ancestor. */
  cellAt(path: readonly string[]): CellAddress | null {
    for (let length = path.length; length > 0; length--) {
      const at = this.cells.get(path.slice(0, length).join("."));
      if (at) return at;
    }
    return null;
  }

  /** What a plain list says nothing of: an id and a version for the record, and the kind, where the title names it. */
  private defaults(fileName: string): Record<string, unknown> {
    const said = `${this.heading ?? ""}${plainText(this.facts.get("title.zh"))}`;
    const kind = /部门整体|部门支出|整体支出/.test(said) ? "department" : /项目|转移支付/.test(said) ? "project" : null;
    const id = fileName.replace(/\.[^.]*$/, "").toLowerCase();
    const document = this.heading ?? this.facts.get("title.zh") ?? (fileName || undefined);
    return {
      id: /^[a-z0-9]+(-[a-z0-9]+)*$/.test(id) ? id : "sheet-pack",
      version: "1.0.0",
      ...(kind ? { kind } : {}),
      ...(document === undefined ? {} : { source: { document } }),
    };
  }

  private titles(fileName: string): { readonly zh?: unknown; readonly en?: unknown } {
    const named = fileName.replace(/\.[^.]*$/, "") || undefined;
    const zh = this.facts.get("title.zh") ?? this.heading ?? this.facts.get("source.document") ?? named;
    return zh === undefined ? {} : { zh, en: this.facts.get("title.en") ?? zh };
  }

  private indicator(of: ReadonlyMap<string, Said>, rowAt: CellAddress): void {
    const isTotal = TOTALS.has(compact(plainText(firstOf(of.get("names")?.value))));
    if (isTotal && !of.has("standard") && !of.has("definition")) return;
    const rows = this.rowsOf(of, rowAt);
    if (!rows) return;
    const base = `indicators.${rows.index}`;
    const mark = of.get("mark");
    const standard = of.get("standard");
    if (standard && mark) {
      this.cells.set(`${base}.standards.${rows.standards.length}`, standard.at);
      this.cells.set(`${base}.standards.${rows.standards.length}.fullMark`, mark.at);
      rows.standards.push({ fullMark: mark.value, standard: standard.value });
    } else if (standard) this.set(rows, "standard", standard);
    else if (mark) this.set(rows, "fullMark", mark);
    for (const [key, said] of of) if (!BESIDE.has(key)) this.set(rows, key, said);
  }

  private set({ index, entry }: IndicatorRows, key: string, { value, at }: Said): void {
    const before = entry[key];
    if (before === undefined) {
      entry[key] = value;
      this.cells.set(`indicators.${index}.${key}`, at);
    } else if (JSON.stringify(before) !== JSON.stringify(value)) {
      this.problems.push({
        at,
        zh: `与该指标前一行所写的不同`,
        en: "this differs from an earlier row of the indicator",
      });
    }
  }

  /** The indicator that a row goes on with, or a new one; a row without a name goes on with the one above. */
  private rowsOf(of: ReadonlyMap<string, Said>, rowAt: CellAddress): IndicatorRows | null {
    const keyOf = (key: string): string => JSON.stringify(of.get(key)?.value ?? null);
    if (!of.has("names")) {
      if (!this.last) this.problems.push({ at: rowAt, zh: "这一行没有指标名称", en: "this row names no indicator" });
      return this.last;
    }
    const found = this.indicators.find(({ entry }) =>
      of.has("id")
        ? JSON.stringify(entry.id) === keyOf("id")
        : JSON.stringify(entry.names) === keyOf("names") && JSON.stringify(entry.under ?? null) === keyOf("under"),
    );
    const { length: index } = this.indicators;
    const rows = found ?? { index, entry: of.has("id") ? {} : { id: `i${index + 1}` }, standards: [] };
    if (!found) {
      this.indicators.push(rows);
      this.cells.set(`indicators.${index}`, rowAt);
    }
    this.last = rows;
    return rows;
  }

  private example(of: ReadonlyMap<string, Said>, rowAt: CellAddress): void {
    const { value: id } = of.get("id") ?? {};
    const name = of.get("of");
    const rows = this.indicators.find(({ entry }) =>
      id === undefined ? name !== undefined && (entry.names as unknown[]).includes(name.value) : entry.id === id,
    );
    if (!rows) {
      this.problems.push({ at: name?.at ?? rowAt, zh: "评分标准表中没有这个指标", en: "the list of standards has no such indicator" }); // prettier-ignore
      return;
    }
    const examples = (rows.entry.examples ??= []) as unknown[];
    const entry: Record<string, unknown> = { inputs: {} };
    this.cells.set(`indicators.${rows.index}.examples.${examples.length}`, rowAt);
    for (const [key, { value, at }] of of) {
      if (key === "of" || key === "id") continue;
      entry[key] = value;
      this.cells.set(`indicators.${rows.index}.examples.${examples.length}.${key}`, at);
    }
    examples.push(entry);
  }

  private listed(key: string, of: ReadonlyMap<string, Said>, rowAt: CellAddress): void {
    const list = this.lists.get(key) ?? [];
    this.lists.set(key, list);
    const path = `${key === "levels" ? "tiers.levels" : key}.${list.length}`;
    const entry: Record<string, unknown> = {};
    this.cells.set(path, rowAt);
    for (const [name, { value, at }] of of) {
      put(entry, name, value);
      this.cells.set(`${path}.${name}`, at);
    }
    list.push(entry);
  }
}

/** Rows of a filled-in form that are no indicators. */
const TOTALS: ReadonlySet<string> = new Set(["合计", "总分", "总计", "小计", "合计得分"]);
const BESIDE: ReadonlySet<string> = new Set(["mark", "standard"]);

const firstOf = (value: unknown): unknown => (Array.isArray(value) ? value[0] : value);

/** Sets "a.b.c" within nested objects; the keys are ours, never a person's. */
function put(into: Record<string, unknown>, path: string, value: unknown): void {
  const keys = path.split(".");
  const last = keys.pop() ?? path;
  let at = into;
  for (const key of keys) at = (at[key] ??= {}) as Record<string, unknown>;
  at[last] = value;
}
