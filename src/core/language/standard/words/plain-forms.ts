import { decimalText, exactFromText } from "../../../model/exact";
/** Ways of printing that say the same as a plainer one: what is found, and what it is read as. Texts are canonical. */
export interface PlainForm {
  readonly find: RegExp;
  readonly as: (...groups: string[]) => string | null;
}

const MARKS = "(?:分值的\\d+(?:\\.\\d+)?%|\\d+(?:\\.\\d+)?分)";
const OF_MARK = "(?:该|本|此)?(?:项)?(?:指标)?";
const CIRCLED = /[①-⑳]/g;
const COUNTS: ReadonlyMap<string, number> = new Map(
  Array.from("二三四五六七八九").flatMap((digit, i) => [[digit, i + 2] as const, [String(i + 2), i + 2] as const]),
);

/** Read so in any text: as printed a label, or 等于, would be taken for what is measured. */
export const LABELLED: readonly PlainForm[] = [
  // 一档（合格率98%以上）：10分; 优（≥95%）：12分: the label says nothing that the range does not
  {
    find: /(?<=^|[;。,])[^;。,:()\d]{1,8}\(([^()]*\d(?:%|个|次|天|名|元|万元|人)?(?:以上|以下|以内|及以上|及以下)?[^()]*)\):(?=\d+(?:\.\d+)?分)/g,
    as: (range = "") =>
      /[≥≤<>]|以上|以下|以内|-|~|至|[不未]?[低高少多大小]于|不足|超过/.test(range) && !range.includes("分")
        ? `${range}得`
        : null,
  },
  // 当年无此项支出的，按满分计；有支出的，…: the second half says only that the rule applies
  {
    find: /((?:无|没有|未发生|未安排)(?:此项|该项|此类|该类|相关)?)([^,;。]{2,8})((?:的|时)?,[^;。]*[;。])(?:如|若)?(?:当年|本年度?)?有(?:此项|该项|此类|该类|相关)?\2(?:的|时),/g,
    as: (none = "", what = "", between = "") => none + what + between,
  },
  // 得分等于分值乘以率
  { find: /(?<=得分)等于(?=[^\d,;。]{2})/g, as: () => "=" },
];

