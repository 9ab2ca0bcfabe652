import { CHINESE_NUMERAL } from "../../model/chinese-numeral";

const NUMERAL = `(?:\\d{1,3}|${CHINESE_NUMERAL})`;
const COUNTED =
  "个?(?:方面|大类|大项|环节|部分|类别|维度|层面|步骤|阶段)|(?:个|家|项|所|类|大|名|处|支)[^,;。:、()\\n\\d]{1,12}?";

/** 内设4个股室：, 下属3家单位，分别是: the list follows. Groups: the number, what is counted, what opens the list. */
export const COUNT_AHEAD = new RegExp(
  `(?<![\\d.第十百千])(${NUMERAL})(${COUNTED})(?:[,:](?:分别(?:是|为)|即|包括|包含|具体(?:是|为)|有)[:]?|:|(?:分别(?:是|为)|即|包括)[:]?|\\((?!其中|含))`,
  "g",
);
/** 投入、过程、产出、效果等四个方面: the list stands before. Groups: 等, the number, what is counted. */
export const COUNT_BEHIND = new RegExp(
  `(等)?(?<![\\d.第十百千])(${NUMERAL})(个?(?:大?方面|大类|大项|环节|部分|类别|维度|层面|股室|科室|单位|部门|项目|乡镇|村|社区|街道)|(?:个|家|项)[^,;。:、()\\n\\d]{1,8}?)(?=[,;。:入进开加着的对为)]|\\n|$)`,
  "g",
);
/** What a list before its number begins with, so that its first item is known. */
export const LIST_STARTS =
  /^(?:[^、]*?)(?:从|围绕|按照|按|包括|涉及|涵盖|聚焦|坚持|通过|即|分为|对|在|就|以|有)(?=[^、]{1,12}(?:、|$))/;
/** What begins an enumeration, and what it is counted by: 一是, 二是. */
export const FIRST_IS = /^\n?一是/;
export const ORDINAL_IS = /([一二三四五六七八九十])是/g;
/** What no item of a list of names holds. */
export const NO_ITEM = /[。;:]|\d|主要|负责|按照|根据|开展|进一步/;
/** 甲、乙和丙: the last of the names may be one or two. */
export const JOINED_NAMES = /.[和及与]./;
export const LIST_OPEN = /等(?![级距])|其他|其它|……|以及/;
