import { contradiction } from "../../../src/core/checks/justification/claims";
import { justify } from "../../../src/core/checks/justification/judge";
import { isPlaceholder, reasonKey } from "../../../src/core/language/reason";
import { exactFromText, ratio } from "../../../src/core/model/exact";
import { measureOf } from "../../../src/core/model/measure";
import type { RowSpec, TableSpec } from "../../support/review-builder";
import { SETTINGS, tableOf } from "../../support/review-builder";
import { codesOf, dataOf, findingsOf } from "./support";

const row = (name: string, mark: number, score: number | null, more: Partial<RowSpec> = {}): RowSpec => ({
  path: `产出/职责履行/${name}`,
  mark,
  score,
  ...more,
});

const statuses = (spec: TableSpec) => justify(tableOf(spec), SETTINGS);

describe("[J1] a score below its full mark needs a reason", () => {
  it("without a reason column every deduction is missing one, as one group of seven with seven marks", () => {
    const reference = [
      row("实际完成率", 8, 7),
      row("完成及时率", 4, 3),
      row("质量达标率", 8, 7),
      row("重点工作办结率", 10, 9),
      row("经济效益", 5, 4),
      row("社会效益", 5, 4),
      row("生态效益", 5, 4),
      row("社会公众或服务对象满意度", 5, 5),
    ];
    const findings = findingsOf({ rows: reference });
    expect(findings.map((one) => one.code)).toEqual(Array(7).fill("justification-missing"));
    expect(new Set(findings.map((one) => one.group)).size).toBe(1);
    expect(findings[0]?.data).toEqual({ name: "实际完成率", deducted: "1", noColumn: true, cause: "deduction" });
    expect(statuses({ rows: reference })).toEqual([...Array<string>(7).fill("missing"), "notRequired"]);
  });

  it.each<[string, Partial<RowSpec>, string]>([
    ["blank", { reason: null }, "missing"],
    ["only spaces", { reason: " \n " }, "missing"],
    ["given", { reason: "有结余，根据工作实际及指标下达时间不可能没有结余。" }, "present"],
    ["short but said", { reason: "资金未到位" }, "present"],
    ["无", { reason: "无" }, "placeholder"],
    ["the number 0", { reason: 0 }, "placeholder"],
    ["the deducted amount only", { reason: "扣1分" }, "placeholder"],
  ])("a reason cell: %s", (_what, more, status) => {
    expect(statuses({ rows: [row("资金结余", 3, 2, more)] })).toEqual([status]);
    expect(codesOf({ rows: [row("资金结余", 3, 2, more)] })).toEqual(
      {
        missing: ["justification-missing @ 资金结余"],
        placeholder: ["justification-placeholder @ 资金结余"],
        present: [],
      }[status],
    );
  });

  it("nothing is required where the mark is full, the score blank or the difference within the tolerance", () => {
    const rows = [
      row("甲", 5, 5),
      row("乙", 5, null),
      row("丙", 5, 4.996),
      row("丁", 5, 4.99, { reason: "材料有一处缺页" }),
    ];
    expect(statuses({ rows })).toEqual(["notRequired", "notRequired", "notRequired", "present"]);
  });

  it("a merged reason stands for all its rows and is no copy", () => {
    const rows = [
      row("经济效益", 5, 4, { reason: "效益要到次年才能显现" }),
      row("社会效益", 5, 4, { mergedWithAbove: ["reason"] }),
    ];
    expect(statuses({ rows })).toEqual(["present", "present"]);
    expect(codesOf({ rows })).toEqual([]);
  });

  it("a merged score loses its marks once", () => {
    const rows = [row("经济效益", 5, 8), row("社会效益", 5, null, { mergedWithAbove: ["score"] })];
    expect(codesOf({ rows })).toEqual(["justification-missing @ 经济效益"]);
    expect(dataOf({ rows }, "justification-missing")).toMatchObject({ deducted: "2" });
    expect(statuses({ rows })).toEqual(["missing", "missing"]);
  });
});

