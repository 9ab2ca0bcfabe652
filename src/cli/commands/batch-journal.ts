import { builtInPack } from "../../core/rules/packs/index";
import type { BatchFile } from "../../app/batch/batch-unit";
import type { Options } from "../arguments";
import { CommandFailure, type Terminal } from "../terminal";

declare const PINGHE_VERSION: string;

/** What of a batch is reviewed already, kept beside its output so that a run which was broken off goes on (SPEC Y17). */
export interface BatchJournal {
  /** How many reviews an earlier run left that hold by the same rules. */
  readonly found: number;
  /** The file as it stands now: its hash, and the review of the same bytes where there is one. */
  readonly look: (file: string) => Promise<{ readonly hash: string; readonly known: BatchFile | null }>;
  readonly add: (hash: string, read: BatchFile) => Promise<void>;
  /** Takes the journal away: the output is written. */
  readonly end: () => Promise<void>;
}

const KIND = "pinghe-batch";
/** Of a kept review: one of another layout is made anew. */
const LAYOUT = 2;

export const journalOf = (out: string): string => `${out}.partial`;

/**
 * Opens the journal of an output. One that was kept by other rules, settings or another version begins anew; a file of that
 * name which is none of ours is left alone, and the batch is refused.
 */
export async function openJournal(out: string, options: Options, terminal: Terminal): Promise<BatchJournal> {
  const place = journalOf(out);
  const head = `${KIND} ${await rulesHash(options, terminal)}`;
  const kept = new Map<string, BatchFile>();
  let isOurs = false;
  if (await terminal.fileExists(place)) {
    const [first = "", ...lines] = linesOf(await terminal.readFile(place));
    if (!first.startsWith(`${KIND} `))
      throw new CommandFailure(options.lang === "zh" ? `${place} 已存在，且不是评核的进度文件。请改名或换一个输出文件。` : `${place} exists and is no journal of a batch. Rename it, or choose another output.`); // prettier-ignore
    isOurs = first === head;
    if (isOurs) for (const line of lines) keep(line, kept, terminal);
  }
  if (!isOurs) await terminal.writeFile(place, encoded(`${head}\n`));
  return {
    found: kept.size,
    look: async (file) => {
      // a file that can not be read is told by whoever reviews it
      const hash = await terminal.readFile(file).then(terminal.sha256, () => "");
      const read = kept.get(hash);
      return { hash, known: read?.round ? { ...read, file, round: { ...read.round, file } } : null };
    },
    add: async (hash, read) => {
      if (hash === "" || !read.round) return;
      const text = JSON.stringify(read);
      // the line break in front ends whatever a killed run left half written
      await terminal.appendFile(place, `\n${hash} ${terminal.sha256(text)} ${text}\n`);
    },
    end: () => terminal.removeFile(place),
  };
}

/** A line that was cut off, or changed since, does not give its own sum and counts for nothing. */
function keep(line: string, kept: Map<string, BatchFile>, terminal: Terminal): void {
  const [, hash, sum, text] = /^([0-9a-f]{64}) ([0-9a-f]{64}) (.*)$/.exec(line) ?? [];
  if (hash !== undefined && text !== undefined && terminal.sha256(text) === sum) kept.set(hash, JSON.parse(text) as BatchFile); // prettier-ignore
}

/** All that decides a review beside the file itself. */
async function rulesHash(options: Options, terminal: Terminal): Promise<string> {
  const { pack, template, inputs, set, lang } = options;
  const files = [pack === "auto" || (pack !== undefined && builtInPack(pack)) ? undefined : pack, template, inputs];
  const hashes = await Promise.all(files.map(async (file) => (file === undefined ? null : terminal.sha256(await terminal.readFile(file))))); // prettier-ignore
  return terminal.sha256(JSON.stringify([PINGHE_VERSION, LAYOUT, pack ?? null, set, lang, hashes]));
}

/** One string for all of a long journal would be more than a string can hold. */
function linesOf(bytes: Uint8Array): readonly string[] {
  const lines: string[] = [];
  const decoder = new TextDecoder();
  for (let from = 0; from < bytes.length;) {
    const end = bytes.indexOf(10, from);
    const to = end < 0 ? bytes.length : end;
    if (to > from) lines.push(decoder.decode(bytes.subarray(from, to)));
    from = to + 1;
  }
  return lines;
}

const encoded = (text: string): Uint8Array => new TextEncoder().encode(text);
