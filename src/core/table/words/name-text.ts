import type { Exact } from "../../model/exact";
import { CHINESE_NUMERAL } from "../../model/chinese-numeral";
import { canonical, compact } from "../../model/text";
import { readMark, type TextNumber } from "./mark-text";

/**
 * Reads the name cells of levels and indicators: what is the name, what its mark, what its numbering (SPEC R4, R5).
 */
export interface NameReading {
  /** Without mark, numbering, spaces and line breaks; quotes as they are printed: “三公经费”变动率. */
  readonly name: string;
  readonly mark: TextNumber | null;
  /** The numbering before the name (`1.1`, `一、`), which tells its place and not its identity. */
  readonly numbering: string | null;
}

/** How the names of one column are written; only all of them together can tell. */
export interface NameStyle {
  /** A number alone in brackets at the end is a mark: 相关性(5). */
  readonly bareMarks: boolean;
  /** A mark follows without brackets: 产出指标50分. */
  readonly trailingMarks: boolean;
  /** Numbers without separator are numbering: 1.1绩效目标. */
  readonly bareNumbering: boolean;
}

const PLAIN_STYLE: NameStyle = { bareMarks: false, trailingMarks: true, bareNumbering: false };

const SEPARATED_NUMBERING =
  /^(?:第[一二三四五六七八九十]+(?:部分|类|项)[:、]?|[一二三四五六七八九十]{1,3}[、.]|\([一二三四五六七八九十]{1,3}\)|\d{1,2}(?:\.\d{1,2}){0,3}(?:[、)]|\.(?!\d))|\(\d{1,2}\)|[①-⑳]|指标\d{1,2}[:、.])/;
