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

const MONTHS: ReadonlyMap<string, string> = new Map([
  ["月", "个月"],
  ["季度", "个季度"],
]);

/** Read so in any text: as printed a label, or 等于, would be taken for what is measured. */
export const LABELLED: readonly PlainForm[] = [
  // 评价要点及评分标准：: what the cell is, and nothing that it says
  {
    find: /^(?:[一二三四五六七八九十1-9][、.])?(?:评[分价]要点(?:及|和|与|、))?(?:具体)?(?:评分|评价|计分|赋分|考核)(?:标准|细则|办法|方法|规则)(?:如下)?:(?=.)/g,
    as: () => "",
  },
  // 评价依据：相关文件和台账: where the evidence lies
  {
    find: /(?:(?<=[;。\n])|[,;。]?\()(?:评[价分]依据|(?:数据|资料|信息)来源|佐证(?:材料|资料)|证明材料|考核依据):[^;。()\d%得扣]+(?:\)|[;。]|$)/g,
    as: () => "",
  },
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
  // 与到位率挂钩，得分=…: what the score hangs on, said before it is said how
  {
    find: /(?<=^|[;。])(?:本项|该项|此项|本指标|该指标)?(?:得分|分值)?(?:与|和|同)([^,;。:\d]{2,14}?)(?:相|直接)?(?:挂钩|关联|联动)[,;:。]/g,
    as: (name = "") => `${name}:`,
  },
  // 项目延期每月扣1分: with a score right behind it, each month is counted
  {
    find: /每(月|天|日|周|年|季度|人|户|名|位|例|起|处)(?=,?(?:扣[减除]?|减|加|得|计|记)\d+(?:\.\d+)?分)/g,
    as: (unit = "") => `每1${MONTHS.get(unit) ?? unit}`,
  },
  // 每个百分点扣0.1分: one of them
  { find: /每(?=个?百分点)/g, as: () => "每1" },
  // 得分等于分值乘以率
  { find: /(?<=得分)等于(?=[^\d,;。]{2})/g, as: () => "=" },
];

/** A name, its mark, and behind the comma two scores or more of which the mark is one. */
const NAMED_PART =
  "([^,;。:\\d()≥≤<>=得计]{2,12}(?<![记给加扣为占各]))(\\d+(?:\\.\\d+)?分)[,:]([^;。]*(?:得|计)\\d[^;。]*(?:不得分|得\\d)[^;。]*)";

const ONE_THING = "[一1](?:个|项|次|期|场|处|家|户|人|份|件|篇|条|点|方面)";