describe("[J2] 备注 holds reasons only where it clearly is used so", () => {
  it("a remark that speaks of a shortfall counts, and then the table has a place for reasons", () => {
    const rows = [row("甲", 5, 4, { remark: "年中任务调整，两项未完成" }), row("乙", 5, 4, { remark: "" })];
    expect(statuses({ rows })).toEqual(["present", "missing"]);
    expect(dataOf({ rows }, "justification-missing")).toMatchObject({ name: "乙", noColumn: false });
  });

  it("a remark about something else does not", () => {
    const rows = [row("甲", 5, 4, { remark: "共性指标" }), row("乙", 5, 5, { remark: "个性指标" })];
    expect(dataOf({ rows }, "justification-missing")).toMatchObject({ name: "甲", noColumn: true });
  });

  it("remarks beside every deduction and nowhere else are its reasons, whatever their words", () => {
    const rows = [
      row("人员配备", 15, 12, { remark: "实际到位4人" }),
      row("制度建设", 10, 10, { remark: "" }),
      row("满意度", 10, 9, { remark: "88%" }),
      row("服务质量", 10, 9, { remark: "抽查合格率93.5%" }),
    ];
    expect(statuses({ rows })).toEqual(["present", "notRequired", "placeholder", "present"]);
    expect(statuses({ rows: [...rows, row("档案", 5, 5, { remark: "共12卷" })] })).toEqual(["missing", "notRequired", "missing", "missing", "notRequired"]);
  }); // prettier-ignore

  it.each(["受助学生学籍异动，实有人数减少", "两份合同归档不完整", "受疫情影响顺延", "一处路面返工"])("a single remark %s", (remark) => {
    const rows = [row("甲", 5, 4, { remark }), row("乙", 5, 5, { remark: "个性指标" })];
    expect(statuses({ rows })).toEqual(["present", "notRequired"]);
  }); // prettier-ignore

  it.each<[string, readonly RowSpec[], string]>([
    ["of three rows", [row("甲", 5, 4, { remark: "市场价格波动" }), row("乙", 5, 5), row("丙", 5, 5)], "present"],
    ["of two rows", [row("甲", 5, 4, { remark: "市场价格波动" }), row("乙", 5, 5)], "missing"],
    ["beside another deduction", [row("甲", 5, 4, { remark: "市场价格波动" }), row("乙", 5, 4), row("丙", 5, 5)], "missing"],
    ["beside another remark", [row("甲", 5, 4, { remark: "市场价格波动" }), row("乙", 5, 5, { remark: "个性指标" }), row("丙", 5, 5)], "missing"],
    ["of three signs", [row("甲", 5, 4, { remark: "涨价了" }), row("乙", 5, 5), row("丙", 5, 5)], "missing"],
  ])("the only remark, at the only deduction, %s", (_, rows, wanted) => {
    expect(statuses({ rows })[0]).toBe(wanted);
  }); // prettier-ignore

  it("beside a blank reason cell a remark that speaks of a shortfall stands in", () => {
    const rows = [row("甲", 5, 4, { reason: null, remark: "因汛期停工，一个标段未完成" })];
    expect(statuses({ rows })).toEqual(["present"]);
  });
});

describe("[J3] placeholders", () => {
  it.each([
    "0",
    "无",
    "/",
    "-",
    "——",
    "……",
    "...",
    "同上",
    "略",
    "不适用",
    " 无 。",
    "N/A",
    "扣2分",
    "本项扣0.5分。",
    "得8分",
    "１",
    "无扣分",
    "xxx",
  ])("%s explains nothing", (text) => expect(isPlaceholder(text)).toBe(true));
  it.each(["资金未到位", "因疫情停工", "无专项资金", "同上级沟通不及时", "未完成", "完成率86%", "材料不全，扣2分"])(
    "%s says something",
    (text) => expect(isPlaceholder(text)).toBe(false),
  );
});

describe("[J4] copied reasons", () => {
  it("the same words on two deducted rows, whatever their spacing and amount", () => {
    const rows = [
      row("甲", 5, 4, { reason: "因资金未到位，扣1分" }),
      row("乙", 5, 3, { reason: "因资金 未到位,扣2分。" }),
      row("丙", 5, 3, { reason: "群众参与不够" }),
      row("丁", 5, 5, { reason: null }),
    ];
    expect(statuses({ rows })).toEqual(["copied", "copied", "present", "notRequired"]);
    const findings = findingsOf({ rows });
    expect(findings.map((one) => one.code)).toEqual(["justification-copied", "justification-copied"]);
    expect(findings[0]?.data).toMatchObject({ cells: ["L22", "L23"] });
  });

  it("different rates are different reasons; amounts alone are not", () => {
    expect(reasonKey("完成率86%")).not.toBe(reasonKey("完成率73%"));
    expect(reasonKey("验收推迟，扣1分")).toBe(reasonKey("验收推迟，扣 2 分"));
  });
});

