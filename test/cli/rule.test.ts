import { run } from "./memory-terminal";

const PARTS =
  "①编制有年度方案，得2分，否则不得分；②执行记录完整，得3分，每缺1份扣0.5分，扣完为止。发现弄虚作假的，本项得0分。";

interface Described {
  readonly score: number | null;
  readonly missing: readonly string[];
  readonly inputs: readonly { readonly name: string; readonly gate: boolean; readonly from: string }[];
  readonly parts: readonly { readonly mark: number; readonly kind: string }[];
  readonly effects: readonly { readonly text: string; readonly scope: string | null; readonly effect: string }[];
}

const described = async (text: string, full: string, ...more: string[]): Promise<Described> =>
  JSON.parse((await run(["rule", "--text", text, "--full", full, ...more])).out) as Described;

const sets = (...given: string[]): string[] => given.flatMap((one) => ["--set", one]);

describe("[K9] rule --set answers inputs by name", () => {
  test.each([
    [PARTS, "5", ["编制有年度方案=是", "少于要求的份数=2", "发现弄虚作假=否"], 4],
    [PARTS, "5", ["编制有年度方案=1", "少于要求的份数=9", "发现弄虚作假=0"], 2],
    [PARTS, "5", ["编制有年度方案=1", "少于要求的份数=0", "发现弄虚作假=1"], 0],
    [PARTS, "5", ["编制有年度方案=1", "少于要求的份数=0", "没有“发现弄虚作假”的情形=1"], 5],
    ["资金到位率×3分；到位及时的得2分，未及时到位的不得分。", "5", ["资金 到位率=80%", "到位及时=是"], 4.4],
    ["优得5分，良得3分，差不得分", "5", ["档次=良"], 3],
    ["优得5分，良得3分，差不得分", "5", ["档次=3"], 0],
    ["未编制年度计划的，本项不得分；①任务分解到人，得1分；②时限明确，得3分。", "4", ["未编制年度计划=是", "任务分解到人=是", "时限明确=是"], 0],
    ["具备要素①、②的，各得指标分值的35%；具备要素③的，得指标分值的30%。", "6", ["要素①=1", "要素②=0", "要素③=1"], 3.9],
    ["≤100%得5分，每超过1个百分点扣0.5分", "5", ["指标值=101.5%", "partialSteps=started"], 4],
  ] as const)("%s (%s) %s", async (text, full, given, score) => {
    expect((await described(text, full, ...sets(...given))).score).toBe(score);
  }); // prettier-ignore

  it("[L26] --explanation: elements of the neighbouring cell are asked by their own words", async () => {
    const elements = "①目标清楚；②路径可行；③责任到人。";
    const text = "具备一个要素得2分。";
    const given = ["--explanation", elements, ...sets("目标清楚=是", "路径可行=否", "责任到人=是")];
    expect((await described(text, "6", ...given)).score).toBe(4);
    expect((await run(["rule", "--text", text, "--full", "6", "--explanation", ""])).status).toBe(1);
  });

  it("says what is wanting for a score", async () => {
    const { score, missing } = await described(PARTS, "5", ...sets("编制有年度方案=1"));
    expect(score).toBeNull();
    expect(missing).toEqual(["少于要求的份数", "没有“发现弄虚作假”的情形"]);
  });

  test.each([
    [["到位率=1"], /不用“到位率”；它用到：编制有年度方案、少于要求的份数、没有“发现弄虚作假”的情形/],
    [["编制有年度方案=2"], /“编制有年度方案”不能是“2”/],
    [["少于要求的份数=1.5"], /不能是“1.5”/],
    [["编制有年度方案=1", "编制有年度方案=0"], /两个不同的值/],
  ])("%s ends with one line", async (given, line) => {
    const { status, err, out } = await run(["rule", "--text", PARTS, "--full", "5", ...sets(...given)]);
    expect([status, out]).toEqual([2, ""]);
    expect(err).toMatch(line);
  });
});

describe("[K9] what rule tells of a standard", () => {
  it("inputs with what asks for them, parts with their marks, printed effects", async () => {
    const { inputs, parts, effects } = await described(PARTS, "5");
    expect(inputs.map(({ name, gate, from }) => [name, gate, from])).toEqual([
      ["编制有年度方案", false, "person"],
      ["少于要求的份数", false, "person"],
      ["没有“发现弄虚作假”的情形", true, "person"],
    ]);
    expect(parts.map(({ mark, kind }) => [mark, kind])).toEqual([[2, "binary"], [3, "events"]]); // prettier-ignore
    expect(effects.at(-1)).toMatchObject({ text: "发现弄虚作假的，本项得0分", scope: "whole", effect: "zero" });
  });

  it("a tree on one line", async () => {
    const { out } = await run(["rule", "--text", PARTS, "--full", "5", "--format", "tree"]);
    expect(out).toBe(
      "gate[没有“发现弄虚作假”的情形] sum{ if[编制有年度方案] 2 ; 3 - 0.5*count[少于要求的份数] floor 0 }\n",
    );
  });

  it("text for a person, JSON when piped or asked for", async () => {
    const line = ["rule", "--text", "≥90%得5分，其余不得分", "--full", "5"];
    const seen = { outIsTerminal: true };
    expect((await run(line, new Map(), seen)).out).toMatch(/^类型 {2}bands\n/);
    expect((await run(line)).out).toMatch(/^\{/);
    expect((await run([...line, "--format", "json"], new Map(), seen)).out).toMatch(/^\{/);
    expect((await run([...line, "--format", "sarif"])).status).toBe(2);
  });
});
