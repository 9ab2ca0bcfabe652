import { readArguments, type OptionName, type Values } from "./option-values";
import { UsageError } from "./usage-error";

/** What a person typed, sorted out; nothing is read or run yet. */
export interface CommandLine {
  readonly command: string;
  readonly positionals: readonly string[];
  readonly options: Options;
}

type Format = "text" | "json" | "sarif" | "tree";

export interface Options {
  readonly out?: string;
  readonly pack?: string;
  readonly template?: string;
  readonly inputs?: string;
  readonly baseline?: string;
  /** The list of units that were to report. */
  readonly roster?: string;
  /** The narrative report beside the table. */
  readonly report?: string;
  /** Where the return slip is to be written, or the folder for those of a batch. */
  readonly slip?: string;
  readonly slips?: string;
  /** The day by which a unit is to answer, YYYY-MM-DD. */
  readonly due?: string;
  readonly set: readonly string[];
  readonly lang: "zh" | "en";
  /** Null where it was not asked for: `rule` and `formula` print text for a person, JSON for a script. */
  readonly format: Format | null;
  readonly fillBlank: boolean;
  readonly force: boolean;
  readonly help: boolean;
  readonly text?: string;
  readonly full?: string;
  readonly name?: string;
  /** What the row says in 指标说明: elements that the standard scores by number. */
  readonly explanation?: string;
  readonly at?: string;
  /** Sheet!A1. */
  readonly cell?: string;
}

export { UsageError };

const REVIEW_OPTIONS: readonly OptionName[] = ["pack", "template", "inputs", "set", "lang", "format", "help"];

/** Which options each command takes; an option of another command is refused, not ignored. */
const COMMANDS: ReadonlyMap<string, readonly OptionName[]> = new Map<string, readonly OptionName[]>([
  ["check", [...REVIEW_OPTIONS, "baseline", "report", "slip", "due", "force"]],
  ["audit", [...REVIEW_OPTIONS, "out", "force", "baseline", "cell", "report"]],
  ["score", [...REVIEW_OPTIONS, "out", "fill-blank", "force", "report"]],
  ["seal", ["pack", "inputs", "set", "lang", "out", "force", "help"]],
  ["replay", ["lang", "format", "help"]],
  ["diff", REVIEW_OPTIONS],
  ["batch", [...REVIEW_OPTIONS, "out", "force", "roster", "slips", "due"]],
  ["report", ["pack", "template", "inputs", "set", "lang", "out", "force", "help"]],
  ["clean", ["out", "force", "lang", "help"]],
  ["prepare", [...REVIEW_OPTIONS, "out", "force"]],
  ["rule", ["text", "full", "name", "explanation", "at", "set", "lang", "format", "help"]],
  ["pack", ["out", "force", "lang", "help"]],
  ["formula", ["text", "set", "lang", "format", "help"]],
  ["help", ["lang", "help"]],
]);

/** Options that say nothing without another: a command, the option, and what it goes with. */
const GO_WITH: readonly (readonly [command: string, name: OptionName, other: OptionName])[] = [
  ["check", "force", "slip"],
  ["check", "due", "slip"],
  ["batch", "due", "slips"],
];

/** The language may stand in front of the command too; without a command, or with --help for one, it is help that is wanted. */
function commandFirst(argv: readonly string[]): readonly [command: string, ...rest: string[]] {
  const leading = argv[0] === "--lang" ? 2 : argv[0]?.startsWith("--lang=") ? 1 : 0;
  const language = argv.slice(0, leading);
  const [command = "help", ...rest] = argv.slice(leading);
  return [command === "--help" || command === "-h" ? "help" : command, ...rest, ...language];
}

/** Throws UsageError for an unknown command or option, or a value outside its list. */
export function readCommandLine(argv: readonly string[]): CommandLine {
  const [command, ...rest] = commandFirst(argv);
  const allowed = COMMANDS.get(command);
  if (!allowed) {
    const names = [...COMMANDS.keys()].join(" ");
    throw new UsageError(
      `没有“${command}”这个命令。可用：${names}`,
      `Unknown command "${command}". Use one of: ${names}`,
    );
  }
  const { values, positionals } = readArguments(rest, (name) => {
    if (!allowed.includes(name)) {
      throw new UsageError(`${command} 不用选项 --${name}。`, `${command} does not take --${name}.`);
    }
  });
  for (const [one, name, other] of GO_WITH)
    if (one === command && values[name] !== undefined && values[other] === undefined)
      throw new UsageError(`${command} 不用选项 --${name}，除非有 --${other}。`, `${command} does not take --${name} without --${other}.`); // prettier-ignore
  return { command, positionals, options: readOptions(values, command) };
}

const FORMATS: ReadonlyMap<string, readonly Format[]> = new Map<string, readonly Format[]>([
  ["rule", ["text", "json", "tree"]],
  ["formula", ["text", "json"]],
  ["prepare", ["text", "json"]],
  ["replay", ["text", "json"]],
  ["diff", ["text", "json"]],
  ["batch", ["text", "json"]],
]);

/** `rule` and `formula` are read by scripts too: what they print depends on who reads it (DESIGN). */
const isReader = (command: string): boolean => command === "rule" || command === "formula";

function readOptions({ "fill-blank": fillBlank = false, ...values }: Values, command: string): Options {
  if (values.due !== undefined) refuseNoDay(values.due);
  return {
    ...values,
    set: values.set ?? [],
    lang: oneOf("lang", values.lang ?? "zh", ["zh", "en"]),
    format:
      values.format === undefined
        ? isReader(command)
          ? null
          : "text"
        : oneOf<Format>("format", values.format, FORMATS.get(command) ?? ["text", "json", "sarif"]),
    fillBlank,
    force: values.force ?? false,
    help: values.help ?? false,
  };
}

/** A day of the calendar: 2023-02-30 is none. */
function refuseNoDay(due: string): void {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(due) ? Date.parse(`${due}T00:00:00Z`) : NaN;
  if (Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== due)
    throw new UsageError(`--due 应为日期，如 2023-04-30，不能是“${due}”。`, `--due must be a day such as 2023-04-30, not "${due}".`); // prettier-ignore
}

function oneOf<T extends string>(name: string, value: string, allowed: readonly T[]): T {
  const found = allowed.find((candidate) => candidate === value);
  if (found !== undefined) return found;
  const list = allowed.join(" | ");
  throw new UsageError(`--${name} 只能是 ${list}，不能是“${value}”。`, `--${name} must be ${list}, not "${value}".`);
}
