import { CHANGED_COLUMN_WORDS, type ChangedColumn } from "../changed-columns";
import { excerpt } from "../excerpt";
import { kind } from "../finding-kind";
import * as en from "../phrases-en";
import * as zh from "../phrases-zh";

/** What changed since an earlier round and should not have, or not alone. */
export const rounds = {
  "score-changed-reason-not": kind<{
    readonly name: string;
    readonly before: string;
    readonly now: string;
    readonly reason: string;
    /** Columns that the score rests on and that changed with it. */
    readonly changedColumns: readonly ChangedColumn[];
    /** Names of its base data that changed with it. */
    readonly inputs: readonly string[];
  }>({
    severity: "warning",
    zh: {
      title: "得分变了，原因没变",
      help: "与上一轮相比得分变了，扣分原因一字未改，原因可能已与得分不符。",
      message: ({ name, before, now, reason, changedColumns, inputs }, where) => {
        const also = [...changedColumns.map((column) => CHANGED_COLUMN_WORDS[column].zh), ...inputs];
        const mend =
          also.length > 0
            ? `同时变了的还有：${zh.listed(also)}。请核对原因是否仍与得分相符。`
            : "评分标准、实际完成值和基础数据也都没有变，请说明得分为何改变。";
        return `${zh.at(where)}${zh.quoted(name)}得分由 ${before} 变为 ${now}，扣分原因没有变：“${excerpt(reason)}”。${mend}`;
      },
    },
    en: {
      title: "Score changed, reason not",
      help: "The score differs from the earlier round while the reason is word for word the same; it may no longer fit.",
      message: ({ name, before, now, reason, changedColumns, inputs }, where) => {
        const also = [...changedColumns.map((column) => CHANGED_COLUMN_WORDS[column].en), ...inputs];
        const mend =
          also.length > 0
            ? `Also changed: ${en.listed(also)}. See whether the reason still fits.`
            : "Standard, actual value and base data are as before, too: say why the score changed.";
        return `${en.at(where)}The score of ${en.quoted(name)} changed from ${before} to ${now}, its reason did not: “${excerpt(reason)}”. ${mend}`;
      },
    },
  }),

  "standard-changed-after": kind<{
    readonly name: string;
    readonly changedColumn: "fullMark" | "standard" | "explanation" | "description" | "target";
    readonly before: string;
    readonly now: string;
  }>({
    severity: "warning",
    zh: {
      title: "评分之后改了标准或目标",
      help: "上一轮已经按原来的分值、标准或目标评过分；事后改动要有依据。",
      message: ({ name, changedColumn, before, now }, where) =>
        `${zh.at(where)}${zh.quoted(name)}的${CHANGED_COLUMN_WORDS[changedColumn].zh}在上一轮评分之后改了：原为${said(before, "（空）")}，现为${said(now, "（空）")}。请核对改动的依据。`,
    },
    en: {
      title: "Standard or target changed after scoring",
      help: "The earlier round was scored by another mark, standard or target; a change after the fact needs a ground.",
      message: ({ name, changedColumn, before, now }, where) =>
        `${en.at(where)}The ${CHANGED_COLUMN_WORDS[changedColumn].en} of ${en.quoted(name)} changed after the earlier round had scored it: it was ${said(before, "(blank)")} and is ${said(now, "(blank)")}. See on what ground.`,
    },
  }),
};

const said = (text: string, blank: string): string => (text === "" ? blank : `“${excerpt(text)}”`);
