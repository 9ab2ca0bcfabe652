import { highest } from "../../workbook/long-lists";
import { compact } from "../../model/text";
import {
  DEDUCTION_WORDS,
  DONE_WORDS,
  GRADE_COLUMN,
  HEADS,
  JUDGED_GROUP,
  JUDGING_WORDS,
  NAME_HEADS,
  PANEL_MEMBER,
  PART_OF_YEAR,
  PAST_FIGURE,
  PAST_WORDS,
  PLANNED_WORDS,
  REVIEW_WORDS,
  ROLE_PRIORITY,
  SELF_WORDS,
  SET_MARK_WORDS,
  type HeaderRole,
  type Strength,
} from "./header-words";
import { COMPOSED_ENDS, composedRole, EVIDENCE_PLACE } from "./composed-header";
import { slippedRole } from "./header-slip";
import { isMarkText } from "./mark-text";

/** What one header text says of its column (SPEC R2). */
export interface HeaderReading {
  readonly role: HeaderRole;
  readonly strength: Strength | typeof SAID;
  /** 一级 → 1: of a level column its ordinal, of any other the level it speaks of. */
  readonly level: number | null;
  /** Of a level column without ordinal: whether it names indicators or groups of them. */
  readonly naming: "leaf" | "group" | null;
  /** Who gave the score; `judging` for 评价得分, which depends on the other columns; `panel` for one expert of several. */
  readonly party: "self" | "review" | "judging" | "panel" | null;
}

/** A person's word says it more plainly than any head of a form. */
export const SAID = 4;

const heads = new Map<string, readonly [HeaderRole, Strength]>();
for (const [role, strength, words] of HEADS) for (const word of words.split(" ")) heads.set(word, [role, strength]);
const nameHeads = new Map<string, "leaf" | "group">();
for (const [kind, words] of NAME_HEADS) for (const word of words.split(" ")) nameHeads.set(word, kind);

const LONGEST_HEAD = highest([...heads.keys()].map((word) => word.length));
/** What known headers end with: tells most texts apart before they are read. */
const LAST_UNITS = new Set(
  [...heads.keys(), ...nameHeads.keys(), ...COMPOSED_ENDS, "一级", "录", "页码", "出处", "链接", "平均", "基准"].map(
    (word) => word.at(-1),
  ),
);

/** Longer texts are sentences, not headers. */
const LONGEST_HEADER = 30;
const DIGITS = "一二三四五六";
const ORDINAL = /^(?:绩效|评价|考核)?第?([一二三四五六1-6])级/;
const LEVEL =
  /^(?:绩效|评价|考核|考评)?第?[一二三四五六1-6]级(?:绩效|评价|考核|考评)?(?:指标|目标|项目|分类|类别|内容)?(?:名称|内容)?$/;

/**
 * Reads a header text, with the text of the group header above it as context (`财政审核` over `得分`).
 * Null where no known word ends it.
 */
export function readHeader(printed: string, context = ""): HeaderReading | null {
  // 得分=执行率×分值 is a score: the formula says how it comes about
  const text = printed.replace(/(?<=\S\s*)[=＝﹦][^]*$/, "");
  if (!endsLikeHeader(text)) return null;
  const { base, inBrackets } = splitBrackets(compact(withoutLatin(text)).replace(/[ⅠⅡⅢⅣ]/g, romanDigit));
  if (base.length === 0 || base.length > LONGEST_HEADER) return null;
  const alone = readWords(base) ?? slipped(base);
  if (alone?.party === "panel") return alone;
  if (alone?.strength === 3 && alone.role !== "score" && inBrackets === "") return alone;
  const above = context === "" ? "" : splitBrackets(compact(context)).base;
  // 项目 and 内容 under 考核指标 are its levels
  const group = alone?.role === "level" && above !== "" ? readWords(above) : null;
  // 一级 over 指标 is one word that a line break parted
  if (alone && group?.role === "level" && !above.endsWith("级")) return alone;
  const refined = above.length > 0 && above.length <= LONGEST_HEADER ? readWords(base, above) : null;
  if (inBrackets !== "") return readWithBrackets(base, inBrackets) ?? refined ?? alone;
  return refined ?? alone;
}

