import { compact } from "../model/text";
import type { PackFile } from "../rules/packs/schema";

/**
 * How a note says that its rows are scored: 正向指标得分=B/A×分值，反向指标得分=A/B×分值，得分不得突破分值; 定性指标分三档,
 * 100-80%、80-60%、60-0%. What a note adds beyond that (a figure, a deduction) is not passed over: the note is unread.
 */
export interface NoteRules {
  readonly target: (NonNullable<PackFile["target"]> & { readonly reverse: Reverse | null }) | null;
  readonly tiers: NonNullable<PackFile["tiers"]> | null;
  readonly unread: { readonly zh: string; readonly en: string } | null;
}

/** manual: the text says nothing of 反向指标, and its own share would be wrong for them. */
type Reverse = "A/B" | "1-(B-A)/A" | "manual";

const NOTHING: NoteRules = { target: null, tiers: null, unread: null };

export function readNote(printed: string): NoteRules {
  const text = compact(printed);
  const head = HEAD.exec(text);
  if (head) return { ...NOTHING, target: { clause: text, missed: "share", reverse: "manual" } };
  if (!/正向|反向|逆向|定量|定性|三档/.test(text) || !/得分|计分|记分|评分|分值|权重/.test(text)) return NOTHING;
  const { quantity, quality } = byTopic(text);
  const target = quantity === null ? null : readTarget(quantity);
  const tiers = quality === null ? null : readTiers(quality);
  const lost = (quantity !== null && !target) || (quality !== null && !tiers);
  return { target, tiers, unread: lost ? UNREAD : null };
}

/**
 * The sentences on figures and those on words. A sentence that names neither goes on with the one before it: 未完成指标值的，
 * 按照完成值与指标值的比例记分. Null where a topic is not spoken of, or only counted (正向指标3个).
 */
function byTopic(text: string): { readonly quantity: string | null; readonly quality: string | null } {
  const said = { quantity: [] as string[], quality: [] as string[] };
  let topic: keyof typeof said | null = null;
  for (const sentence of text.split(/(?<=[。;\n])|(?=(?<!\d)\d{1,2}[.、](?!\d))/)) {
    const bare = sentence.replace(/[。;\n]+$/, "");
    const starts = /^\d{1,2}[.、]|^[(]\d{1,2}[)]|^[①-⑳]/.test(bare);
    if (/定性|三档/.test(bare)) topic = "quality";
    else if (/正向|反向|逆向|负向|定量/.test(bare)) topic = "quantity";
    else if (starts) topic = null;
    if (topic && !HEADING.test(bare)) said[topic].push(bare);
  }
  const quantity = said.quantity.join(";");
  const quality = said.quality.filter((one) => /\d/.test(one)).join(";");
  return { quantity: SCORED.test(quantity) ? quantity : null, quality: quality === "" ? null : quality };
}

/** 定量指标计分：what stands beside or below it is the rule. */
const HEADING =
  /^(?:\d{1,2}[.、])?(?:(?:正向|反向|定量|定性)(?:型)?指标)?(?:的)?(?:计分|得分|评分|记分)?(?:办法|方法|原则|标准|规则|说明)?:?$/;
const SCORED = /得分|计分|记分|B\/A|A\/B|比例/;
const UNREAD = {
  zh: "说明中的计分办法没有整句读懂",
  en: "the way of scoring that the note prints was not read whole",
};

/** B/A in letters or in words. */
const DONE = "(?:全年|年度|实际)?(?:完成|实际)(?:完成)?(?:值|数|指标值)(?:B|\\(B\\))?";
const AIM = "(?:全年|年度|年初|预期|绩效|计划)?(?:目标|指标)值(?:A|\\(A\\))?";
const SHARE = `(?:B/A|\\(?${DONE}/${AIM}\\)?|(?:实际)?完成值与(?:年初|年度)?(?:目标|指标)值的?(?:比例|比值)|(?:实际|指标|目标)?完成(?:比例|率))`;
const REVERSED = `(?:A/B|\\(?${AIM}/${DONE}\\)?)`;
const FALLING = "(?:1-\\(B-A\\)/A)";
const MARK = "(?:该|本|此)?(?:项)?(?:指标)?(?:的)?(?:分值|权重|满分|得分)";
/** ×100% says only how the share is shown. */
const product = (share: string): string =>
  `(?:${MARK}\\*${share}|${share}(?:\\*100%)?\\*${MARK}|按?照?${share}(?:记分|计分|得分|计算得分)?)`;
