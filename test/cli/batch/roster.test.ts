import { buildWorkbook } from "../../support/build-workbook";
import { run } from "../memory-terminal";

type Rows = readonly (readonly (string | number | null)[])[];

const book = (rows: Rows, before: readonly { readonly name: string; readonly rows: Rows }[] = []): Uint8Array =>
  buildWorkbook({ sheets: [...before, { name: "名单", rows }].map((sheet) => ({ ...sheet, rows: sheet.rows.map((row) => [...row]) })) }); // prettier-ignore

/** A report of a unit; without a name it states none. */
const report = (unit: string | null): Uint8Array =>
  book([
    ["2023年度项目支出绩效自评表"],
    [unit === null ? null : `单位名称：${unit}`],
    ["一级指标", "三级指标", "分值", "自评得分"],
    ["产出", "项目完成率", 20, 20],
    ["合计", null, 20, 20],
  ]);

const HEADED: Rows = [["报送单位名单"], ["序号", "单位名称", "联系人"], [1, "教育局", "张"], [2, "卫健局", "李"], [3, "县教育局", "王"], ["合计", "", ""]]; // prettier-ignore

interface Roster {
  readonly expected: readonly string[];
  readonly filed: readonly { readonly name: string; readonly files: readonly string[] }[];
  readonly missing: readonly string[];
  readonly unknown: readonly string[];
}

async function rosterOf(list: Rows, files: Readonly<Record<string, Uint8Array>>): Promise<Roster> {
  const all = new Map([["报送/名单.xlsx", book(list)], ...Object.entries(files).map(([name, bytes]) => [`报送/${name}`, bytes] as const)]); // prettier-ignore
  const { out, err } = await run(["batch", "报送", "--roster", "报送/名单.xlsx", "--format", "json"], all);
  expect(err).toBe("");
  return (JSON.parse(out) as { readonly roster: Roster }).roster;
}

describe("[Y13] batch --roster", () => {
  it("tells who reported, who did not, and which files are nobody's", async () => {
    const found = await rosterOf(HEADED, {
      "一.xlsx": report("教育局"),
      "县教育局自评表.xlsx": report(null),
      "三.xlsx": report("水务局"),
    });
    expect(found).toEqual({
      expected: ["教育局", "卫健局", "县教育局"],
      filed: [
        { name: "教育局", files: ["报送/一.xlsx"] },
        { name: "县教育局", files: ["报送/县教育局自评表.xlsx"] },
      ],
      missing: ["卫健局"],
      unknown: ["报送/三.xlsx"],
    });
  });

  it("a file that can not be read has still been filed by the unit that its name says", async () => {
    const { filed, missing } = await rosterOf(HEADED, { "卫健局.xlsx": new Uint8Array([1, 2]) });
    expect(filed.map(({ name }) => name)).toEqual(["卫健局"]);
    expect(missing).toEqual(["教育局", "县教育局"]);
  });

  it.each<[string, Rows, readonly string[]]>([
    ["below a head", HEADED, ["教育局", "卫健局", "县教育局"]],
    ["under 部门, with blank rows and one twice", [["部门"], ["教育局"], [null], ["教 育局"], ["卫健局"]], ["教育局", "卫健局"]],
    ["in a first column without a head", [["教育局"], ["卫健局"]], ["教育局", "卫健局"]],
    ["behind serial numbers", [[1, "教育局"], [2, "卫健局"]], ["教育局", "卫健局"]],
    ["beside the departments above them", [["主管部门", "单位名称"], ["教育局", "一中"], ["教育局", "二中"]], ["一中", "二中"]],
    ["in two lists side by side", [["单位名称", "联系人", "单位名称"], ["教育局", "张", "卫健局"], ["水务局", "李", null]], ["教育局", "水务局", "卫健局"]],
  ])("names stand %s", async (_, list, expected) => {
    expect((await rosterOf(list, { "一.xlsx": report(null) })).expected).toEqual(expected);
  }); // prettier-ignore

  it("a sheet of words before the list names nobody", async () => {
    const cover = { name: "说明", rows: [["请各单位按时报送"], ["逾期将通报"]] };
    const files = new Map([["名单.xlsx", book(HEADED, [cover])], ["一.xlsx", report("教育局")]]); // prettier-ignore
    const { out } = await run(["batch", "一.xlsx", "--roster", "名单.xlsx", "--format", "json"], files);
    expect((JSON.parse(out) as { readonly roster: Roster }).roster.expected).toEqual(["教育局", "卫健局", "县教育局"]);
  });

  it("a file whose table states a unit that is not on the list is nobody's, whatever its name holds", async () => {
    const { filed, missing, unknown } = await rosterOf(HEADED, { "县教育局幼儿园自评.xlsx": report("县教育局幼儿园") });
    expect([filed, unknown]).toEqual([[], ["报送/县教育局幼儿园自评.xlsx"]]);
    expect(missing).toContain("县教育局");
  });

  it("a list without a name is refused in one line", async () => {
    const files = new Map([["名单.xlsx", book([[1], [2]])], ["一.xlsx", report(null)]]); // prettier-ignore
    const { status, out, err } = await run(["batch", "一.xlsx", "--roster", "名单.xlsx"], files);
    expect([status, out]).toEqual([2, ""]);
    expect(err).toContain("名单里没有找到单位名称");
  });

  it("stands in the text and on a sheet of the summary", async () => {
    const files = new Map([["名单.xlsx", book(HEADED)], ["一.xlsx", report("教育局")]]); // prettier-ignore
    const { out } = await run(["batch", "一.xlsx", "--roster", "名单.xlsx", "-o", "汇总.xlsx"], files);
    expect(out).toContain("应报 3 · 已报 1 · 未报 2 · 不在名单上的文件 0");
    expect(out).toContain("未报 2\n  卫健局\n  县教育局");
  });
});
