import type { DataRow } from "../../../src/app/pane/data-row";
import { isPlainNumber, pasted } from "../../../src/app/pane/paste";

const row = (label: string, more: Partial<DataRow> = {}): DataRow => ({
  label,
  shown: label,
  unit: null,
  scope: null,
  alsoUsedBy: [],
  options: [],
  yesNo: false,
  value: null,
  from: "none",
  at: null,
  cell: null,
  typedInSheet: false,
  noteAt: null,
  isNeeded: true,
  offers: [],
  ...more,
});

const ROWS = [
  row("在职人员数"),
  row("编制数", { value: "77", from: "linked" }),
  row("“三公经费”总额"),
  row("是否公开", { options: ["是", "否"] }),
];

const told = (from: string, text: string) => {
  const { filled, refused, unknown } = pasted(ROWS, from, text, isPlainNumber);
  return { filled: filled.map(({ row: { label }, text: value }) => `${label} ${value}`), refused, unknown };
};

describe("[U4] what is pasted into 数据", () => {
  it.each([
    [
      "a column fills downwards, past what stands in the unit's own cells",
      "在职人员数",
      "69\n48.30\n是\n",
      ["在职人员数 69", "“三公经费”总额 48.30", "是否公开 是"],
      [],
      [],
    ],
    [
      "from the field it was pasted into",
      "“三公经费”总额",
      "48.30\n否",
      ["“三公经费”总额 48.30", "是否公开 否"],
      [],
      [],
    ],
    ["a blank line leaves its field as it is", "在职人员数", "\n48.30", ["“三公经费”总额 48.30"], [], []],
    [
      "what is no number, or no choice, is named",
      "在职人员数",
      "六十九\n48.30\n大概",
      ["“三公经费”总额 48.30"],
      ["六十九", "大概"],
      [],
    ],
    ["what is too much is named", "是否公开", "是\n7", ["是否公开 是"], [], ["7"]],
    [
      "two columns go by name, in any order and with any quotes",
      "在职人员数",
      "三公经费总额\t48.30\n在职人员数\t69",
      ["“三公经费”总额 48.30", "在职人员数 69"],
      [],
      [],
    ],
    ["a name that nothing has is named", "在职人员数", "在职人员数\t69\n车辆数\t3", ["在职人员数 69"], [], ["车辆数"]],
    [
      "lines of Windows, and a thousand's comma",
      "在职人员数",
      "1,069\r\n95%\r\n",
      ["在职人员数 1,069", "“三公经费”总额 95%"],
      [],
      [],
    ],
  ] as const)("%s", (_, from, text, filled, refused, unknown) => {
    expect(told(from, text)).toEqual({ filled, refused, unknown });
  });

  const TWICE = [
    row("次数（例会）", { shown: "次数" }),
    row("次数（培训）", { shown: "次数" }),
    row("次数"),
    row("车辆数（甲）", { shown: "车辆数" }),
    row("车辆数（乙）", { shown: "车辆数" }),
  ];

  it.each([
    ["a whole name goes before the short one that two others show", "次数\t3", ["次数 3"], []],
    ["a short name that two rows show fills neither", "车辆数\t3", [], ["车辆数"]],
    ["a whole name finds its own row", "车辆数（乙）\t3", ["车辆数（乙） 3"], []],
  ] as const)("%s", (_, text, filled, ambiguous) => {
    const found = pasted(TWICE, "次数", text, isPlainNumber);
    expect(found.filled.map(({ row: { label }, text: value }) => `${label} ${value}`)).toEqual(filled);
    expect([found.ambiguous, found.unknown]).toEqual([ambiguous, []]);
  });

  it.each([
    ["69", true],
    ["１２．５", true],
    ["95%", true],
    ["1,200", true],
    ["12,00", false],
    ["", false],
    ["-", false],
    ["6 9", false],
  ])("%s is a number: %s", (text, is) => {
    expect(isPlainNumber(text)).toBe(is);
  });
});