/** Tried where the text as printed is refused. */
export const PLAIN_FORMS: readonly PlainForm[] = [
  // the verbs of a score in one word each, which the forms below print: 扣除1分, 计2分, 得全部分值
  { find: /扣[除减](?=\d+(?:\.\d+)?分)/g, as: () => "扣" },
  { find: /(?<!(?<!符)合|[总小累共会统估预设审])[计记评](?=\d+(?:\.\d+)?分)/g, as: () => "得" },
  { find: /(?<=[,的:]|^)则(?=[得扣不])/g, as: () => "" },
  { find: /[得计记](?:满分|全分|全部分[值数])/g, as: () => "得满分" },
  // 完成一项得4分，共3项: the marks of one, and how many there are
  {
    find: new RegExp(
      `(?<=^|[;。,])(?!每)([^,;。\\d每]{0,10}?${ONE_THING}[^,;。\\d]{0,6}?的?,?)(?:得|计)(\\d+(?:\\.\\d+)?)分[,;。](?:一共|总共|共计|合计|共|总计)(?:有)?(\\d+)(?:个|项|次|期|场|处|家|户|人|份|件|篇|条|点|方面)[^,;。\\d]{0,6}(?=[,;。]|$)`,
      "g",
    ),
    as: (one = "", mark = "", ...[number = ""]) => {
      const most = exactFromText(number)?.mul(exactFromText(mark) ?? 0);
      return most ? `每${one}得${mark}分,最多得${decimalText(most, 4)}分` : null;
    },
  },
  // 年度计划培训100人，得分=实际培训人数÷100×10: the plan is the number that the formula divides by
  {
    find: /(?<=^|[;。])(?:年度|全年|年初|本年)?(?:计划|目标|任务)(?:为|是)?[^,;。\d]{0,10}?(\d+(?:\.\d+)?)[^\d%,;。]{1,4}[,;。](?=(?:本项|该项|此项)?得分=[^;。]*\/\1(?![\d.]))/g,
    as: () => "",
  },
  // 按资金到位率与指标分值的乘积计分
  {
    find: /(?<=^|[;。,])(?:得分)?(?:按照?|等于|为)([^,;。*+与和乘]{2,16}?)(?:与|和|乘以?)(?:该|本|此)?(?:项|指标|项指标)?(?:的)?(?:分值|权重|满分)(?:的|之)?(?:乘?积)?(?:进行|来)?(?:计分|得分|计算得分|计算|确定得分|确定)?(?=[,;。]|$)/g,
    as: (name = "") => `得分=${name}*分值`,
  },
  // 测评平均分×5%计分
  {
    find: /(?<=^|[;。])([^,;。*=]{0,10}(?:得分|评分|均分|总分|分数))\*(\d+(?:\.\d+)?%)(?:进行)?(?:计分|得分|计算得分|计入得分)(?=[,;。]|$)/g,
    as: (name = "", share = "") => `得分=${name}*${share}`,
  },
  // 具有以下内容的各得1分：依据、目标、方案
  {
    find: /(?<=^|[;。])(?:同时)?(?:具有|具备|符合|满足|包括|包含|建立|提供)(?:以下|下列)[^,;。:\d]{0,8}的?,?(?:各|每项|每个|每条)(?:得|计)?(\d+(?:\.\d+)?分):([^,;。:\d]+、[^,;。:\d]+)(?=[;。]|$)/g,
    as: (mark = "", listed = "") => `${listed}各得${mark}`,
  },
  // 项目管理包括制度、组织、监督三个方面，每有一个方面符合要求得1分; 提供记录、照片两项材料，每提供一项得1分
  {
    find: /(?<=^|[;。:])(?:[^,;。:、\d]{0,10}(?:包括|包含|涵盖|分为|提供|具备|具有|建立|落实|即))?([^,;。:\d]+?、[^,;。:\d]+?)等?([二三四五六七八九2-9])(?:个|项|条|份|类|大)(环节|方面|要素|要点|阶段|[^,;。\d]{0,6}),每(?:有|提供|具备|满足|符合|落实|完成|建立|做到)?(?:1|一)?(?:个|项|条|份|类)(?:\3)?(?:的)?(?:符合|达到|满足|达标|落实|到位|具备)?(?:要求|标准|规定)?的?,?(?:得|计)(\d+(?:\.\d+)?分)/g,
    as: (listed = "", count = "", ...[, amount = ""]) => {
      const each = listed.split(/[、和及]/);
      return each.length === COUNTS.get(count) ? each.map((one) => `${one}得${amount}`).join(";") : null;
    },
  },
  // 以支出进度95%为满分起点
  { find: /(?<=\d%?)为(?:满分|得分|计分|评分|扣分|考核)(?=(?:起点|标准|基准|界限|基数|目标))/g, as: () => "为" },
  // 当完成率≥60%时，得分=…
  { find: /(?<=^|[;。,])当(?=[^,;。]{2,24}时)/g, as: () => "" },
  { find: /(?<=[,;。])(?:则)?(?:本项|该项)?得分=0分?(?=[,;。]|$)/g, as: () => "不得分" },
  // 得分=分值×完成率（完成率低于60%不得分）: a case in brackets
  {
    find: /\(([^()]*(?:不得分|得0分|计0分|得满分|按满分计|计满分))\)(?=[,;。]|$)/g,
    as: (words = "") => `;${words}`,
  },
  // ①…；④验收归档，以上每项2分: what speaks of all of them is a sentence of its own
  { find: /,(?=(?:以上|上述)(?:各|每|[二三四五六七八九\d])(?:项|条|点|个|方面))/g, as: () => "。" },
  // 制度建设2分，健全得2分，不健全不得分；…: the mark of a part behind its name, in every sentence or in none
  {
    find: new RegExp(`^((?:${NAMED_PART}[;。]?){2,})$`, "g"),
    as: (text = "") =>
      text.replaceAll(
        new RegExp(NAMED_PART, "g"),
        (...[, name = "", mark = "", rest = ""]: string[]) => `${name}(${mark}):${rest}`,
      ),
  },
  // 制度健全（5分），执行有效（5分，每发现1次违规扣1分）: parts with their marks in brackets
  { find: /(?<=\(\d+(?:\.\d+)?分[^()]*\)),(?=[^,;。()]{2,20}\(\d+(?:\.\d+)?分,每)/g, as: () => ";" },
  // 目标值100%，每低于目标值…
  { find: /(?<=^|[;。,])((?:年度)?目标值?)(?=\d+(?:\.\d+)?%,)/g, as: (name = "") => `${name}为` },
  // 【2分】目标明确；【2分】指标量化
  {
    find: /(?<=^|[;。])[[(](\d+(?:\.\d+)?分)[\])]:?([^;。,:\d()[\]]{2,})(?=[;。]|$)/g,
    as: (mark = "", words = "") => `${words}得${mark}`,
  },
  // 超过10分按10分计
  {
    find: /(?<=[,;。(])(?:最终|计算)?(?:得分|分值|结果)?(?:超过|超出|大于|高于)(\d+(?:\.\d+)?)分(?:的|时|以上|部分)*,?(?:均|则|只|一律)?(?:按|以|计)(\d+(?:\.\d+)?)分(?:计算|计分|计入|计|处理|得分)?/g,
    as: (above = "", most = "") => (above === most ? `最高${most}分` : null),
  },
  // 得分=完成率×10（最高10分）: a bound in brackets
  { find: /\(((?:最高|最多|最低|不超过|累计|合计|上限)[^()]{1,12})\)(?=[,;。]|$)/g, as: (bound = "") => `,${bound}` },
  // 按照“完成率×分值”计算得分
  { find: /"([^",;。]*[*/][^",;。]*)"/g, as: (formula = "") => formula },
  // 不足70%视为不达标，计0分: the verdict is a name for the range
  {
    find: /(?<=\d%?(?:以上|以下|及以上|及以下)?)的?,?(?:视为|判为|判定为|定为|认定为|评定为|评为|属于?|即?为)[^,;。:\d]{1,6},(?=(?:得|计|记|不得))/g,
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
    find: /(?<=^|[;。])[^,;。≥≤<>=%\d]{0,12}?(\d+)(个|项|次|期|场|处|家|户|人|份|件|篇|公里|亩|台|套|座|条|万元|项任务|项工作|个项目)[^,;。\d]{0,8}[,;。](每[^,;。\d]{0,8}(?:1|一)(?:个|项|次|期|场|处|家|户|人|份|件|篇|公里|亩|台|套|座|条|万元)[^,;。\d]{0,8}?)(?:得|计)(\d+(?:\.\d+)?)分(?=[,;。]|$)/g,
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
  // 每低于基准值（60%）1个百分点: the number that the words before it name
  {
    find: /每(低于|少于|高于|超过)[^,;。()\d]{0,8}\((\d+(?:\.\d+)?(?:%|个|次|人|元|万元|天)?)\)的?(?=\d)/g,
    as: (side = "", number = "") => `每${side}${number}的`,
  },
  // 每低于序时进度1个百分点: from being in step with it
  {
    find: /(?<=^|[;。])([^,;。\d≥>=]{2,10}?)每(?:低于|慢于|落后于|落后|少于)序时进度(?=\d)/g,
    as: (name = "") => `${name}慢于序时进度的幅度≤0%得满分;每超过`,
  },
  // 建立财务制度、资产制度的，分别得2分: one amount for each
  { find: /分别(?:各)?(?:得|计|给)(\d+(?:\.\d+)?分)(?![、,]?\d)/g, as: (mark = "") => `各得${mark}` },
  // 数量完成率、质量达标率各占4分，按完成比例计分
  {
    find: /(?<=^|[;。:])((?:[^,;。、\d]{2,12}?(?:率|度|比例)(?:、|和|以?及)?){2,})各(?:占|得|计)?(\d+(?:\.\d+)?分),(?:均|分别)?按照?(?:实际|各自|相应)*(?:完成)?(?:比例|比率|率)(?:分别)?(?:计分|得分|计算得分|给分)(?=[,;。]|$)/g,
    as: (listed = "", mark = "") =>
      listed
        .split(/、|(?<=率|度|例)(?:和|以?及)/)
        .filter((name) => name !== "")
        .map((name) => `${name}*${mark}`)
        .join(";"),
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

/** 本项满分10分。, 指标分值：5分，: the full mark in front of how it is earned. */
export const STATED_MARK =
  /^(?:本项|该项|此项|本指标|该指标|指标)(?:满分|分值|总分|权重)(?:为|是|:|共)?(\d+(?:\.\d+)?)分[,;。:](?=.)/;
