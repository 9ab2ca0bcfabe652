/** 分 behind a number that is a mark, as part of a pattern: not 10分钟, 3分类, 3分之一 or 5分米. */
export const MARK_UNIT = "分(?![钟类析别配布层管局公项档级段之米贝散行包])";
