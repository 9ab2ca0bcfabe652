/** The title of a report: what it is of, and the year. */
export const REPORT_TITLE = /(20\d{2})年(?:度)?[^。,;\n]{0,60}(?:报告|总结|情况)/;
/** How a unit speaks of itself: 我局, 本中心. Places (我县) are none. */
export const SELF = /(?<![自])[我本](局|院|馆|站|中心|校|委|厅|处|所|队|公司|办|会)(?![部长外级内])/g;
