import { Composer, CST, Lexer, LineCounter, Parser, type Document, type ErrorCode } from "yaml";
import { fail, succeed, type Result } from "../../model/result";

/** A fault of a YAML or JSON file, with the line to go to. */
export interface YamlProblem {
  readonly line: number;
  readonly zh: string;
  readonly en: string;
}

export interface YamlFile {
  readonly document: Document.Parsed;
  /** The line of an offset in the text, counted from 1. */
  readonly lineAt: (offset: number) => number;
}

/** Levels into which lists and maps may be nested in a file; a pack needs six. */
const YAML_DEPTH = 50;
const WIDEST_INDENT = 400;

/**
 * Opens a YAML file (JSON is YAML). Its faults are listed in both languages, each with its line. The parser calls
 * itself for each level and aborts the process where there are too many, so depth is bounded before it is asked.
 */
export function openYaml(text: string): Result<YamlFile, readonly YamlProblem[]> {
  const deep = tooDeep(text);
  if (deep !== null) {
    return fail([{ line: deep, zh: `嵌套超过 ${YAML_DEPTH} 层`, en: `nested more than ${YAML_DEPTH} levels deep` }]);
  }
  const lines = new LineCounter();
  const lineAt = (offset: number): number => lines.linePos(offset).line;
  // Whether keys repeat is asked by whoever reads the file: the parser compares each with all.
  const composer = new Composer({ uniqueKeys: false });
  const documents = [...composer.compose(new Parser(lines.addNewLine).parse(text), true, text.length)];
  const [document, second] = documents;
  if (!document || second) {
    return fail([{ line: lineAt(second?.range[0] ?? 0), zh: "只能有一个文档", en: "only one document is allowed" }]);
  }
  if (document.errors.length > 0) {
    return fail(document.errors.map(({ code, pos }) => ({ line: lineAt(pos[0]), ...wordsOf(code) })));
  }
  return succeed({ document, lineAt });
}

/** The line at which lists and maps are nested too deeply; null where they are not. */
function tooDeep(text: string): number | null {
  let line = 1;
  let brackets = 0;
  let inLine = 0;
  for (const token of new Lexer().lex(text)) {
    const type = CST.tokenType(token);
    if (type === "flow-seq-start" || type === "flow-map-start") brackets++;
    else if (type === "flow-seq-end" || type === "flow-map-end") brackets = Math.max(0, brackets - 1);
    else if (brackets === 0 && type !== null && INDICATORS.has(type)) inLine++;
    if (brackets > YAML_DEPTH || inLine > YAML_DEPTH) return line;
    if (token.includes("\n")) {
      line += token.split("\n").length - 1;
      inLine = 0;
    } else if (type === "space" && inLine === 0 && token.length > WIDEST_INDENT) return line;
  }
  return null;
}

const INDICATORS: ReadonlySet<string> = new Set(["seq-item-ind", "explicit-key-ind", "map-value-ind"]);

const FAULTS: readonly (readonly [codes: readonly ErrorCode[], zh: string, en: string])[] = [
  [["TAB_AS_INDENT"], "不能用制表符缩进，请用空格", "tabs can not indent; use spaces"],
  [["BAD_INDENT"], "缩进不对", "wrong indentation"],
  [["MISSING_CHAR"], "少了引号、冒号、逗号或括号", "a quote, colon, comma or bracket is missing"],
  [["BAD_DQ_ESCAPE"], "双引号内的 \\ 写法不对", "a wrong \\ within double quotes"],
  [["MULTILINE_IMPLICIT_KEY", "KEY_OVER_1024_CHARS", "BLOCK_AS_IMPLICIT_KEY"], "名称须写在一行内，后面是冒号和空格", "a name stands on one line, followed by a colon and a space"],
  [["BAD_SCALAR_START"], "值不能以这个符号开头，请加引号", "a value can not begin with this sign; put it in quotes"],
  [["BAD_ALIAS", "ALIAS_PROPS", "MULTIPLE_ANCHORS", "MULTIPLE_TAGS", "TAG_RESOLVE_FAILED", "BAD_PROP_ORDER", "BAD_DIRECTIVE"], "不支持 &、*、!、% 开头的写法，请加引号", "what begins with & * ! or % is not supported; put it in quotes"],
  [["RESOURCE_EXHAUSTION"], `嵌套超过 ${YAML_DEPTH} 层`, `nested more than ${YAML_DEPTH} levels deep`],
]; // prettier-ignore

function wordsOf(code: ErrorCode): Pick<YamlProblem, "zh" | "en"> {
  const [, zh, en] = FAULTS.find(([codes]) => codes.includes(code)) ?? [
    [],
    "写法有误，应为“名称: 数值”这样的 YAML 或 JSON",
    "this is no valid YAML or JSON",
  ];
  return { zh, en };
}
