import { MARK_STATES, STATE_WORDS as SHOWN_STATES } from "../../src/app/state-words";
import { CATALOGUE } from "../../src/core/findings/catalogue";
import { ADDED_HEADERS } from "../../src/core/ours/added-columns";
import { RECORD_HEADERS } from "../../src/core/ours/record-sheet";
import { CONCLUSION } from "../../src/core/plan/formulas/conclusion";
import { STATE_HEADERS } from "../../src/core/plan/formulas/record-places";
import { TOTAL_OPEN } from "../../src/core/plan/formulas/total-guard";
import { STATE_OPEN, STATE_UNREAD, STATE_WORDS } from "../../src/core/plan/record/state-nodes";
import { enUS } from "../../src/ui/i18n/en-US";
import { zhCN } from "../../src/ui/i18n/zh-CN";
import { REFERENCE, REFERENCE_INPUTS, run } from "../cli/memory-terminal";

/** Words that say in another way what has one word here (PANE.md, Vocabulary), and that word. */
const OTHERWISE: readonly (readonly [words: readonly string[], word: string])[] = [
  [["还差", "缺项", "提醒"], "待办"],
  [["计算分", "审核分"], "复算分, 复核分"],
  [["相符", "不一致", "有误"], "一致, 不符"],
  [["未填分", "未说明扣分", "缺少数据", "数据不足", "无得分可比"], "未评分, 缺原因, 缺数据"],
  [["无规则", "无可用标准", "不作评判", "不可评"], "无标准"],
  [["已评判", "核验过"], "已复算"],
  [["未读懂"], "未识别"],
  [["公式错误", "改写", "过期", "过时"], "公式不符, 被覆盖, 未重算"],
  [["口径", "准则"], "规则, 标准"],
  [["默认规则"], "通行规则"],
  [["填入", "提交"], "存, 写入"],
  [["回滚", "打回"], "撤销, 退回"],
  [["清洁版"], "报送版"],
  [["预估"], "暂计"],
];

const OTHERS = OTHERWISE.flatMap(([words]) => words);

/** Sentences of the pane in which such a word means something else. */
const MEANT: ReadonlyMap<string, string> = new Map([["有误", "a file has faults (规则包…有误): no score differs"]]);

describe("[U15] one word stands for each thing", () => {
  const texts = textsOf(zhCN);

  it.each(OTHERWISE.flatMap(([words, word]) => words.map((other) => [other, word] as const)))(
    "the pane never says %s for %s",
    (other) => {
      const said = texts.filter((text) => text.includes(other));
      if (MEANT.has(other)) expect(said.every((text) => text.includes("规则包"))).toBe(true);
      else expect(said).toEqual([]);
    },
  );

  it("an exception that nothing needs is gone", () => {
    for (const other of MEANT.keys()) expect(texts.some((text) => text.includes(other))).toBe(true);
  });

  it("the command line keeps to the same words", async () => {
    const files = [
      "department-standards-printed.xlsx",
      "project-2020-unscored.xlsx",
      "project-2020-unexplained-deductions.xlsx",
    ];
    const reports = files.flatMap((file) => ["check", "audit"].map((command) => [command, `test/workbooks/${file}`]));
    const judged = ["check", REFERENCE, "--inputs", REFERENCE_INPUTS, "--pack", "department-hunan"];
    for (const argv of [...reports, judged, ["help"], ["audit", REFERENCE, "--cell", "D5"]]) {
      // what stands between “ and ” is quoted from the workbook
      const said = (await run(argv)).out.replace(/“[^”]*”/g, "");
      expect(argv.concat(OTHERS.filter((other) => said.includes(other)))).toEqual(argv);
    }
  });

  it("what Pinghe writes into a workbook keeps to the same words", () => {
    const written = [CONCLUSION, STATE_WORDS, TOTAL_OPEN, ADDED_HEADERS, RECORD_HEADERS].flatMap((words) =>
      Object.values<string>(words),
    );
    const said = [...written, STATE_OPEN, STATE_UNREAD, ...STATE_HEADERS];
    expect(said.filter((text) => OTHERS.some((other) => text.includes(other)))).toEqual([]);
  });

  it("the states of marks have the pane's words on the command line and in the workbook", () => {
    const { states } = zhCN;
    for (const state of MARK_STATES) {
      expect([SHOWN_STATES[state].zh, STATE_WORDS[state]]).toEqual([states[state], states[state]]);
      expect(SHOWN_STATES[state].en).toBe(enUS.states[state].toLowerCase());
    }
  });

  it("every word of one language has its fellow in the other", () => {
    expect(keysOf(enUS)).toEqual(keysOf(zhCN));
  });

  it("the titles of findings, which the pane shows too, keep to the same words", () => {
    const titles = Object.values(CATALOGUE).map(({ zh }) => zh.title);
    expect(titles.filter((title) => OTHERS.some((other) => title.includes(other)))).toEqual([]);
  });
});

/** Every text of a tree of messages; one that takes values is given some. */
function textsOf(messages: object): readonly string[] {
  return Object.values(messages).flatMap((message: unknown) => {
    if (typeof message === "string") return [message];
    if (typeof message === "function") return textOf(message as (...values: unknown[]) => unknown);
    return typeof message === "object" && message !== null ? textsOf(message) : [];
  });
}

/** A value is a text, a number or a list of texts: each way in which the message makes a text counts. */
function textOf(message: (...values: unknown[]) => unknown): readonly string[] {
  return [1, "甲", ["甲", "乙"], []].flatMap((value) => {
    try {
      const text = message(...Array.from({ length: 6 }, () => value));
      return typeof text === "string" ? [text] : [];
    } catch {
      // Another kind of value is meant.
      return [];
    }
  });
}

function keysOf(messages: object): readonly string[] {
  return Object.entries(messages)
    .flatMap(([key, message]: [string, unknown]) =>
      typeof message === "object" && message !== null ? keysOf(message).map((inner) => `${key}.${inner}`) : [key],
    )
    .sort();
}
