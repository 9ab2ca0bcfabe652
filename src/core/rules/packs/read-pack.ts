import * as v from "valibot";
import { LineCounter, parseDocument, visit, type Document } from "yaml";
import { fail, succeed, type Result } from "../../model/result";
import { PACK_SCHEMA, type PackFile } from "./schema";

/** A fault in a pack file, with the line to go to. */
export interface PackProblem {
  readonly line: number;
  readonly path: string;
  readonly message: string;
}

/** Reads a pack file (YAML). Every fault is listed with its line; nothing is guessed and no key is ignored. */
export function readPack(text: string): Result<PackFile, readonly PackProblem[]> {
  const counter = new LineCounter();
  const document = parseDocument(text, { lineCounter: counter, uniqueKeys: true });
  if (document.errors.length > 0) {
    return fail(
      document.errors.map((error) => ({ line: counter.linePos(error.pos[0]).line, path: "", message: error.message })),
    );
  }
  const aliases = aliasLines(document, counter);
  if (aliases.length > 0) return fail(aliases.map((line) => ({ line, path: "", message: "aliases are not allowed" })));
  const parsed = v.safeParse(PACK_SCHEMA, document.toJS());
  if (!parsed.success) return fail(parsed.issues.map((issue) => located(issue, document, counter)));
  const repeated = repeatedIds(parsed.output);
  return repeated.length > 0
    ? fail(
        repeated.map((path) => ({
          line: lineOf(document, counter, path),
          path: path.join("."),
          message: "this id is used twice",
        })),
      )
    : succeed(parsed.output);
}

/** A built-in pack as the build has parsed it, which takes longer than a whole review of a table. */
export const checkedPack = (parsed: unknown): PackFile => v.parse(PACK_SCHEMA, parsed);

type Key = string | number;

/** A few nested aliases can stand for billions of nodes, so none is resolved. */
function aliasLines(document: Document, counter: LineCounter): number[] {
  const lines: number[] = [];
  visit(document, { Alias: (_, alias) => void lines.push(counter.linePos(alias.range?.[0] ?? 0).line) });
  return lines;
}

function located(issue: v.BaseIssue<unknown>, document: Document, counter: LineCounter): PackProblem {
  const path = (issue.path ?? []).map((item) => item.key as Key);
  return { line: lineOf(document, counter, path), path: path.join("."), message: issue.message };
}

/** The line of the node at the path, or of its nearest ancestor that is written in the file. */
function lineOf(document: Document, counter: LineCounter, path: readonly Key[]): number {
  for (let length = path.length; length >= 0; length--) {
    const node = document.getIn(path.slice(0, length), true) as { range?: readonly number[] | null } | undefined;
    if (node?.range) return counter.linePos(node.range[0] ?? 0).line;
  }
  return 1;
}

function repeatedIds(pack: PackFile): Key[][] {
  return (["indicators", "caps", "deviations"] as const).flatMap((list) => {
    const seen = new Set<string>();
    return pack[list].flatMap(({ id }, i) => (seen.has(id) ? [[list, i, "id"]] : (seen.add(id), [])));
  });
}
