import { parseArgs, type ParseArgsConfig } from "node:util";
import { UsageError } from "./usage-error";

const OPTIONS = {
  out: { type: "string", short: "o" },
  pack: { type: "string" },
  template: { type: "string" },
  inputs: { type: "string" },
  baseline: { type: "string" },
  roster: { type: "string" },
  report: { type: "string" },
  slip: { type: "string" },
  slips: { type: "string" },
  due: { type: "string" },
  set: { type: "string", multiple: true },
  lang: { type: "string" },
  format: { type: "string" },
  "fill-blank": { type: "boolean" },
  force: { type: "boolean" },
  help: { type: "boolean", short: "h" },
  text: { type: "string" },
  full: { type: "string" },
  name: { type: "string" },
  explanation: { type: "string" },
  at: { type: "string" },
  cell: { type: "string" },
} satisfies ParseArgsConfig["options"];

export type OptionName = keyof typeof OPTIONS;
export type Values = { [N in OptionName]?: (typeof OPTIONS)[N] extends { multiple: true } ? string[] : (typeof OPTIONS)[N]["type"] extends "string" ? string : boolean }; // prettier-ignore

const NAMES: ReadonlyMap<string, OptionName> = new Map(
  (Object.keys(OPTIONS) as OptionName[]).map((name) => [name, name] as const),
);
/** The options that name a file to be read (`pack` may name a built-in one): no output may be one of these. */
export const READ_OPTIONS = ["template", "inputs", "pack", "baseline", "roster", "report"] as const;

/** An empty one can only be a slip, such as a variable of a script that was not set. */
const NEVER_EMPTY: ReadonlySet<OptionName> = new Set([...READ_OPTIONS, "out", "slip", "slips", "due", "full", "cell"] as const); // prettier-ignore

/**
 * The options and the other arguments as typed. Node's own reader would say in English what is wrong; here every fault
 * has both languages. `allow` may refuse an option.
 */
export function readArguments(
  args: readonly string[],
  allow: (name: OptionName) => void,
): { readonly values: Values; readonly positionals: readonly string[] } {
  const { tokens } = parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true, strict: false, tokens: true }); // prettier-ignore
  const values = new Map<OptionName, string | boolean | string[]>();
  const positionals: string[] = [];
  for (const token of tokens) {
    if (token.kind === "positional") positionals.push(checkedPositional(token.value));
    if (token.kind !== "option") continue;
    const name = NAMES.get(token.name);
    if (name === undefined) {
      throw new UsageError(
        `参数有误：没有选项 ${token.rawName}。`,
        `Wrong arguments: there is no option ${token.rawName}.`,
      );
    }
    allow(name);
    put(values, name, checkedValue(name, token.value, token.inlineValue === true));
  }
  return { values: Object.fromEntries(values), positionals };
}

function checkedPositional(value: string): string {
  if (value !== "") return value;
  throw new UsageError("文件名是空的。请给出文件。", "The name of the file is empty. Name a file.");
}

function checkedValue(name: OptionName, value: string | undefined, isInline: boolean): string | boolean {
  if (OPTIONS[name].type === "boolean") {
    if (value === undefined) return true;
    throw new UsageError(`参数有误：--${name} 后面不写值。`, `Wrong arguments: --${name} takes no value.`);
  }
  // "-o --force" forgot the file; "--at -0.05" means it.
  if (value === undefined || (!isInline && /^-[^\d.]/.test(value))) {
    throw new UsageError(`参数有误：--${name} 后面缺少值。`, `Wrong arguments: --${name} needs a value.`);
  }
  if (value.trim() === "" && NEVER_EMPTY.has(name)) {
    throw new UsageError(`参数有误：--${name} 后面的值是空的。`, `Wrong arguments: the value of --${name} is empty.`);
  }
  return value;
}

function put(values: Map<OptionName, string | boolean | string[]>, name: OptionName, value: string | boolean): void {
  const before = values.get(name);
  if ("multiple" in OPTIONS[name]) values.set(name, [...(Array.isArray(before) ? before : []), String(value)]);
  else if (before === undefined || before === value) values.set(name, value);
  else {
    throw new UsageError(
      `参数有误：--${name} 给了两个不同的值。`,
      `Wrong arguments: --${name} has two different values.`,
    );
  }
}