const FORWARD = new RegExp(`(?:正向(?:型)?(?:指标)?|定量指标)[^;]*?${product(SHARE)}`);
const BACKWARD = new RegExp(`(?:反向|逆向|负向)(?:型)?(?:指标)?[^;]*?${product(REVERSED)}`);
/** 得分（B/A×分值）, 得分=实际完成值/目标值×分值: the header of the scores, or a line that says no more. */
const HEAD = new RegExp(
  `^(?:(?:注|备注|说明|评分标准|计分办法|计分标准)[:])?(?:自评|指标|单项)?(?:得分|分数)(?:[(=:]|\\(计算(?:方法|公式)?[:])=?(?:${MARK}\\*${SHARE}|${SHARE}(?:\\*100%)?\\*${MARK})\\)?[。;]?$`,
);
const BACKWARD_FALLING = new RegExp(`(?:反向|逆向|负向)(?:型)?(?:指标)?[^;]*?${product(FALLING)}`);

function readTarget(text: string): NoteRules["target"] {
  const backward = BACKWARD.exec(text) ?? BACKWARD_FALLING.exec(text);
  const worded = WORDED.exec(text);
  const forward = FORWARD.exec(worded ? "" : text) ?? worded;
  if (!forward || (!backward && /反向|逆向|负向/.test(text))) return null;
  const rest = text
    // What stands between 全部分值 and 未完成 is no part of the rule.
    .replace(forward[0], forward === worded ? (worded[1] ?? "") : "")
    .replace(backward?.[0] ?? "", "")
    .replace(KNOWN, "")
    .replace(/(?:^|;)\d{1,2}[.、]|\(\d{1,2}\)|[≥≤<>]=?X|100%/g, "");
  // A figure or a deduction that is left over would change what the note gives.
  if (/\d|扣|加分|不得分|倍/.test(rest)) return null;
  const reverse = backward === null ? null : backward[0].includes("1-(") ? "1-(B-A)/A" : "A/B";
  return { clause: text, missed: "share", reverse };
}

/** 完成指标值的，记该指标所赋全部分值；…；未完成的，按照完成值与指标值的比例记分: article 16 of 财预〔2020〕10号, and its short forms. */
const WORDED = new RegExp(
  `(?:定量)[^;]*?(?:完成|达到|达成|实现|超过)[^;]*?(?:目标|指标|预期)[^;]*?(?:得|记|计)[^;,]*?(?:满分|全部分值|全部分数)` +
    `(.*?)(?:未|没有|不)(?:能)?(?:完成|达到|达成|实现)[^;]*?按照?(?:实际)?(?:${SHARE}|(?:实际)?完成(?:情况)?(?:的)?比例|比例)(?:记|计|得|给)分`,
);
/** What is said beside it and changes no score: the reason that over-fulfilment wants, and the cap at the full mark. */
const KNOWN =
  /[,;]?对?(?:实际)?(?:完成|实际)值(?:大幅)?(?:高于|超过|超出)[^;\d扣]*?(?:较多|过多)[^;\d扣]*?(?:调减分值|扣减分值|说明原因)|[(,;]?(?:完成率|完成比例)?(?:超过|高于|大于)100%的?,?(?:均)?按(?:照)?100%(?:计算|计)?[)]?/g;

const RANGE = /(\d{1,3})%?[-~至](\d{1,3})%/g;

function readTiers(text: string): NoteRules["tiers"] {
  const ranges = [...text.matchAll(RANGE)].map(([, high, low]) => ({ high: Number(high), low: Number(low) }));
  const names = tierNames(text);
  const falling = ranges.every(({ high, low }, i) => high > low && high === (i === 0 ? 100 : ranges[i - 1]?.low));
  if (ranges.length < 2 || !falling || ranges.at(-1)?.low !== 0 || names.length !== ranges.length) return null;
  // A shared end belongs to the better tier, as （含） says where it is printed (SPEC L11).
  const levels = ranges.map(({ high, low }, i) => ({
    names: [names[i] ?? ""],
    from: `${low}%`,
    to: `${high}%`,
    fromClosed: true,
    toClosed: i === 0,
  }));
  return { clause: text, levels };
}

/** 达成预期指标、部分达成预期指标并具有一定效果、未达成预期指标且效果较差三档. */
function tierNames(text: string): readonly string[] {
  const before = /^(.*?)[三3]档/.exec(text)?.[1] ?? text.slice(0, text.search(/\d{1,3}%?[-~至]/));
  const parts = before.split(/[、,]|和(?=未)/);
  return parts.flatMap((part) => /(?:全部或基本|全部|基本|部分|未)?(?:达成|完成|实现).*$/.exec(part)?.[0] ?? []);
}
