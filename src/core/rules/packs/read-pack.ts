import * as v from "valibot";
import { isMap, isScalar, visit, type Document } from "yaml";
import { fail, succeed, type Result } from "../../model/result";
import { PACK_SCHEMA, type PackFile } from "./schema";
import { wordIssue } from "./word-issue";
import { openYaml, type YamlFile, type YamlProblem } from "./yaml-file";

/** A fault in a pack file, with the line to go to; `path` is where in the pack it stands, "" for the whole. */
export interface PackProblem extends YamlProblem {
  readonly path: string;
}

/** Reads a pack file (YAML). Every fault is listed with its line; nothing is guessed and no key is ignored. */
export function readPack(text: string): Result<PackFile, readonly PackProblem[]> {
  const opened = openYaml(text);
  if (!opened.ok) return fail(opened.failure.map((problem) => ({ ...problem, path: "" })));
  const { document } = opened.value;
  const unusable = unusableNodes(opened.value);
  if (unusable.length > 0) return fail(unusable);
  const parsed = v.safeParse(PACK_SCHEMA, document.toJS());
  if (!parsed.success) return fail(parsed.issues.map((issue) => located(issue, opened.value)));
  const repeated = repeatedIds(parsed.output);
  return repeated.length > 0
    ? fail(repeated.map((path) => ({ ...at(opened.value, path), zh: "这个 id 用了两次", en: "this id is used twice" })))
    : succeed(parsed.output);
}

/** A built-in pack as the build has parsed it, which takes longer than a whole review of a table. */
export const checkedPack = (parsed: unknown): PackFile => v.parse(PACK_SCHEMA, parsed);

type Key = string | number;

/** Names that a plain object of JavaScript does not hold as its own: the schema's reader would pass over them. */
const LOST_KEYS: ReadonlySet<unknown> = new Set(["__proto__", "constructor", "prototype"]);

/** Aliases (a few nested ones can stand for billions of nodes, so none is resolved), keys written twice, lost keys. */
function unusableNodes({ document, lineAt }: YamlFile): readonly PackProblem[] {
  const problems: PackProblem[] = [];
  const add = (offset: number, zh: string, en: string): void =>
    void problems.push({ line: lineAt(offset), path: "", zh, en });
  visit(document, {
    Alias: (_, alias) => add(alias.range?.[0] ?? 0, "不能用 *别名", "aliases are not allowed"),
    Map: (_, map) => {
      const seen = new Set<unknown>();
      for (const { key } of map.items) {
        if (!isScalar(key)) continue;
        const [name, offset] = [String(key.value), key.range?.[0] ?? 0];
        if (seen.has(name)) add(offset, `“${name}”写了两次`, `"${name}" stands twice`);
        if (LOST_KEYS.has(name)) add(offset, `名称不能是“${name}”`, `"${name}" can not be a name`);
        seen.add(name);
      }
    },
  });
  return problems;
}

function located(issue: v.BaseIssue<unknown>, file: YamlFile): PackProblem {
  return {
    ...at(
      file,
      (issue.path ?? []).map((item) => item.key as Key),
    ),
    ...wordIssue(issue),
  };
}

/** The line of the node at the path, or of its nearest ancestor that is written in the file. */
function at({ document, lineAt }: YamlFile, path: readonly Key[]): Pick<PackProblem, "line" | "path"> {
  return { line: lineOf(document, lineAt, path), path: path.join(".") };
}

function lineOf(document: Document.Parsed, lineAt: YamlFile["lineAt"], path: readonly Key[]): number {
  for (let length = path.length; length >= 0; length--) {
    const node = nodeAt(document, path.slice(0, length));
    if (node?.range) return lineAt(node.range[0] ?? 0);
  }
  return 1;
}

const nodeAt = (document: Document.Parsed, path: readonly Key[]) =>
  (path.length === 0 || isMap(document.contents) ? document.getIn(path, true) : undefined) as
    { readonly range?: readonly number[] | null } | undefined;

/** Places of ids that a list holds twice. */
export function repeatedIds(pack: PackFile): Key[][] {
  return (["indicators", "caps", "deviations"] as const).flatMap((list) => {
    const seen = new Set<string>();
    return pack[list].flatMap(({ id }, i) => (seen.has(id) ? [[list, i, "id"]] : (seen.add(id), [])));
  });
}
