/** Which part of a rule a zero closes, by the word in front of it: the whole, one listed point, or whichever is near. */
export type ScopeWord = "whole" | "near" | "item";

/** Longest first. 本项目 and 该项目 name the project, not the indicator. */
const SCOPES: readonly (readonly [ScopeWord, RegExp])[] = [
  ["item", /(?:该|本|此)(?:小项|分项|子项|条|要点|点|款|环节|内容|部分)/g],
  ["whole", /(?:(?:该|此|本)项指标|(?:本|该|此)指标|本项(?!目))/g],
  ["near", /(?:该|此)项(?!目)/g],
];

/** What may stand between a scope word and the end of its zero: 则, 直接计, 得分为0, 分值全部扣除, 一票否决. */
const TO_ZERO =
  /^(?:指标|得分|分值|分数|总分|全部|的|均|则|都|直接|一律|也|应|当|将|即|按|得|计|记|为|判|定|评|以|作|实行|予以|采取|执行|制|不|予|给|赋|能|零|0|分|扣|除|完|光|满|全|取消|处理|计算|一票否决|,)*$/;

/** The scope word of a zero, and where the words of its condition end; `text` ends with the zero. */
export function scopeOf(text: string): { readonly scope: ScopeWord | null; readonly end: number } {
  for (const [scope, pattern] of SCOPES)
    for (const match of [...text.matchAll(pattern)].toReversed())
      if (TO_ZERO.test(text.slice(match.index + match[0].length))) return { scope, end: match.index };
  const veto = VETO.exec(text);
  return veto ? { scope: "whole", end: veto.index } : { scope: null, end: text.length };
}

const VETO = /(?:,|则|直接|一律|均|应|将|按|实行|予以|采取|执行)*一票否决[^\n]*$/;

/** 没有此项工作的不适用: left out of the score, an effect of its own. */
export const LEFT_OUT_END =
  /(?:不适用|不参与(?:评分|评价|考核|计分)|不纳入(?:评分|评价|考核|计分)(?:范围)?|剔除|不计入总分)$/;

/** 实行一票否决 is an effect, no condition. */
export const VETO_ALONE = /^(?:则|直接|一律|应|将|按|实行|予以|采取|执行)*一票否决制?$/;

/** 一票否决项：…, 一票否决情形：… */
export const VETO_HEADING = /^(?:项|事项|情形|指标|条件)$/;

/** 不符合的, 未达到要求的: the other side of what was just said, no condition of its own. */
export const POINTING =
  /^(?:(?:未能?|没有)(?:按时|按期|如期|及时)(?:完成|达到|达标|落实|报送|开展)|(?:超过|超出|高于|大于|低于|小于|少于|不足|达不到|突破)(?:该|此|上述|以上)?(?:标准|比例|数值|限额|要求)?|否则|否$|无$|没有$|反之|其余|其他|其它|(?:均|都)?(?:不|未|没有|没|无法|不能|未能)(?:符合|满足|达到|达标|具备|做到|达|合格)(?:以上|上述)?(?:要求|条件|标准|规定|目标)?)(?:的|者|情况|情形|时)*,*$/;
