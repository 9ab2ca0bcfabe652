import { inspect } from "node:util";
import { readCommandLine, UsageError, type CommandLine } from "./arguments";
import { audit } from "./commands/audit";
import { batch } from "./commands/batch";
import { check } from "./commands/check";
import { clean } from "./commands/clean";
import { diff } from "./commands/diff";
import { formula } from "./commands/formula";
import { help } from "./commands/help";
import { pack } from "./commands/pack";
import { prepare } from "./commands/prepare";
import { replay } from "./commands/replay";
import { report } from "./commands/report";
import { rule } from "./commands/rule";
import { score } from "./commands/score";
import { seal } from "./commands/seal";
import { FileFault, wordFileFault } from "./files/file-fault";
import { CommandFailure, EXIT, type Terminal } from "./terminal";

type Command = (line: CommandLine, terminal: Terminal) => Promise<number>;

const COMMANDS: ReadonlyMap<string, Command> = new Map(
  Object.entries({ check, audit, score, diff, batch, report, clean, prepare, rule, formula, pack, seal, replay, help }),
);

/** Runs one command and gives the exit status: 0 no error found, 1 errors found, 2 it could not run (SPEC K1). */
export async function main(argv: readonly string[], terminal: Terminal): Promise<number> {
  try {
    const line = readCommandLine(argv);
    const command = line.options.help ? help : COMMANDS.get(line.command);
    if (!command) throw new Error(`command without an implementation: ${line.command}`);
    return await command(line, terminal);
  } catch (error) {
    return tell(error, argv, terminal);
  }
}

/** Says in one line, in the language asked for, why a command could not run; where a fault of ours lies only on PINGHE_DEBUG (SPEC K6). */
export function tell(error: unknown, argv: readonly string[], terminal: Terminal): number {
  const lang = argv.some((arg, i) => arg === "--lang=en" || (arg === "--lang" && argv[i + 1] === "en")) ? "en" : "zh";
  terminal.err(`pinghe: ${lineFor(error, lang).replace(/\s*[\r\n]+\s*/g, " ")}\n`);
  if (terminal.debug) terminal.err(`${inspect(error)}\n`);
  return EXIT.failed;
}

function lineFor(error: unknown, lang: "zh" | "en"): string {
  if (error instanceof UsageError) return error[lang];
  if (error instanceof CommandFailure) return error.message;
  if (error instanceof FileFault) return wordFileFault(error, lang);
  const kind = error instanceof Error ? error.name : typeof error;
  return lang === "zh"
    ? `程序出了差错（${kind}），这不是文件的问题。请把文件和这条命令发给维护者；设 PINGHE_DEBUG=1 再运行可显示出错的位置。`
    : `A fault of the program (${kind}), not of your file. Please report it with the file and this command; PINGHE_DEBUG=1 shows where it happened.`;
}
