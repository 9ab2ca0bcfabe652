import { compact } from "../language/text";
import { definedNameFor } from "../quantities/defined-name";
import { inputLabel, type BaseSheet } from "./base-sheet";
import type { RuleInput } from "../rules/rule";

/** Defined names for the choices and counts that rules ask for: the one printed in their row, else a new one. */
export class InputNames {
  private readonly used: Set<string>;
  private readonly printed = new Map<string, string>();

  /** `taken`: names that stand for something else, in any case of letters. */
  constructor(taken: Iterable<string>, base: BaseSheet | null) {
    this.used = new Set([...taken].map((name) => name.toUpperCase()));
    for (const { label, name } of base?.rows ?? []) if (name !== "") this.printed.set(compact(label), name);
  }

  nameFor(path: readonly string[], input: RuleInput): string {
    const label = inputLabel(path, input);
    const kept = this.printed.get(compact(label));
    this.printed.delete(compact(label));
    const name = kept !== undefined && !this.used.has(kept.toUpperCase()) ? kept : this.fresh(label);
    this.used.add(name.toUpperCase());
    return name;
  }

  private fresh(label: string): string {
    const base = definedNameFor(label, NOTHING);
    let name = base;
    for (let n = 2; this.used.has(name.toUpperCase()); n++) name = `${base}_${n}`;
    return name;
  }
}

const NOTHING: ReadonlySet<string> = new Set();
