import { review } from "../../../src/core/review";
import { decimalText } from "../../../src/core/model/exact";
import { gridBook, LEFT, UP, type GridRow } from "../../support/grid";

const HEADER: GridRow = ["一级指标", "二级指标", "三级指标", "评分标准", "分值", "得分"];
const REST: GridRow = ["产出", "数量", "培训场次", "", 80, 80];
const total = (mark: number, score: number): GridRow => ["合计", LEFT, LEFT, "", mark, score];

/** Whole mark, typed score, and what is said of marks and scores. */
function came(rows: readonly GridRow[]): string {
  const { tables, findings } = review(gridBook([HEADER, ...rows]));
  const { totals } = tables[0] ?? {};
  const codes = findings.map(({ code }) => code).filter((code) => /^(?:score|full-mark|total|level|cell|justif)/.test(code));
  const [whole, score] = [totals?.fullMark, totals?.score].map((one) => (one ? decimalText(one, 2) : "-"));
  return [`${whole ?? ""}/${score ?? ""}`, ...codes].join(" ");
} // prettier-ignore

describe("[R27] indicators of which one is chosen", () => {
  const choice = "二者择其一进行考核，按完成比例计分";
  it.each<[string, readonly GridRow[], string]>([
    ["merged mark and score", [["过程", "结转", "结余率", choice, 20, 20], ["", "", "结余变动率", UP, UP, UP], REST, total(100, 100)], "100/100"],
    ["the mark in both rows, one scored", [["过程", "结转", "结余率", choice, 20, 20], ["", "", "结余变动率", choice, 20, ""], REST, total(100, 100)], "100/100"],
    ["the other one scored, the first struck out", [["过程", "结转", "结余率", choice, 20, "—"], ["", "", "结余变动率", choice, 20, 18], REST, total(100, 98)], "100/98 justification-missing"],
    ["the mark in the first row alone", [["过程", "结转", "结余率", "任选其一考核", 20, 20], ["", "", "结余变动率", "", "", ""], REST, total(100, 100)], "100/100"],
    ["said in the second level's name", [["过程", "结转（二选一）", "结余率", "", 20, ""], ["", "", "结余变动率", "", 20, 20], REST, total(100, 100)], "100/100"],
    ["a level with the mark once", [["过程", "结转（两项选一项）（20分）", "结余率", "", 20, 20], ["", "", "结余变动率", "", 20, ""], REST, total(100, 100)], "100/100"],
    ["one of three", [["过程", "结转", "结余率", "三选一", 20, ""], ["", "", "结余变动率", "三选一", 20, 20], ["", "", "结余控制率", "三选一", 20, ""], REST, total(100, 100)], "100/100"],
    ["或 before the second name", [["产出", "数量", "新建里程", "", 20, 20], ["", "", "或：改建里程", "", 20, ""], REST, total(100, 100)], "100/100"],
    ["或 behind the first name", [["产出", "数量", "新建里程或", "", 20, ""], ["", "", "改建里程", "", 20, 20], REST, total(100, 100)], "100/100"],
    ["或有负债 is a name", [["产出", "数量", "债务化解", "", 10, 10], ["", "", "或有负债化解", "", 10, ""], REST, total(100, 90)], "100/90 score-missing"],
    ["levels beside each other say so", [["效益", "经济效益（选填其一）", "增收", "", 20, ""], ["", "社会效益（选填其一）", "投诉", "", 20, 20], REST, total(100, 100)], "100/100"],
    ["a note below names the levels", [["效益", "经济效益", "增收", "", 20, ""], ["", "社会效益", "投诉", "", 20, 20], ["", "生态效益", "绿化", "", 20, ""], REST, total(100, 100), ["注：经济效益、社会效益、生态效益三选一填写。"]], "100/100"],
    ["a note within the table names one level", [["产出", "质量指标", "新建里程", "", 20, 20], ["", "", "改建里程", "", 20, ""], REST, ["注：质量指标任选其一填报"], total(100, 100)], "100/100"],
    ["a note names the indicators", [["产出", "数量", "新建里程", "", 20, "—"], ["", "", "改建里程", "", 20, 20], REST, total(100, 100), ["说明：1.由单位填写。2.新建里程和改建里程两项任选一项填报，不重复计分。"]], "100/100"],
    ["a note that names others", [["产出", "数量", "新建里程", "", 10, 10], ["", "", "改建里程", "", 10, ""], REST, total(100, 90), ["注：质量指标任选其一填报"]], "100/90 score-missing"],
    ["none scored yet", [["过程", "结转", "结余率", choice, 20, ""], ["", "", "结余变动率", choice, 20, ""], REST, total(100, 80)], "100/80 score-missing"],
    ["both scored: more than the mark", [["过程", "结转", "结余率", choice, 20, 15], ["", "", "结余变动率", choice, 20, 15], REST, total(100, 110)], "100/110 score-over-full"],
    // the options of one indicator are no choice between indicators: both marks count in the total
    ["options within each indicator", [["过程", "制度", "制度健全性", "具备以下之一，任选其一得满分", 20, 20], ["", "", "制度有效性", "具备以下之一，任选其一得满分", 20, 20], ["产出", "数量", "培训场次", "", 60, 60], total(100, 100)], "100/100"],
    ["indicators of two levels", [["过程", "结转", "结余率", choice, 20, 20], ["过程", "资产", "利用率", choice, 20, 20], ["产出", "数量", "培训场次", "", 60, 60], total(100, 100)], "100/100"],
  ])("%s", (_, rows, wanted) => expect(came(rows)).toBe(wanted)); // prettier-ignore

  it("the mark that stands again is known, not open", () => {
    const rows = [HEADER, ["过程", "结转", "结余率", choice, 20, 20], ["", "", "结余变动率", choice, 20, ""], REST];
    const ledger = review(gridBook(rows)).ledger.tables[0]?.cells;
    expect(ledger?.notUnderstood).toEqual([]);
    expect(ledger?.unused.map(({ why }) => why)).toContain("statedTwice");
  });
});

