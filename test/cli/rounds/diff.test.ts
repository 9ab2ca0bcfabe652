import { run } from "../memory-terminal";
import { ALL, round, ROWS, withCells, type Row } from "./two-rounds";

interface Diff {
  readonly sameContent: boolean;
  readonly tables: readonly {
    readonly sheet: string;
    readonly indicators: readonly { readonly path: readonly string[]; readonly changes: readonly Change[] }[];
    readonly added: readonly { readonly path: readonly string[] }[];
    readonly removed: readonly { readonly path: readonly string[] }[];
    readonly moved: readonly { readonly now: readonly string[] }[];
    readonly probablyRenamed: readonly { readonly before: readonly string[]; readonly now: readonly string[] }[];
  }[];
  readonly findings: Readonly<Record<"fixed" | "removed" | "open" | "new", readonly { readonly code: string; readonly path: readonly string[] }[]>>;
  readonly rounds: readonly { readonly code: string; readonly cell: string; readonly message: string }[];
  readonly notCompared: readonly string[];
} // prettier-ignore

interface Change {
  readonly field: string;
  readonly before: string | null;
  readonly now: string | null;
}

const files = (before: Uint8Array, now: Uint8Array): ReadonlyMap<string, Uint8Array> =>
  new Map([
    ["一.xlsx", before],
    ["二.xlsx", now],
  ]);

async function diff(before: Uint8Array, now: Uint8Array): Promise<Diff> {
  const { out, err } = await run(["diff", "一.xlsx", "二.xlsx", "--format", "json"], files(before, now));
  expect(err).toBe("");
  return JSON.parse(out) as Diff;
}

/** Every change as "name field: before → now", but for the recomputed scores, which follow. */
const told = ({ tables }: Diff): readonly string[] =>
  tables.flatMap(({ indicators }) =>
    indicators.flatMap(({ path, changes }) =>
      changes
        .filter(({ field }) => field !== "recomputed")
        .map(({ field, before, now }) => `${path.at(-1) ?? ""} ${field}: ${before ?? "∅"} → ${now ?? "∅"}`),
    ),
  );

const FIRST = round(ALL);

describe("[Y2] each kind of change is told with what it was and what it is", () => {
  it.each<[string, readonly Row[], readonly string[]]>([
    ["a score", withCells("及时率", { 自评得分: 8 }), ["完成及时率 score: 9 → 8"]],
    ["a score blanked", withCells("及时率", { 自评得分: null }), ["完成及时率 score: 9 → "]],
    ["a mark", withCells("培训", { 分值: 12 }), ["培训人次 fullMark: 10 → 12"]],
    ["a standard", withCells("及时率", { 评分标准: "每延误一个月扣0.5分，扣完为止。" }), ["完成及时率 standard: 每延误一个月扣1分，扣完为止。 → 每延误一个月扣0.5分，扣完为止。"]],
    ["a target", withCells("培训", { 年度指标值: "≥150人次" }), ["培训人次 target: ≥200人次 → ≥150人次"]],
    ["an actual value", withCells("满意度", { 实际完成值: "89%" }), ["群众满意度 actual: 88% → 89%"]],
    ["a reason given", withCells("及时率", { 扣分原因: "汛期停工一个月" }), ["完成及时率 reason:  → 汛期停工一个月"]],
    ["a reason taken out", withCells("满意度", { 扣分原因: null }), ["群众满意度 reason: 两个社区停水三天，群众意见集中 → "]],
    ["a percentage that is now a number", withCells("满意度", { 实际完成值: 0.88 }), ["群众满意度 actual: 88% → 0.88"]],
  ])("%s", async (_, rows, expected) => {
    expect(told(await diff(FIRST, round(rows)))).toEqual(expected);
  }); // prettier-ignore

  it.each<[string, readonly Row[]]>([
    ["blanks and full-width signs", withCells("满意度", { 评分标准: "满意度 ≥ 90％得10分,每降低1个百分点扣1分", 扣分原因: "两个社区停水三天，\n群众意见集中" })],
    ["zeros behind the point", withCells("培训", { 年度指标值: "≥200.0人次" })],
  ])("%s are no change", async (_, rows) => {
    expect(told(await diff(FIRST, round(rows)))).toEqual([]);
  }); // prettier-ignore
});

