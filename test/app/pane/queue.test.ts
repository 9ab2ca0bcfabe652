import type { QueueItem, QueueKind } from "../../../src/app/pane/queue-item";
import { groupsOf, itemBefore, nextItem, toDo } from "../../../src/app/pane/queue";
import { keptOrder, type Done } from "../../../src/app/pane/kept-order";
import { linesOf } from "../../../src/app/pane/queue-lines";
import { exactFromDouble } from "../../../src/core/model/exact";
import { buildWorkbook } from "../../support/build-workbook";
import { opened, workbook, HESHAN } from "../../ui/pane-fixture";

const item = (kind: QueueKind, key: string, stake = 0, more: Partial<QueueItem> = {}): QueueItem => ({
  key,
  kind,
  table: "t1",
  at: null,
  cell: key,
  name: key,
  path: [key],
  index: null,
  fact: { is: "none" },
  stake: exactFromDouble(stake),
  marks: String(stake),
  severity: "error",
  findings: [],
  others: [],
  ...more,
});

const keys = (items: readonly QueueItem[]): readonly string[] => items.map(({ key }) => key);

describe("[U2] 待办 of real tables", () => {
  it.each([
    [HESHAN, "unexplained", "D23"],
    ["project-2020-unexplained-deductions.xlsx", "unscored", "I13"],
  ] as const)("%s: the first item is of kind %s, at %s", async (name, kind, cell) => {
    const { store } = await opened({}, workbook(name));
    expect(store.getState().queue[0]).toMatchObject({ kind, cell });
  });

  it.each(["heshan-2021-self-evaluation.xlsx", "department-2018-with-base-data.xlsx", "project-2020-unscored.xlsx"])(
    "%s: every finding that is not waived is in exactly one item",
    async (name) => {
      const pane = await opened({}, workbook(name));
      const { queue, phase } = pane.store.getState();
      const shown = queue.flatMap(({ findings }) => findings.map(({ fingerprint }) => fingerprint));
      const all = phase.status === "ready" ? phase.reviewed.findings.map(({ fingerprint }) => fingerprint) : [];
      expect([...shown].sort()).toEqual([...all].sort());
    },
  );

  it("a wrong total, a wrong score, a missing score, a missing reason and missing data come in this order", async () => {
    const rule = "每发生一起扣1分，扣完为止。";
    const rows = [
      ["一级指标", "三级指标", "分值", "指标说明", "评分标准", "自评得分", "扣分原因"],
      ["投入", "在职人员控制率", 5, "在职人员控制率=（在职人员数/编制数）×100%", null, 5, null],
      ["效果", "群众投诉", 10, null, rule, 8, null],
      ["效果", "满意度", 5, null, null, null, null],
      ["合计", null, 20, null, null, 20, null],
    ];
    const { store } = await opened({}, buildWorkbook({ sheets: [{ name: "表", rows }] }));
    const kinds = groupsOf(toDo(store.getState().queue)).map(({ kind }) => kind);
    expect(kinds).toEqual(["table", "unscored", "unexplained", "lacking"]);
  });
});

describe("the order of 待办", () => {
  const list = [item("differs", "a", 4), item("unexplained", "b", 1), item("hint", "c")];
  const nothing = (): boolean => false;

  it.each([
    [null, "a"],
    ["a", "b"],
    ["b", "a"],
  ])("after %s comes %s, round and round, and a hint is never next", (from, next) => {
    expect(nextItem(list, from, nothing)?.key).toBe(next);
  });

  it("what is done is passed over, and after the last there is nothing", () => {
    expect(nextItem(list, null, ({ key }) => key === "a")?.key).toBe("b");
    expect(nextItem(list, "b", () => true)).toBeNull();
  });

  it("before the first comes the last", () => {
    expect([itemBefore(list, "b")?.key, itemBefore(list, "a")?.key]).toEqual(["a", "c"]);
  });

  it("[U3] after a save nothing moves: what is done stays, what was solved beside it goes, what is new ends its kind", () => {
    const fresh = [item("differs", "d", 9), item("unexplained", "b", 1), item("hint", "c")];
    const done = new Map<string, Done>([["a", { cell: "G1", isSaving: false }]]);
    expect(keys(keptOrder(list, fresh, done))).toEqual(["a", "d", "b", "c"]);
    expect(keys(keptOrder(list, fresh, new Map()))).toEqual(["d", "b", "c"]);
  });
});

describe("the lines of the list", () => {
  const source = {
    items: [item("differs", "a", 4), item("unexplained", "b", 1), item("hint", "c")],
    filter: null,
    turned: new Set<string>(),
    open: null,
  };
  const shape = (lines: ReturnType<typeof linesOf>): readonly string[] =>
    lines.map((line) => (line.is === "row" ? line.item.key : line.is === "head" ? `[${line.group.kind}]` : line.is));

  it("hints are folded until they are asked for", () => {
    expect(shape(linesOf({ ...source, tables: ["t1"] }))).toEqual(["[differs]", "a", "[unexplained]", "b", "[hint]"]);
    expect(shape(linesOf({ ...source, tables: ["t1"], filter: "hint" }))).toEqual(["[hint]", "c"]);
  });

  it("[U2] of several tables each shows its gravest kind, and one line for the rest", () => {
    const items = [...source.items, item("lacking", "x", 1, { table: "t2" })];
    expect(shape(linesOf({ ...source, items, tables: ["t1", "t2"] }))).toEqual([
      "table",
      "[differs]",
      "a",
      "rest",
      "table",
      "[lacking]",
      "x",
    ]);
  });

  it("what is open is never folded away", () => {
    expect(shape(linesOf({ ...source, tables: ["t1"], open: "c" }))).toContain("c");
  });
});
