/** The label of a report's total score. */
export const TOTAL_SCORE =
  /^(?:.{0,16}(?:整体支出|项目|绩效))?(?:综合|最终)?(?:绩效)?(?:自评|自评价|自我评价|评价|评分|考评)?(?:综合|最终|结果)?(?:总)?(?:得分|评分|总分|分数|总得分|评价得分|自评分|自评)$/;
/** Another's score, another year's, or how marks are given. */
export const OTHER_SCORE =
  /满分|分值|权重|扣|财政|复核|复评|核定|第三方|上年|去年|专家|以上|以下|每|不低于|不得|区间|平均|标准/;
/** A clause that speaks of such a score, of whatever number in it. */
export const OTHER_SCORING = /上年|去年|复核|财政[^,]{0,6}评/;
export const LEVEL_SCORE = /(?:得分?|实得|自评得?分?|自评|得分为)$/;
/** 评价等级为“优”: the grade. */
export const GRADE =
  /(?:等级|等次|评级|评定结果|评价结果|自评结果|自评结论|评价结论)(?:评定|确定)?(?:为|是|:|属于|达到)?"?(优秀|优|良好|良|中等|中|差)"?(?![秀好])(?=[,。;)"级\n]|等次|$)/g;

/** First-level groups of the usual indicator systems: all of one make the total. */
export const SCORE_GROUPS: readonly (readonly RegExp[])[] = [
  [/决策|投入/, /过程|管理/, /产出/, /效[益果]/],
  [/(?:预算|资金)?执行/, /产出/, /效[益果]/, /满意/],
  [/决策|投入/, /过程|管理/, /产出/, /效[益果]/, /满意/],
];