describe("[Y2] rows are the same by their names, wherever they stand", () => {
  const nothing = { rows: [], added: [], removed: [], moved: [], fixed: [], new: [] };
  const summary = ({ tables: [table], findings }: Diff) => ({
    rows: table?.indicators,
    added: table?.added,
    removed: table?.removed,
    moved: table?.moved,
    fixed: findings.fixed,
    new: findings.new,
  });

  it("a workbook against itself has no change, and says that the content is the same", async () => {
    const same = await diff(FIRST, FIRST);
    expect(summary(same)).toEqual(nothing);
    expect(same.sameContent).toBe(true);
    expect(same.findings.open.length).toBeGreaterThan(0);
  });

  it.each<[string, Uint8Array]>([
    ["sorted rows", round(["满意度", "及时率", "培训", "完成率"])],
    ["a sheet of another name", round(ALL, { sheet: "附件3" })],
  ])("%s are no change", async (_, now) => {
    expect(summary(await diff(FIRST, now))).toEqual(nothing);
  });

  it("a row added, a row removed and a row under another level are each told", async () => {
    const moved: Row = ["效益", ...ROWS.培训.slice(1)];
    const added: Row = ["效益", "节水量", 5, null, "≥3万吨", "4万吨", 5, null];
    const { tables } = await diff(FIRST, round(["完成率", "满意度", moved, added]));
    expect(tables[0]).toMatchObject({
      added: [{ path: ["效益", "节水量"] }],
      removed: [{ path: ["产出", "完成及时率"] }],
      moved: [{ now: ["效益", "培训人次"] }],
      probablyRenamed: [],
    });
  });

  it.each<[string, Row, boolean]>([
    [
      "a name that is half the same, with the same mark",
      ["产出", "按期完成及时率", 10, null, null, null, 9, null],
      true,
    ],
    [
      "any name with the same printed standard",
      ["产出", "工期", 10, ROWS.及时率[3] ?? null, null, null, 9, null],
      true,
    ],
    ["another mark", ["产出", "按期完成及时率", 8, ROWS.及时率[3] ?? null, null, null, 7, null], false],
    ["another level", ["效益", "按期完成及时率", 10, ROWS.及时率[3] ?? null, null, null, 9, null], false],
    ["nothing in common but the mark", ["产出", "节水量", 10, null, "≥3万吨", "4万吨", 9, null], false],
  ])("a renamed row is offered, and stays removed and added: %s", async (_, row, isOffered) => {
    const { tables } = await diff(FIRST, round(["完成率", row, "培训", "满意度"]));
    expect(tables[0]?.removed).toMatchObject([{ path: ["产出", "完成及时率"] }]);
    expect(tables[0]?.added).toMatchObject([{ path: [row[0], row[1]] }]);
    expect(tables[0]?.probablyRenamed.map(({ now }) => now.at(-1))).toEqual(isOffered ? [row[1]] : []);
  });
});

describe("[Y3] findings", () => {
  it("given a reason and a new fault: one is fixed, one is new, the rest stays open", async () => {
    const rows = withCells("及时率", { 扣分原因: "汛期停工一个月" }).map((row) => (row[1] === "培训人次" ? [...row.slice(0, 6), 12, null] : row)); // prettier-ignore
    const { findings } = await diff(FIRST, round(rows));
    const codes = (list: Diff["findings"]["fixed"]) => list.map(({ code, path }) => `${code} ${path.at(-1) ?? ""}`);
    expect(codes(findings.fixed)).toContain("justification-missing 完成及时率");
    expect(codes(findings.new)).toContain("score-over-full 培训人次");
    expect(codes(findings.open)).not.toContain("justification-missing 完成及时率");
  });
});

it("[Y3] a finding that went with its indicator is not called fixed", async () => {
  const now = round(["完成率", "培训", "满意度"]);
  const { findings } = await diff(FIRST, now);
  expect(findings.removed.map(({ code }) => code)).toContain("justification-missing");
  expect(findings.fixed.filter(({ path }) => path.includes("完成及时率"))).toEqual([]);
  const { out } = await run(["diff", "一.xlsx", "二.xlsx"], files(FIRST, now));
  expect(out).toContain("随指标删去的问题（没有人答复）");
});