describe("reasons where nothing was lost", () => {
  it.each<[string, Partial<RowSpec>, readonly string[]]>([
    ["a reason beside a full mark", { reason: "资金下达较晚" }, ["justification-without-deduction @ 甲"]],
    ["无 beside a full mark", { reason: "无" }, []],
    ["a deviation explained", { reason: "年中追加任务", target: "≥50个", actual: 60 }, []],
    [
      "a target met exactly",
      { reason: "资金下达较晚", target: "≥50个", actual: 50 },
      ["justification-without-deduction @ 甲"],
    ],
  ])("%s", (_what, more, codes) => expect(codesOf({ rows: [row("甲", 5, 5, more)] })).toEqual(codes));
});

describe("[J5] a number in the reason that contradicts its row", () => {
  const facts = {
    name: "实际完成率",
    lost: ratio(2n),
    score: ratio(8n),
    fullMark: ratio(10n),
    rates: [exactFromText("0.8612") ?? ratio(0n)],
    actual: {
      kind: "number",
      operator: null,
      number: ratio(43n),
      decimals: 0,
      unit: measureOf("个"),
      measureInCell: true,
    },
  } as const;
  it.each<[string, string | null]>([
    ["任务未完成，扣2分", null],
    ["机构改革减3人", null],
    ["丢失档案3份，损失3万元", null],
    ["扣留押金，丢失3份，失3次", null],
    ["因欠费扣3万元", null],
    ["任务未完成，减3分", "扣3分"],
    ["任务未完成，失分3", "扣3分"],
    ["迟到减3分钟", null],
    ["任务未完成，扣3", "扣3分"],
    ["合计12分钟，累计30分钟", null],
    ["预计3分之一未完成", null],
    ["合计12分", null],
    ["评得3分钟内", null],
    ["任务未完成，计7分", "得7分"],
    ["少得2分", null],
    ["甲项未完成扣1.5分，乙项未完成扣0.5分", null],
    ["任务未完成，扣3分", "扣3分"],
    ["任务未完成，扣除1分", "扣1分"],
    ["每低于一个百分点扣0.5分", null],
    ["评分标准：低于90%扣5分", null],
    ["自评得8分", null],
    ["应得10分，实得8分", null],
    ["自评得9分", "得9分"],
    ["完成率86%", null],
    ["完成率为86.1%", null],
    ["完成率仅68%", "完成率仅68%"],
    ["因汛期停工，实际完成率只有81.2%", "实际完成率只有81.2%"],
    ["上年完成率95%，今年任务翻番", null],
    ["全县平均完成率70%", null],
    ["目标完成率95%未达到", null],
    ["合格率98%", null],
    ["完成率低于90%", null],
    ["计划50个，实际完成43个", null],
    ["计划50个，实际完成34个", "实际完成34个"],
    ["实际完成43公里", null],
    ["资金到位晚", null],
  ])("%s → %s", (text, inText) => {
    expect(contradiction(text, facts)?.inText ?? null).toBe(inText);
  });

  it("is reported at the reason, with both numbers", () => {
    const rows = [row("实际完成率", 8, 7, { reason: "两项任务跨年，扣2分" })];
    expect(dataOf({ rows }, "justification-number-mismatch")).toEqual({
      name: "实际完成率",
      text: "两项任务跨年，扣2分",
      inText: "扣2分",
      inCell: "扣1分",
    });
  });
});

describe("[J7] evidence", () => {
  it("a full mark needs evidence where the table asks for it", () => {
    const rows = [
      row("甲", 5, 5, { evidence: "《资产管理办法》" }),
      row("乙", 5, 5, { evidence: "/" }),
      row("丙", 5, 4, { evidence: "", reason: "台账缺三个月" }),
    ];
    expect(codesOf({ rows })).toEqual(["evidence-missing @ 乙"]);
    expect(codesOf({ rows: [row("丁", 5, 5)] })).toEqual([]);
  });
});