const BARE_NUMBERING =
  /^\d{1,2}(?:\.\d{1,2}){1,3}(?=[^\d.%]|$)|^指标\d{1,2}(?=[^\d%])|^[A-Z]\d{0,3}(?:[.-]\d{1,2})*(?=[\u4e00-\u9fff“"])/;
const LAST_BRACKET = /[([]([^()[\]]*)[)\]]$/;
const TRAILING_MARK = /^(.*[^\d.≥≤<>=~\-+/达于])((?:共|满分|分值)?[:为]?\d{1,3}(?:\.\d{1,2})?分)$/;
/** 产出指标三十分; 十分 alone behind a name may also say very. */
const TRAILING_NUMERAL = new RegExp(
  `^(.*?[^零〇一二三四五六七八九十百])((?:共|满分|分值)?[:为]?(?!十分|百分)${CHINESE_NUMERAL}分)$`,
);
const CONTINUED = /[([]?(?:续表?|接上页|续上表)[)\]]?$/;

export function readName(text: string, style: NameStyle = PLAIN_STYLE): NameReading {
  const spaced = canonical(text).trim();
  let rest = spaced.replaceAll(" ", "");
  const numbering = readNumbering(rest, spaced, style);
  rest = rest.slice(numbering.length);
  let mark: TextNumber | null = null;
  for (let bracket = LAST_BRACKET.exec(rest); bracket; bracket = LAST_BRACKET.exec(rest)) {
    const found = readMark(bracket[1] ?? "", style.bareMarks);
    // a name may carry its mark and a note, （2分）（续）; any other bracket is part of the name
    if (!found && !CONTINUED.test(bracket[0])) break;
    mark ??= found;
    rest = rest.slice(0, bracket.index);
  }
  const trailing =
    mark === null && style.trailingMarks ? (TRAILING_MARK.exec(rest) ?? TRAILING_NUMERAL.exec(rest)) : null;
  if (trailing) {
    mark = readMark(trailing[2] ?? "", false);
    rest = trailing[1] ?? "";
  }
  // a mark may also stand inside: 产出(50分)指标
  const inner = mark === null ? /[([]([^()[\]]{2,10}分)[)\]]/.exec(rest) : null;
  const innerMark = inner && readMark(inner[1] ?? "", false);
  if (inner && innerMark) {
    mark = innerMark;
    rest = rest.replace(inner[0], "");
  }
  const name = printedQuotes(rest.replace(CONTINUED, (end) => (end === rest ? end : "")).replace(/[:,、;]+$/, ""));
  return { name, mark, numbering: numbering === "" ? null : numbering };
}

function readNumbering(compacted: string, spaced: string, style: NameStyle): string {
  const separated = SEPARATED_NUMBERING.exec(compacted)?.[0];
  // "(5分)" alone in a cell is a mark that a line break parted from its name; a numbering leaves a name behind it
  if (separated !== undefined && separated.length < compacted.length) return separated;
  const bare = BARE_NUMBERING.exec(compacted)?.[0];
  if (bare === undefined || bare.length === compacted.length) return "";
  return style.bareNumbering || bare.startsWith("指标") || spaced.startsWith(`${bare} `) ? bare : "";
}

/** Chinese text is printed with “ ”; which typing was used is no part of a name. */
function printedQuotes(text: string): string {
  let open = false;
  return text.replace(/"/g, () => {
    open = !open;
    return open ? "“" : "”";
  });
}

/**
 * Looks over all names of a column. A form that could also be something else counts as mark or numbering only where
 * at least half of the names have it (and two at least): such forms are how a table is laid out, never one cell's.
 */
export function styleOfNames(
  texts: readonly string[],
  hasMarkColumn: boolean,
  header = "",
  marks: readonly (Exact | null)[] = [],
): NameStyle {
  const names = texts.map((text) => canonical(text).replaceAll(" ", ""));
  const common = (pattern: RegExp): boolean => {
    const count = names.filter((name) => pattern.test(name)).length;
    return count >= 2 && count * 2 >= names.length;
  };
  return {
    // 二级指标（权重） says itself what stands in brackets
    bareMarks:
      /[([（【][^()（）]*(?:分|权重)/.test(header) || (common(IN_BRACKETS) && (!hasMarkColumn || saySo(names, marks))),
    trailingMarks: !hasMarkColumn,
    bareNumbering: common(BARE_NUMBERING),
  };
}

/** （50）, （五十） or, among these, （50分）: where some say 分, the others mean it. */
const IN_BRACKETS = new RegExp(`[([](?:\\d{1,3}(?:\\.\\d+)?|${CHINESE_NUMERAL})(?:%|分)?[)\\]]$`);

/** Whether every number in brackets is the mark that the column beside it gives. */
const saySo = (names: readonly string[], marks: readonly (Exact | null)[]): boolean =>
  marks.length === names.length &&
  names.every((name, i) => {
    const mark = readMark(LAST_BRACKET.exec(name)?.[1] ?? "", true);
    return mark === null || marks[i]?.equals(mark.number) === true;
  });

/** 其中桃树种植面积, 其中：羊, #其中: what breaks the row above down. */
export const isBreakdown = (text: string): boolean => /^[#★☆*—-]*(?:其中|包括:|含:)/.test(compact(text));

/** What a form prints as a kind of indicator: it names none. */
const KIND_OF_INDICATOR =
  /^(?:产出|效益|效果|成本|满意度|数量|质量|时效|进度|(?:经济|社会|生态|环境)?(?:成本|效益)|可持续(?:影响|发展|性)?|(?:社会公众或)?服务对象满意度|(?:群众|公众|职工|受益对象|服务对象)?满意度)指标(?:\d{1,2})?$/;

/** True for the name of a kind alone, without the bracket of its mark: 服务对象满意度指标. */
export const isKindOfIndicator = (text: string): boolean => KIND_OF_INDICATOR.test(readName(text).name);

/** 质量, 社会效益: the second level of the usual form, as it stands in a row that nobody filled in. */
export const isUsualKind = (text: string): boolean =>
  /^(?:数量|质量|时效|成本|(?:经济|社会|生态)效益|可持续影响|服务对象满意度)$/.test(readName(text).name);

const PLACEHOLDER =
  /^(?:(?:一级|二级|三级|四级|具体|绩效|个性|自设)?指标(?:名称)?[\d一二三四五六七八九十xX×nN]{0,2}[:.、]?|[.…·・。\-_/\\×xX*?？]+|\((?:可?自行|请|根据|视|填写|填入|(?:三级)?指标名称)[^)]*\)|(?:可|请)?自行(?:增加|添加|设置|填写).*|其他指标[:.]?\.*|(?:指标\d{0,2}[:.、]?)?[.…/\\-]+|省略.*|无|(?:本(?:项目|单位|部门)?)?(?:不涉及|未涉及|不适用|未设(?:置|立)?)(?:[该此本]?(?:项|类)?(?:指标|内容)?)|无[该此](?:项|类)?(?:指标|内容)?)$/;

/** True for what a form prints where a name is to be filled in: 指标1, 指标2：, ……, /, ×××. */
export function isPlaceholder(text: string): boolean {
  const compacted = canonical(text).replaceAll(" ", "");
  return compacted === "" || (compacted.length <= 40 && PLACEHOLDER.test(compacted));
}

/** The same, but for the word 指标 alone: a paste may have parted it from its name. */
export const isTemplateName = (text: string): boolean => isPlaceholder(text) && !/^指标(?:名称)?$/.test(compact(text));
