/** What a line of a report begins with, in canonical text without blanks. */
export const TOP_HEADING = /^(?:[一二三四五六七八九十]{1,3}、|第[一二三四五六七八九十]{1,3}(?:部分|章|节))/;
export const SECOND_HEADING = /^\([一二三四五六七八九十]{1,3}\)/;
export const THIRD_HEADING = /^(?:\d{1,2}[.、](?!\d)|\(\d{1,2}\))/;

/** Where a new line is certainly meant, though the one before may end without a full stop. */
export const BEGINS_ANEW =
  /^(?:[一二三四五六七八九十]{1,3}、|第[一二三四五六七八九十]{1,3}(?:部分|章|节|条)|\([一二三四五六七八九十]{1,3}\)|\d{1,2}[.、](?!\d)|\(\d{1,2}\)|[①-⑳]|附[件表:]|注:|[一二三四五六七八九]是)/;

/** What is set as a heading and tells an amount is a row of a list, no heading. */
export const TELLS_AMOUNT = /\d(?:[万亿]?元|%)/;
/** What is numbered like a heading and tells an amount or a number of people, or opens a list, is none either. */
export const TELLS_NUMBER = /\d(?:[万亿]?元|%|[人名个])|:$/;

/** A line that ends so has come to its end; after any other the next may go on. */
export const ENDS_SENTENCE = /[。!?]["')]?$/;

/** The number of a page, and what stands around it. */
export const PAGE_NUMBER = /^(?:-?\d{1,3}-?|第\d{1,3}页(?:[,/]?共\d{1,3}页)?|\d{1,3}\/\d{1,3})$/;

/** The title of a report or of a part of it: no sentence, though it may be broken over two lines. */
export const TITLE = /(?:报告|情况|说明|计分表|评价表|自评表|总结|材料)(?:\([^()]*\))?$/;

/** The head of a table that a text holds line by line, its cells parted by nothing. */
export const TABLE_HEAD = /^[^,。;\d]*一级(?:指标)?[^,。;\d]*(?:二级|三级|分值|得分|权重)[^,。;]*$/;
