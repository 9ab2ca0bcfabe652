/** Words around a condition that say nothing of what is asked. */
export const LEADS = /^(?:,|如果|如|若是|若|凡是|凡|一旦|只要|对于|对|并且|且|同时|此外|另外|其中|但是|但)+/;
export const ENDS =
  /(?:,|\(|的|者|(?<![及按准临同定实适限小课学工平])时|(?<![原规准细守法总附通])则|(?<=.)(?<![立随当])即)+$/;

/** 未设置绩效目标: the question is whether it was done. */
export const NOT_DONE = /^(?:未|没有)(?=.{2})(.*)$/;
/** A denial in such words denies one of several things only. */
export const SEVERAL = /[,、;或未无]/;

export const NEGATIONS = /没有|[未不没无否非]/g;
/** 不存在…, 没有…: denies everything that is listed behind it. */
export const NONE_OF = /^(?:不存在|没有|无|未发生|未发现|未出现|未产生)(?![^、]*(?:或|且))/;
/** What parts the things that one condition names. */
export const JOINING = /[,、;]|或者?|且|和|及/;
/** A question for something that must not happen. */
export const MUST_NOT = /^没有“(.*)”的情形$/;

/** What parts two words: no pair of signs reaches across. */
export const PARTING = /[\s,、;:。"'“”()（）《》或且和及]+/;
