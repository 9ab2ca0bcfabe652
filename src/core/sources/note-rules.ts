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

type Reverse = "A/B" | "1-(B-A)/A";

const NOTHING: NoteRules = { target: null, tiers: null, unread: null };

export function readNote(printed: string): NoteRules {
  const text = compact(printed);
  if (!/正向|反向|逆向|定量|定性|三档/.test(text) || !/得分|计分|记分|评分|分值|权重/.test(text)) return NOTHING;
  const sentences = text.split(/[。;\n]|(?=(?<!\d)\d{1,2}[.、](?!\d))/).filter((one) => !HEADING.test(one));
  const quantities = sentences.filter((one) => /正向|反向|逆向|负向|定量/.test(one) && SCORED.test(one));
  const qualities = sentences.filter((one) => /定性|三档/.test(one) && /\d/.test(one));
  const target = quantities.length > 0 ? readTarget(quantities.join(";")) : null;
  const tiers = qualities.length > 0 ? readTiers(qualities.join(";")) : null;
  const lost = (quantities.length > 0 && !target) || (qualities.length > 0 && !tiers);
  return { target, tiers, unread: lost ? UNREAD : null };
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
const SHARE = "(?:B/A|(?:全年|年度|实际)?(?:完成|实际)(?:完成)?(?:值|数)B?/(?:年度|年初|预期|绩效)?(?:目标|指标)值A?|(?:实际)?完成值与(?:目标|指标)值的?(?:比例|比值))"; // prettier-ignore
const REVERSED = "(?:A/B|(?:年度|年初|预期|绩效)?(?:目标|指标)值A?/(?:全年|年度|实际)?(?:完成|实际)(?:完成)?(?:值|数)B?)"; // prettier-ignore
const FALLING = "(?:1-\\(B-A\\)/A)";
const MARK = "(?:该|本|此)?(?:项)?(?:指标)?(?:的)?(?:分值|权重|满分|得分)";
const product = (share: string): string => `(?:${MARK}\\*${share}|${share}\\*${MARK}|按?${share}(?:记分|计分|得分)?)`;
const FORWARD = new RegExp(`(?:正向(?:型)?(?:指标)?|定量指标)[^;]*?${product(SHARE)}`);
const BACKWARD = new RegExp(`(?:反向|逆向|负向)(?:型)?(?:指标)?[^;]*?${product(REVERSED)}`);
const BACKWARD_FALLING = new RegExp(`(?:反向|逆向|负向)(?:型)?(?:指标)?[^;]*?${product(FALLING)}`);

function readTarget(text: string): NoteRules["target"] {
  const forward = FORWARD.exec(text);
  const backward = BACKWARD.exec(text) ?? BACKWARD_FALLING.exec(text);
  if (!forward || (!backward && /反向|逆向|负向/.test(text))) return null;
  const rest = text
    .replace(forward[0], "")
    .replace(backward?.[0] ?? "", "")
    .replace(/(?:^|;)\d{1,2}[.、]|\(\d{1,2}\)|[≥≤<>]=?X|100%/g, "");
  // A figure or a deduction that is left over would change what the note gives.
  if (/\d|扣|加分|不得分|倍/.test(rest)) return null;
  const reverse = backward === null ? null : backward[0].includes("1-(") ? "1-(B-A)/A" : "A/B";
  return { clause: text, missed: "share", reverse };
}

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
