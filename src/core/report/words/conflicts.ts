/** Words that say in which of its states an amount is told: two sentences of one state speak of one figure. */
export const STATES =
  /年初|年中|全年|预算|决算|执行|实际|调整|计划|目标|下达|到位|拨付|收入|支出|结转|结余|上年|去年|季度|月底|月末|本级|中央|省级|市级|县级|区级/g;
/** What may stand in front of the first amount of a sentence without being its subject. */
export const NO_SUBJECT =
  /^(?:\(?[一二三四五六七八九十\d]{1,3}[)、.]{1,2})?(?:[截自]?[至止到]?(?:20\d{2}年)?(?:\d{1,2}月)?(?:\d{1,2}日)?[底末]?,?)?$/;
/** One of several of its kind: each has a figure of this name. */
export const ONE_OF_MANY = /项目|子课题|标段|片区|批次|第[一二三四五六七八九十\d]+[期批标]/;