describe("[R27] a note of a choice", () => {
  const rows = (first: number | string, second: number | string, whole: number, note: string): readonly GridRow[] => [
    HEADER,
    ["产出", "质量", "非遗类好评率", "", 20, first],
    ["", "", "文物类完好率", "", 20, second],
    REST,
    ["合计", LEFT, LEFT, "", whole, ""],
    [note],
  ];
  const found = (...args: Parameters<typeof rows>): readonly string[] =>
    review(gridBook(rows(...args))).findings.flatMap(({ code, data }) =>
      code === "choice-not-applied" ? [data.names.join("、")] : code === "full-mark-total" ? [code] : [],
    );

  it.each([
    "注：质量指标按项目性质只选一项评价。",
    "注：非遗类好评率、文物类完好率只填报一项",
    "说明：质量指标从中选一项考核",
    "注：质量指标选择其中一项计分；其余不填",
  ])("%s the mark counts once where one row alone is scored, and nothing more is said", (note) => {
    expect(found(20, "", 100, note)).toEqual([]);
  });

  it.each<[string, string, string]>([
    ["names the level", "注：质量指标只选一项评价", "非遗类好评率、文物类完好率"],
    ["names the indicators", "注：非遗类好评率与文物类完好率二者择其一", "非遗类好评率、文物类完好率"],
    ["names none of them", "注：带星号的指标任选其一填报", ""],
  ])("that %s and that nothing bears out is told", (_, note, names) => {
    expect(found(20, 20, 120, note)).toEqual([names]);
  });

  it.each(["注：在优、良、中、差中任选一项打√", "注：质量指标由专家评定"])(
    "%s speaks of no choice between indicators",
    (note) => {
      expect(found(20, 20, 120, note)).toEqual([]);
    },
  );
});