function slipped(base: string): HeaderReading | null {
  const role = slippedRole(base);
  return role && { role, strength: 2, level: null, naming: null, party: partyOf(base) };
}

/** Looks at the last unit only: nearly all names and sentences end otherwise. */
function endsLikeHeader(text: string): boolean {
  for (let i = text.length - 1; i >= 0; i--) {
    const unit = text.charAt(i);
    if (!/[\s:：*\d/÷×%％①-⑳Ａ-Ｚａ-ｚ]/.test(unit) && (i === 0 || !/[a-z]/i.test(unit) || !HAN.test(text)))
      return (
        LAST_UNITS.has(unit) ||
        /[)）\]】〕.．Oo分家委人优良中差好秀等格般素面一二三四五六七八九十甲乙丙丁戊号]/.test(unit)
      );
  }
  return false;
}

const HAN = /[\u4e00-\u9fff]/;

/** `分值 Full mark`: what stands beside the Chinese words says the same again. */
const withoutLatin = (text: string): string =>
  /[a-z]{2}/i.test(text) && HAN.test(text) ? text.replace(/[a-z]{2,}[a-z\s./&'-]*\d*/gi, "") : text;

/** 得分（自评） says who gave it; 备注（扣分原因） says what it is for; of any other the bracket changes nothing. */
function readWithBrackets(base: string, inBrackets: string): HeaderReading | null {
  const alone = readWords(base);
  if (!alone) return readWords(inBrackets);
  if (alone.role === "remark") return readWords(inBrackets) ?? alone;
  if (alone.role === "score" || alone.role === "reviewScore") return readWords(inBrackets + base) ?? alone;
  return alone;
}

const romanDigit = (roman: string): string => DIGITS["ⅠⅡⅢⅣ".indexOf(roman)] ?? roman;

/** Takes brackets out; marks, letters and units within them say nothing of the role. */
function splitBrackets(text: string): { readonly base: string; readonly inBrackets: string } {
  let inBrackets = "";
  const base = text.replace(/[([]([^()[\]]*)[)\]]/g, (_, inside: string) => {
    if (!isMarkText(inside) && !/^[A-Za-z0-9/%=*+.,:\-×]*$/.test(inside)) inBrackets += inside;
    return "";
  });
  const words = base.replace(/[:*"']/g, "").replace(/\d+(?:\.\d+)?分$/, "");
  // 专家A is one of several experts: letters are dropped only where they leave nothing known
  return { base: words === "" || readWords(words) ? words : withoutColumnLetters(words), inBrackets };
}

/** 全年执行数B, 执行率B/A, A.全年预算数, 执行率%: what names a column or says how it is computed is none of its words. */
export const withoutColumnLetters = (words: string): string =>
  words
    .replace(/(?<=[\u4e00-\u9fff)])[=:]?[A-Za-z]\d?(?:[/÷*×+-][A-Za-z\d%.]+)*$/, "")
    .replace(/^(?:[A-Za-z]\d?[.、:]|[①-⑳]|\d{1,2}[.、])(?=[\u4e00-\u9fff])/, "")
    .replace(/(?<=[\u4e00-\u9fff])(?:[①-⑳]|%)$/, "");

/** Parts joined by 及, 和, / are read one by one, and the one that tells the most counts. */
function readWords(words: string, above = ""): HeaderReading | null {
  const parts = words.split(/[及和与、/+]|以及|或/).filter((part) => part !== "");
  if (parts.length < 2) return readPhrase(above + words);
  const readings = parts.flatMap((part) => readPhrase(above + part) ?? []);
  // 考核内容及标准 is a standard: what only may name indicators yields to what is certain
  const rank = (each: HeaderReading): number =>
    ROLE_PRIORITY.indexOf(each.naming === "group" ? "description" : each.role);
  const first = [...readings].sort((a, b) => rank(a) - rank(b))[0];
  return first ?? readPhrase(above + words);
}

function readPhrase(phrase: string): HeaderReading | null {
  if (PANEL_MEMBER.test(phrase)) return { role: "score", strength: 3, level: null, naming: null, party: "panel" };
  const digit = ORDINAL.exec(phrase)?.[1];
  const level = digit === undefined ? null : DIGITS.includes(digit) ? DIGITS.indexOf(digit) + 1 : Number(digit);
  if (LEVEL.test(phrase)) return { role: "level", strength: 3, level, naming: null, party: null };
  if (GRADE_COLUMN.test(phrase) || PAST_FIGURE.test(phrase))
    return { role: "ignored", strength: 2, level: null, naming: null, party: null };
  const naming = nameHeads.get(phrase) ?? (JUDGED_GROUP.test(phrase) ? "group" : undefined);
  if (naming) return { role: "level", strength: 1, level: null, naming, party: null };
  if (EVIDENCE_PLACE.test(phrase))
    return { role: "evidence", strength: 3, level: null, naming: null, party: partyOf(phrase) };
  const composed = composedRole(phrase);
  for (let i = Math.max(0, phrase.length - LONGEST_HEAD); i < phrase.length; i++) {
    const head = heads.get(phrase.slice(i));
    // 应完成数 is no 完成数: all of its words together say more than the last of them
    if (head && (!composed || i === 0)) return refine(head[0], head[1], phrase.slice(0, i), phrase.slice(i), level);
  }
  return composed && refine(composed[0], composed[1], "", phrase, level);
}

/** 上年得分, 历史值: of an earlier year than the one at hand. */
export function isPast(printed: string): boolean {
  const { base } = splitBrackets(compact(printed));
  return PAST_FIGURE.test(base) || hasAny(base, PAST_WORDS);
}

const hasAny = (text: string, words: readonly string[]): boolean => words.some((word) => text.includes(word));

function refine(role: HeaderRole, strength: Strength, before: string, head: string, level: number | null): HeaderReading | null {
  const party = partyOf(before + head);
  const as = (changed: HeaderRole, by: Strength = strength): HeaderReading => ({ role: changed, strength: by, level, naming: null, party });
  if (role !== "level" && (hasAny(before, PAST_WORDS) || PART_OF_YEAR.test(before))) return as("ignored");
  if (head === "分") return before === "" || before.endsWith("部") || hasAny(before, DEDUCTION_WORDS) ? null : refineMark(before, as);
  if (head === "单位") return before === "" ? as(role) : null;
  if (role === "deduction" && party === "review") return as("ignored");
  if (head === "总分" && party === "self") return as("score", 3);
  if (role === "score" || role === "reviewScore") return as(party === "review" ? "reviewScore" : "score", party === "self" ? 3 : strength);
  // 权重 under 自评得分 is what the score is weighed with
  if (role === "fullMark" && party === "self" && !/权|满|标准|基准|应得/.test(head)) return as("score", 2);
  if (role === "target" && hasAny(before, DONE_WORDS) && !hasAny(before, PLANNED_WORDS)) return as("actual");
  if (role === "actual" && head.endsWith("值") && hasAny(before, ["计划", "预期", "预计"])) return as("target");
  if ((role === "reason" || role === "remark") && party === "review") return as("reviewOpinion");
  if (/^(?:情况)?说明$/.test(head) && hasAny(before, ["扣分", "偏差", "差异", "未", "得分"])) return as("reason");
  return as(role);
} // prettier-ignore

function refineMark(before: string, as: (role: HeaderRole, strength?: Strength) => HeaderReading): HeaderReading {
  if (hasAny(before, SELF_WORDS)) return as("score", 3);
  if (hasAny(before, REVIEW_WORDS)) return as("reviewScore", 2);
  return as(SET_MARK_WORDS.some((word) => before.endsWith(word)) ? "fullMark" : "score", 2);
}

/** Who speaks, where the words say so. */
export function partyOf(words: string): HeaderReading["party"] {
  if (hasAny(words, SELF_WORDS)) return "self";
  if (hasAny(words, REVIEW_WORDS)) return "review";
  return hasAny(words, JUDGING_WORDS) ? "judging" : null;
}
