import type { BatchFile } from "../app/batch/batch-unit";
import type { CommandLine } from "./arguments";
import type { Disk } from "./files/disk";

/** What a command needs of the outside: streams and files. The entry gives the real one. */
export interface Terminal extends Disk {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  /** Colours only where a person looks: on a terminal, and not where NO_COLOR is set. */
  readonly colour: boolean;
  /** Whether a person reads what is printed, not a script. */
  readonly outIsTerminal: boolean;
  /** Whether progress may be drawn on the error stream. */
  readonly interactive: boolean;
  /** Whether a fault of the program shows where it happened (PINGHE_DEBUG). */
  readonly debug: boolean;
  readonly sha256: (bytes: Uint8Array | string) => string;
  /** Reviewers that work beside each other on so many files; absent or none: files are reviewed here, one by one. */
  readonly reviewers?: (line: CommandLine, files: number) => readonly FileReviewer[];
}

/** Reviews one file of a batch at a time. */
export interface FileReviewer {
  readonly review: (file: string) => Promise<BatchFile>;
  readonly end: () => Promise<void>;
}

export const EXIT = { clean: 0, errors: 1, failed: 2 } as const;

/** The command could not run: one line that says what to do, exit status 2, nothing written. */
export class CommandFailure extends Error {}

const CODES = { red: 31, yellow: 33, blue: 34, green: 32, bold: 1, dim: 2 } as const;
export type Tint = keyof typeof CODES;

/** Wraps text in a terminal colour, or leaves it where colours are off. */
export const tinter =
  (colour: boolean) =>
  (tint: Tint, text: string): string =>
    colour ? `\u001b[${CODES[tint]}m${text}\u001b[0m` : text;
