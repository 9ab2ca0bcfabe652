import { readCommandLine, UsageError, type CommandLine } from "./arguments";
import { check } from "./commands/check";
import { clean } from "./commands/clean";
import { formula } from "./commands/formula";
import { help } from "./commands/help";
import { prepare } from "./commands/prepare";
import { rule } from "./commands/rule";
import { score } from "./commands/score";
import { CommandFailure, EXIT, type Terminal } from "./terminal";

type Command = (line: CommandLine, terminal: Terminal) => Promise<number>;

const COMMANDS: Readonly<Record<string, Command>> = { check, score, clean, prepare, rule, formula, help };

/** Runs one command and gives the exit status: 0 no error found, 1 errors found, 2 it could not run (SPEC K1). */
export async function main(argv: readonly string[], terminal: Terminal): Promise<number> {
  const english = argv.some((arg, i) => arg === "--lang=en" || (arg === "--lang" && argv[i + 1] === "en"));
  try {
    const line = readCommandLine(argv);
    const command = line.options.help ? help : COMMANDS[line.command];
    if (!command) throw new Error(`command without an implementation: ${line.command}`);
    return await command(line, terminal);
  } catch (error) {
    if (error instanceof UsageError) return failWith(english ? error.en : error.zh, terminal);
    if (error instanceof CommandFailure) return failWith(error.message, terminal);
    const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
    terminal.err(english ? `A fault in Pinghe, please report it: ${detail}\n` : `程序内部错误，请报告：${detail}\n`);
    return EXIT.failed;
  }
}

function failWith(message: string, terminal: Terminal): number {
  terminal.err(`pinghe: ${message}\n`);
  return EXIT.failed;
}