describe("[Y4] what changed and should not have, or not alone", () => {
  it.each<[string, readonly Row[], readonly string[]]>([
    ["another score with the old reason", withCells("满意度", { 自评得分: 9 }), ["score-changed-reason-not G7"]],
    ["and with another actual value too", withCells("满意度", { 自评得分: 9, 实际完成值: "89%" }), ["score-changed-reason-not G7"]],
    ["another score with another reason", withCells("满意度", { 自评得分: 9, 扣分原因: "一个社区停水三天" }), []],
    ["full marks: nothing is left to explain", withCells("满意度", { 自评得分: 10 }), []],
    ["half a mark below them", withCells("满意度", { 自评得分: 9.5 }), ["score-changed-reason-not G7"]],
    ["a score that had no reason", withCells("及时率", { 自评得分: 8 }), []],
    ["another standard after scoring", withCells("培训", { 评分标准: "完成目标得满分，否则不得分。" }), ["standard-changed-after B6"]],
    ["another target after scoring", withCells("培训", { 年度指标值: "≥210人次" }), ["standard-changed-after B6"]],
    ["another mark after scoring", withCells("培训", { 分值: 11 }), ["standard-changed-after B6"]],
    ["another remark on nothing", withCells("培训", { 实际完成值: "215人次" }), []],
  ])("%s", async (_, rows, expected) => {
    const { rounds } = await diff(FIRST, round(rows));
    expect(rounds.map(({ code, cell }) => `${code} ${cell}`)).toEqual(expected);
  }); // prettier-ignore

  it("a target that changed before anybody had scored is no doubt", async () => {
    const { rounds } = await diff(round(withCells("培训", { 自评得分: null })), round(withCells("培训", { 年度指标值: "≥210人次" }))); // prettier-ignore
    expect(rounds).toEqual([]);
  });

  it("says what changed with the score, or that nothing did", async () => {
    const [alone] = (await diff(FIRST, round(withCells("满意度", { 自评得分: 9 })))).rounds;
    expect(alone?.message).toBe("G7：「群众满意度」得分由 8 变为 9，扣分原因没有变：“两个社区停水三天，群众意见集中”。评分标准、实际完成值和基础数据也都没有变，请说明得分为何改变。"); // prettier-ignore
    const [both] = (await diff(FIRST, round(withCells("满意度", { 自评得分: 9, 实际完成值: "89%" })))).rounds;
    expect(both?.message).toContain("同时变了的还有：实际完成值。请核对原因是否仍与得分相符。");
  });
});

describe("[Y1] a side may be a report", () => {
  const report = async (bytes: Uint8Array): Promise<string> =>
    (await run(["check", "一.xlsx", "--format", "json"], new Map([["一.xlsx", bytes]]))).out;

  it("the report of check says the same as its workbook", async () => {
    const now = round(withCells("满意度", { 自评得分: 9 }));
    const text = new TextEncoder().encode(await report(FIRST));
    const both = await run(["diff", "一.json", "二.xlsx", "--format", "json"], new Map([["一.json", text], ["二.xlsx", now]])); // prettier-ignore
    const withoutNames = (said: object): object => ({ ...said, before: null });
    expect(withoutNames(JSON.parse(both.out) as object)).toEqual(withoutNames(await diff(FIRST, now)));
  });

  it("a report of an earlier version, without texts, compares marks and scores and names what it does not hold", async () => {
    const old = (await report(FIRST)).replace(/"texts": \{[^}]*\}/g, '"earlier": {}');
    const text = new TextEncoder().encode(old);
    const now = round(withCells("满意度", { 自评得分: 9, 扣分原因: "一个社区停水三天" }));
    const { out } = await run(["diff", "一.json", "二.xlsx"], new Map([["一.json", text], ["二.xlsx", now]])); // prettier-ignore
    expect(out).toContain("G7 群众满意度  8 → 9");
    expect(out).toContain("没有比较：评分标准、指标解释、指标说明、指标值、实际完成值");
  });

  it.each([
    ["a SARIF report", '{"version":"2.1.0","runs":[]}', "SARIF"],
    ["any other JSON", '{"a":1}', "不是 pinghe check 写出的 JSON 报告"],
    ["JSON that is cut off", '{"tables":[', "不是 pinghe check 写出的 JSON 报告"],
  ])("%s is refused in one line", async (_, text, words) => {
    const { status, err, out } = await run(["diff", "一.json", "二.xlsx"], new Map([["一.json", new TextEncoder().encode(text)], ["二.xlsx", FIRST]])); // prettier-ignore
    expect([status, out]).toEqual([2, ""]);
    expect(err).toContain(words);
    expect(err.trim().split("\n")).toHaveLength(1);
  });

  it("one file alone is refused with the usage", async () => {
    const { status, err } = await run(["diff", "一.xlsx"], new Map([["一.xlsx", FIRST]]));
    expect(status).toBe(2);
    expect(err).toContain("用法：pinghe diff 上一轮 这一轮");
  });
});