/** Tried where the text as printed is refused. */
export const PLAIN_FORMS: readonly PlainForm[] = [
  // 不足70%视为不达标，计0分: the verdict is a name for the range
  {
    find: /(?<=\d%?(?:以上|以下|及以上|及以下)?)的?,?(?:视为|判为|判定为|定为|认定为|评定为)[^,;。:\d]{1,6},(?=(?:得|计|记|不得))/g,
    as: () => "的,",
  },
  // 年度目标为240场，达到目标得6分
  {
    find: /(?<=^|[;。])(?:年度|全年|年初|计划)?目标值?为(\d+(?:\.\d+)?[^\d%,;。]{1,3})[,;。](?:达到|完成)(?:年度)?目标值?的?,?(?=得)/g,
    as: (target = "") => `不少于${target}的`,
  },
  { find: /(?<=不少于\d.*),每差(?=\d)/g, as: () => ",每少" },
  // 计划新建农田5万亩，完成得满分，未完成按比例得分: the number is the target
  {
    find: /(?<=^|[;。])([^,;。≥≤<>=%\d]{2,16}?)(\d+(?:\.\d+)?)([^\d%,;。]{1,4})[,;。](?:按期|全部|全面|如期)?完成(?:计划|目标|任务)?的?,?得(满分|\d+(?:\.\d+)?分)[,;。](?:未|没有)(?:全部|全面|按期)?完成(?:计划|目标|任务)?的?,?按(?:照)?(?:实际)?(?:完成)?(?:的)?(?:比例|比率)(?:得分|计分|给分|扣分|扣减分值)/g,
    as: (name = "", number = "", unit = "", ...[mark = ""]) =>
      `${name}不少于${number}${unit}的得${mark};${name}少于${number}${unit}的,得分=${name}/${number}*分值`,
  },
  // 计划完成10个，每完成1个得0.8分: the number and the marks of one make the mark, which the limit says
  {
    find: /(?<=^|[;。])[^,;。≥≤<>=%\d]{0,12}?(\d+)(个|项|次|期|场|处|家|户|人|份|件|篇|项任务|项工作|个项目)[^,;。\d]{0,8}[,;。](每[^,;。\d]{0,8}(?:1|一)(?:个|项|次|期|场|处|家|户|人|份|件|篇)[^,;。\d]{0,8}?)(?:得|计)(\d+(?:\.\d+)?)分(?=[,;。]|$)/g,
    as: (number = "", ...[, each = "", mark = ""]) => {
      const most = exactFromText(number)?.mul(exactFromText(mark) ?? 0);
      return most ? `${each}得${mark}分,最多得${decimalText(most, 4)}分` : null;
    },
  },
  // 一季度≥20%、二季度≥45%，每个季度达标得1分: each of the listed rates for itself
  {
    find: /(?<=^|[;。:])((?:[^,;。、:\d≥]{2,12}(?:≥|>=|不低于|达到)\d+(?:\.\d+)?%[、,]?){2,})[;,。]?每(?:个|一个|项|一项)?(?:[^,;。\d]{1,4}?)?(?:达标|达到|完成|满足|符合)(?:要求|目标|标准)?的?,?(?:得|计)(\d+(?:\.\d+)?分)/g,
    as: (listed = "", mark = "") =>
      listed
        .replace(/[、,]$/, "")
        .split(/[、,]/)
        .map((one) => `${one}得${mark}`)
        .join(";") + ";未达到的不得分",
  },
  // 支出进度不慢于序时进度的得满分；慢于序时进度的，每慢2个百分点扣0.5分: how far it lags is the figure
  {
    find: /(?<=^|[;。])([^,;。\d≥>=]{2,10}?)(?:不慢于|不低于|不落后于|未慢于|达到|不少于|大于等于|大于或等于|≥|>=)序时进度的?,?得(满分|\d+(?:\.\d+)?分)[;,。](?:(?:慢于|低于|落后于|未达到|小于|<)序时进度的,)?每(?:慢于|慢|低于|低|落后于|落后|少于|少)(?:序时进度)?(?=\d)/g,
    as: (name = "", mark = "") => `${name}慢于序时进度的幅度≤0%得${mark};每超过`,
  },
  // 低于80%或者存在拖欠的，不得分: the range goes to the list, the words close the whole; not where parts are numbered
  {
    find: /(?<!(?:[①-⑳]|(?:^|[;。])[(]?\d[.、)]).*)(?<=\d%?(?:以下|以上|及以下|及以上)?)的?,?(?:或者|或)([^,;。\d≥≤<>]{2,20}?)的?,?(?:本项|该项|该指标|本指标)?(不得分|得0分|计0分|记0分)/g,
    as: (words = "", zero = "") => `的,${zero};${words}的,本项${zero}`,
  },
  // 具备要素①、②的，各得35%；具备要素③的，得30%
  {
    find: new RegExp(
      `(?:具备|符合|满足)(?:评[分价])?(要[素点])((?:[①-⑳][、,和及]?)+)(?:要求|条件)?的?,?(?:各|分别)?(?:得|计)${OF_MARK}(${MARKS})(?:,不(?:具备|符合|满足)的,?(本项|本指标|该指标)(?=得|不得|计))?`,
      "g",
    ),
    as: (noun = "", listed = "", amount = "", scope = "") => {
      const each = [...listed.matchAll(CIRCLED)].map(([sign]) => `${noun}${sign}`);
      if (scope && each.length !== 1) return null;
      const gate = scope ? `;不具备${each[0] ?? ""}的,${scope}` : "";
      return each.map((name) => `具备${name}的得${amount}`).join(";") + gate;
    },
  },
  // 计划编制、招标采购、合同管理3个环节，每个环节规范得0.5分
  {
    find: /(?<=^|[;。:])([^,;。:\d]+?)等?([二三四五六七八九2-9])个(环节|方面|要素|要点|阶段),每个\3([^,;。\d]{2,6}?)的?得(\d+(?:\.\d+)?分)/g,
    as: (listed = "", count = "", ...[, met = "", amount = ""]) => {
      const each = listed.split(/[、和及]/);
      return each.length === COUNTS.get(count) ? each.map((one) => `${one}${met}得${amount}`).join(";") : null;
    },
  },
];

/** 得分按四舍五入取两位小数: how the score is shown. */
export const ROUNDED =
  /[,;。(](?:最终|最后)?(?:得分|结果|计算结果)?(?:按|采用|采取)?(?:四舍五入(?:法|后)?,?(?:取|保留|精确)(?:到|至)?(?:小数点后)?(?:一|二|两|三|\d)位(?:小数)?|保留(?:小数点后)?(?:一|二|两|三|\d)位(?:小数)?(?:,?四舍五入)?)\)?(?=[。;]|$)/;
