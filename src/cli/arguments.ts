import { parseArgs, type ParseArgsConfig } from "node:util";

/** What a person typed, sorted out; nothing is read or run yet. */
export interface CommandLine {
  readonly command: string;
  readonly positionals: readonly string[];
  readonly options: Options;
}

export interface Options {
  readonly out?: string;
  readonly pack?: string;
  readonly template?: string;
  readonly inputs?: string;
  readonly set: readonly string[];
  readonly lang: "zh" | "en";
  readonly format: "text" | "json" | "sarif";
  readonly fillBlank: boolean;
  readonly force: boolean;
  readonly help: boolean;
  readonly text?: string;
  readonly full?: string;
  readonly name?: string;
  readonly at?: string;
}

/** Arguments that make no sense; `zh` and `en` say what to do. */
export class UsageError extends Error {
  readonly zh: string;
  readonly en: string;
  constructor(zh: string, en: string) {
    super(zh);
    this.zh = zh;
    this.en = en;
  }
}

const OPTIONS = {
  out: { type: "string", short: "o" },
  pack: { type: "string" },
  template: { type: "string" },
  inputs: { type: "string" },
  set: { type: "string", multiple: true },
  lang: { type: "string" },
  format: { type: "string" },
  "fill-blank": { type: "boolean" },
  force: { type: "boolean" },
  help: { type: "boolean", short: "h" },
  text: { type: "string" },
  full: { type: "string" },
  name: { type: "string" },
  at: { type: "string" },
} satisfies ParseArgsConfig["options"];

type OptionName = keyof typeof OPTIONS;

const REVIEW_OPTIONS: readonly OptionName[] = ["pack", "template", "inputs", "set", "lang", "format", "help"];

/** Which options each command takes; an option of another command is refused, not ignored. */
const COMMANDS: Readonly<Record<string, readonly OptionName[]>> = {
  check: REVIEW_OPTIONS,
  score: [...REVIEW_OPTIONS, "out", "fill-blank", "force"],
  clean: ["out", "force", "lang", "help"],
  prepare: [...REVIEW_OPTIONS, "out", "force"],
  rule: ["text", "full", "name", "at", "set", "lang", "format", "help"],
  formula: ["text", "set", "lang", "format", "help"],
};

/** Throws UsageError for an unknown command or option, or a value outside its list. */
export function readCommandLine(argv: readonly string[]): CommandLine {
  const [command = "help", ...rest] = argv;
  if (command === "help" || command === "--help" || command === "-h") {
    return { command: "help", positionals: rest, options: readOptions({}, "text") };
  }
  const allowed = COMMANDS[command];
  if (!allowed) {
    const names = Object.keys(COMMANDS).join(" ");
    throw new UsageError(
      `没有“${command}”这个命令。可用：${names}`,
      `Unknown command "${command}". Use one of: ${names}`,
    );
  }
  const { values, positionals } = parse(rest);
  for (const name of Object.keys(values) as OptionName[]) {
    if (!allowed.includes(name)) {
      throw new UsageError(`${command} 不用选项 --${name}。`, `${command} does not take --${name}.`);
    }
  }
  return { command, positionals, options: readOptions(values, isReader(command) ? "json" : "text") };
}

type Values = { [N in OptionName]?: (typeof OPTIONS)[N] extends { multiple: true } ? string[] : (typeof OPTIONS)[N]["type"] extends "string" ? string : boolean }; // prettier-ignore

function parse(args: readonly string[]): { values: Values; positionals: string[] } {
  try {
    return parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    throw new UsageError(`参数有误：${detail}`, `Wrong arguments: ${detail}`);
  }
}

/** `rule` and `formula` are read by scripts first: what they print is JSON unless text is asked for (DESIGN). */
const isReader = (command: string): boolean => command === "rule" || command === "formula";

function readOptions(values: Values, format: Options["format"]): Options {
  const text = (["out", "pack", "template", "inputs", "text", "full", "name", "at"] as const).flatMap((name) => {
    const value = values[name];
    return value === undefined ? [] : [[name, value] as const];
  });
  return {
    ...Object.fromEntries(text),
    set: values.set ?? [],
    lang: oneOf("lang", values.lang ?? "zh", ["zh", "en"]),
    format: oneOf("format", values.format ?? format, ["text", "json", "sarif"]),
    fillBlank: values["fill-blank"] ?? false,
    force: values.force ?? false,
    help: values.help ?? false,
  };
}

function oneOf<T extends string>(name: string, value: string, allowed: readonly T[]): T {
  const found = allowed.find((candidate) => candidate === value);
  if (found !== undefined) return found;
  const list = allowed.join(" | ");
  throw new UsageError(`--${name} 只能是 ${list}，不能是“${value}”。`, `--${name} must be ${list}, not "${value}".`);
}
