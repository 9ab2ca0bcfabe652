/** A rate of which everybody knows what is divided by what: the names of its part and of its whole. */
export interface KnownRate {
  readonly rate: RegExp;
  readonly part: RegExp;
  readonly whole: RegExp;
  /** Where part and whole are looked for: of staff in the whole report, of any other in its sentence. */
  readonly within: "sentence" | "report";
  /** So many amounts of the kind may stand in the sentence, or another may be meant. */
  readonly amounts: number;
}

/** All staff of the unit, and all its posts: those of one kind (行政编制) are neither. */
export const STAFF =
  /^(?:实际|实有|现有|年末|期末|单位|全[站馆局院校部]|编内|在编)*(?:在职|在编|在岗)(?:在编)?(?:人员|职工|干部职工|教职工)?(?:总?人?数)?$/;
export const POSTS =
  /^(?!.*(?:行政|事业|工勤|参公|领导|后勤))(?:.{0,12}(?:核定|批复|批准)[^,]{0,8}|人员|单位|总|全[站馆局院校部]|现有)?(?:人员)?编制(?:总?数|总?人数)?$/;

export const KNOWN_RATES: readonly KnownRate[] = [
  {
    rate: /人员控制率$/,
    part: STAFF,
    whole: POSTS,
    within: "report",
    amounts: 2,
  },
  {
    rate: /(?:预算|资金|支出|经费)?(?:执行|支出|支付|使用|完成)(?:进度|率)$/,
    part: /支出|执行|支付|使用|拨付/,
    whole: /预算|到位|下达|批复/,
    within: "sentence",
    amounts: 2,
  },
  { rate: /满意(?:度|率)$/, part: /满意/, whole: /收回|回收|有效|收到/, within: "sentence", amounts: 3 },
  { rate: /(?:回收|收回)率$/, part: /收回|回收|收到/, whole: /发放|发出|下发/, within: "sentence", amounts: 3 },
  { rate: /合格率$/, part: /^(?:.*[^不])?合格/, whole: /抽查|检查|检测|验收|抽检|参加/, within: "sentence", amounts: 2 },
]; // prettier-ignore

/** What stands around the name of a base: 占本年支出合计的 → 支出. */
export const BASE_AROUND =
  /^(?:了|全部|本年度?|全年|当年|整个|其|该|总额|总数|总量|合计)+|(?:总额|总数|总量|合计|总计)?的?$/g;
/** In front of 占 these name no subject: what is told is the amount before. */
export const NO_SUBJECT = /^(?:其中|分别|约|均|共|仅|只|已|,|:|、)+$/;
/** A rate of a part of the year, or of the year so far. */
export const OF_PERIOD = /上半年|下半年|季度|月[底末份]|[截至]/;
/** A base that is an amount by its name; 占全县的 may be of anything that the county has. */
export const AMOUNT_BASE = /(?:收入|支出|资金|预算|投资|经费|金额|拨款|资产|人数|人口|编制|[总合同]价|总量|总额)$/;
/** A base that any amount may have: which 预算 is meant tells only the amount beside it. */
export const ANY_BASE =
  /^(?:年初|年中|全年|当年|调整后?|本年|批复|下达)*(?:部门|项目|支出|收入|资金)?(?:的)?(?:预算|计划|任务|目标){1,2}(?:数|额|总额|金额)?$/;
/** An amount that names no subject of its own: it belongs to what stands before it. */
export const ANY_PART =
  /^(?:全年|实际|累计|共|已)*(?:支出|执行|完成|使用|拨付|支付|到位)?(?:决算)?(?:数|额|金额|资金)?$/;