describe("[Y5] as text", () => {
  // 完成及时率 is not recomputed: nobody says how many months it was late.
  it("leads with the figures of both rounds, then what changed, then the findings", async () => {
    const rows = withCells("满意度", { 自评得分: 9 });
    const { out } = await run(["diff", "一.xlsx", "二.xlsx"], files(FIRST, round(rows)));
    expect(out.split("\n").slice(0, 3)).toEqual([
      "轮次比较",
      "  上一轮 一.xlsx · 自评 45 · 已复算 40 / 50 分",
      "  这一轮 二.xlsx · 自评 46 · 已复算 40 / 50 分",
    ]);
    expect(out).toMatch(/变了的内容\n {2}得分 1\n {4}G7 群众满意度 {2}8 → 9\n/);
    expect(out).toContain("改动的疑点 1");
  });

  it.each([
    ["another unit", { unit: "某市水利局" }, "单位不同：上一轮是“某市水务局”，这一轮是“某市水利局”。"],
    ["another year", { year: 2024 }, "年度不同：上一轮是 2023 年，这一轮是 2024 年。"],
  ])("says that it compares %s", async (_, options, words) => {
    const { out } = await run(["diff", "一.xlsx", "二.xlsx"], files(FIRST, round(ALL, options)));
    expect(out).toContain(words);
  });

  it("says that nothing changed, in both languages", async () => {
    expect((await run(["diff", "一.xlsx", "二.xlsx"], files(FIRST, FIRST))).out).toContain(
      "两轮的指标计分表内容相同。",
    );
    const english = await run(["diff", "一.xlsx", "二.xlsx", "--lang", "en"], files(FIRST, FIRST));
    expect(english.out).toContain("The scoring tables hold the same in both rounds.");
    expect(english.out.split("\n")[0]).toBe("Comparison of rounds");
  });
});

describe("[Y2] a number given beside the table", () => {
  type Used = readonly (readonly string[])[];
  const report = (quantities: readonly { readonly key?: string; readonly value: string | null; readonly usedBy: Used }[]): Uint8Array =>
    new TextEncoder().encode(JSON.stringify({ tables: [], findings: [], quantities: quantities.map((one) => ({ name: "编制数", ...one })) })); // prettier-ignore

  async function inputsOf(before: Uint8Array, now: Uint8Array): Promise<readonly string[]> {
    const { out } = await run(["diff", "一.json", "二.json", "--format", "json"], new Map([["一.json", before], ["二.json", now]])); // prettier-ignore
    const { inputs } = JSON.parse(out) as { readonly inputs: readonly { readonly name: string; readonly before: string | null; readonly now: string | null }[] }; // prettier-ignore
    return inputs.map(({ name, before: was, now: is }) => `${name} ${was ?? "∅"} → ${is ?? "∅"}`);
  }
  const first = report([{ key: "编制数", value: "77", usedBy: [["投入", "控制率"]] }]);

  it.each<[string, Uint8Array, readonly string[]]>([
    ["the same, used by one more indicator, has not changed", report([{ key: "编制数", value: "77", usedBy: [["投入", "控制率"], ["过程", "人均"]] }]), []],
    ["the same, its indicator renamed, has not changed", report([{ key: "编制数", value: "77", usedBy: [["投入", "在职控制率"]] }]), []],
    ["another, used by one more indicator, is one change", report([{ key: "编制数", value: "78", usedBy: [["投入", "控制率"], ["过程", "人均"]] }]), ["编制数 77 → 78"]],
    ["in a report without keys, is found by its name", report([{ value: "77", usedBy: [["别处"]] }]), []],
    ["of another phase is another number", report([{ key: "编制数|-1", value: "77", usedBy: [["投入", "控制率"]] }]), ["编制数 77 → ∅", "编制数 ∅ → 77"]],
  ])("%s", async (_, now, expected) => expect([...(await inputsOf(first, now))].sort()).toEqual([...expected].sort())); // prettier-ignore
});
