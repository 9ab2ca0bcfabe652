import { planReview } from "../../src/core/plan/plan-review";
import type { CellWrite, PlanStep, WritePlan } from "../../src/core/workbook/write-plan";
import type { WorkbookSnapshot } from "../../src/core/workbook/snapshot";
import { review } from "../../src/core/review";
import type { HostFailure } from "../../src/host/port";
import { createXlsxHost } from "../../src/host/xlsx/xlsx-host";
import { buildWorkbook } from "../support/build-workbook";
import { comparable } from "./comparable";
import { failureOf, HOSTS, readFrom, snapshotOf, writeTo, type OpenedHost } from "./hosts";
import { pinnedWorkbook, protectedWorkbook, REAL_TABLES, REFERENCE, richWorkbook } from "./workbooks";

const ZH = { lang: "zh" } as const;
const rect = (top: number, left: number, bottom: number, right: number) => ({ top, left, bottom, right });
const steps = (...all: readonly PlanStep[]): WritePlan => ({ guards: [], steps: all });
const put = (sheet: string, cells: readonly CellWrite[]): WritePlan => steps({ do: "putCells", sheet, cells });

const NAMED = buildWorkbook({
  sheets: [{ name: "数据", cells: { C3: 77 } }],
  names: [{ name: "编制数", refersTo: "'数据'!$C$3" }],
});

/** What a host can not tell of a workbook: the review says so, and its record too. */
type Untold = Pick<WorkbookSnapshot, "unseen" | "date1904" | "precisionAsDisplayed">;

const untoldBy = ({ unseen, date1904, precisionAsDisplayed }: WorkbookSnapshot): Untold => ({
  date1904,
  ...(unseen && { unseen }),
  ...(precisionAsDisplayed !== undefined && { precisionAsDisplayed }),
});

/**
 * What its file tells of a real table, as far as the host tells it too, and what the file holds when the plan that
 * follows was written into it; worked out once.
 */
const expectations = new Map<string, ReturnType<typeof expected>>();
const expectedOf = (name: string, bytes: Uint8Array, untold: Untold): ReturnType<typeof expected> => {
  const key = `${name} ${JSON.stringify(untold)}`;
  const known = expectations.get(key) ?? expected(bytes, untold);
  expectations.set(key, known);
  return known;
};

async function expected(bytes: Uint8Array, untold: Untold) {
  const own = createXlsxHost(bytes);
  const before = { ...(await readFrom(own)), ...untold };
  const { findings } = review(before);
  const { plan } = planReview(before, review(before), ZH);
  await writeTo(own, plan);
  return { before: comparable(before), findings, plan, after: comparable(await readFrom(own)) };
}

/**
 * What tells editions of Excel apart is asked of each below; of the real tables the two older ones take half each, since
 * they are read and written by the same calls (`PINGHE_CONTRACT_FULL=1`: all).
 */
function realTablesOf(host: string): typeof REAL_TABLES {
  const half = { "Excel 2021": 0, "Excel 2024": 1 }[host];
  if (half === undefined || process.env.PINGHE_CONTRACT_FULL === "1") return REAL_TABLES;
  return REAL_TABLES.filter((_, index) => index % 2 === half);
}

describe.each(HOSTS)("%s", (hostName, open) => {
  let opened: OpenedHost | null = null;
  const host = async (bytes: Uint8Array) => (opened = await open(bytes)).host;
  afterEach(() => {
    opened?.close();
    opened = null;
  });

  describe.each(realTablesOf(hostName))("$name", ({ name, bytes }) => {
    it("[W1][H11] gives the snapshot that its file gives, the findings and the plan that follow", async () => {
      const book = await readFrom(await host(bytes));
      const expected = await expectedOf(name, bytes, untoldBy(book));
      const reviewed = review(book);
      expect(comparable(book)).toEqual(expected.before);
      expect(reviewed.findings).toEqual(expected.findings);
      expect(planReview(book, reviewed, ZH).plan).toEqual(expected.plan);
    });

    it("[H5] holds what a plan says, needs no second one, and is as before when it is taken back", async () => {
      const own = await host(bytes);
      const before = await readFrom(own);
      const receipt = await writeTo(own, planReview(before, review(before), ZH).plan);
      const after = await readFrom(own);
      expect(comparable(after)).toEqual((await expectedOf(name, bytes, untoldBy(before))).after);
      expect(planReview(after, review(after), ZH).plan.steps).toEqual([]);
      await writeTo(own, receipt.inverse);
      expect(comparable(await readFrom(own))).toEqual(comparable(before));
    });
  });

  it("[W1][H11] tells formulas, errors, texts, merges, hidden parts, names, rules and print areas alike", async () => {
    const bytes = await richWorkbook();
    expect(comparable(await readFrom(await host(bytes)))).toEqual(comparable(await snapshotOf(bytes)));
  });

  it("[W1][W40][H13] tells what is struck through, notes, threads, drawings and tables, or that it did not look", async () => {
    const book = await readFrom(await host(pinnedWorkbook()));
    const [sheet] = book.sheets;
    const note = { row: 1, column: 2, text: "两场改期" };
    const thread = { row: 2, column: 2, text: "请说明缺勤\n已附名单" };
    expect(sheet?.notes).toEqual(book.unseen?.includes("notes") ? [thread] : [note, thread]);
    expect(sheet?.drawings).toEqual([
      { kind: "text", area: rect(1, 4, 2, 6), text: "因疫情改期\n已补做" },
      { kind: "picture", area: rect(3, 4, 3, 4), text: "" },
    ]);
    expect(sheet?.tables).toEqual([
      { name: "得分表", range: rect(0, 0, 3, 2), hasHeader: true, hasTotals: true, columns: ["指标", "分值", "得分"] },
    ]);
    expect(sheet?.held?.filter(({ by }) => by === "drawing")).toHaveLength(3);
    expect(sheet?.cells.filter(({ unstruck }) => unstruck === "").map(({ value }) => value)).toEqual(["出勤率"]);
    expect(book.sheets[1]?.notes).toBeUndefined();
  });

  it("[W1][H6] tells which cells of a protected sheet may be edited", async () => {
    const bytes = protectedWorkbook();
    const book = await readFrom(await host(bytes));
    expect(book.sheets[0]).toMatchObject({ protected: true, unlocked: [rect(0, 2, 1, 2)] });
  });

  it("[H4] puts text that looks like something else as text", async () => {
    const texts = [
      "=1+1",
      "10",
      "1-2",
      "3/4",
      "50%",
      "TRUE",
      "#N/A",
      "2021年3月5日",
      "'引",
      "@",
      "+",
      "-",
      "１",
      "1e3",
      " 5",
      "三",
      "无",
    ];
    const own = await host(REFERENCE);
    await writeTo(
      own,
      put(
        "自评指标计分表",
        texts.map((text, row) => ({ row, column: 10, expect: { value: null }, content: { type: "text", text } })),
      ),
    );
    const { cells } = (await readFrom(own)).sheets[0] ?? { cells: [] };
    expect(cells.filter(({ column }) => column === 10).map(({ value, formula }) => formula ?? value)).toEqual(texts);
  });

  it("[H4] a cell formatted as text takes texts as they are and numbers as numbers, and keeps its format", async () => {
    const own = await host(REFERENCE);
    const sheet = "自评指标计分表";
    const contents: readonly CellWrite["content"][] = [
      { type: "text", text: "2021年调整预算" },
      { type: "text", text: "=1+1" },
      { type: "text", text: "'引" },
      { type: "number", number: 4.5 },
    ];
    const at = (row: number) => ({ row, column: 10, expect: { value: null } }) as const;
    const style = { numberFormat: "@" };
    await writeTo(
      own,
      put(
        sheet,
        contents.map((_, row) => ({ ...at(row), content: { type: "blank" }, style })),
      ),
    );
    const { inverse } = await writeTo(
      own,
      put(
        sheet,
        contents.map((content, row) => ({ ...at(row), content })),
      ),
    );
    const read = async () => (await readFrom(own)).sheets[0]?.cells.filter(({ column }) => column === 10) ?? [];
    expect((await read()).map(({ value, numberFormat }) => [value, numberFormat])).toEqual([
      ["2021年调整预算", "@"],
      ["=1+1", "@"],
      ["'引", "@"],
      [4.5, "@"],
    ]);
    await writeTo(own, inverse);
    expect(await read()).toEqual([]);
  });

  it("[H4] a formula in a cell formatted as text is a formula", async () => {
    const own = await host(REFERENCE);
    const sheet = "自评指标计分表";
    const at = { row: 3, column: 10, expect: { value: null } } as const;
    await writeTo(own, put(sheet, [{ ...at, content: { type: "blank" }, style: { numberFormat: "@" } }]));
    await writeTo(own, put(sheet, [{ ...at, content: { type: "formula", formula: "=6*7" } }]));
    const { cells } = (await readFrom(own)).sheets[0] ?? { cells: [] };
    expect(cells.find(({ column }) => column === 10)).toEqual({
      row: 3,
      column: 10,
      value: 42,
      formula: "=6*7",
      numberFormat: "@",
    });
  });

  const locked = protectedWorkbook();
  it.each<[string, Uint8Array, WritePlan, Partial<HostFailure>]>([
    [
      "stale, where a guard does not hold",
      REFERENCE,
      { guards: [{ at: { sheet: "自评指标计分表", row: 4, column: 3 }, expect: { value: 4 } }], steps: [] },
      { kind: "stale", differences: [{ at: { sheet: "自评指标计分表", row: 4, column: 3 }, expected: 4, found: 5 }] },
    ],
    [
      "stale, where a cell is not as the plan expects",
      REFERENCE,
      put("自评指标计分表", [{ row: 4, column: 3, expect: { value: null }, content: { type: "number", number: 1 } }]),
      {
        kind: "stale",
        differences: [{ at: { sheet: "自评指标计分表", row: 4, column: 3 }, expected: null, found: 5 }],
      },
    ],
    [
      "protected, with the locked cells and no others",
      locked,
      put("评分表", [
        { row: 0, column: 0, expect: { value: "得分" }, content: { type: "text", text: "分" } },
        { row: 0, column: 2, expect: { value: 5 }, content: { type: "number", number: 4 } },
      ]),
      { kind: "protected", sheet: "评分表", cells: [{ sheet: "评分表", row: 0, column: 0 }] },
    ],
    [
      "sheet-missing",
      REFERENCE,
      put("没有", [{ row: 0, column: 0, expect: { value: null }, content: { type: "blank" } }]),
      { kind: "sheet-missing", sheet: "没有" },
    ],
    [
      "name-conflict, where a name is there already",
      NAMED,
      steps({ do: "defineName", name: "编制数", scope: null, refersTo: "1", hidden: false, expect: null }),
      { kind: "name-conflict", name: "编制数" },
    ],
    [
      "name-conflict, where a sheet is there already",
      REFERENCE,
      steps({ do: "addSheet", sheet: "自评指标计分表", after: null }),
      { kind: "name-conflict" },
    ],
    [
      "unsupported, for a cell that a merged one hides",
      REFERENCE,
      put("自评指标计分表", [{ row: 0, column: 2, expect: { value: null }, content: { type: "number", number: 1 } }]),
      { kind: "unsupported" },
    ],
    [
      "workbook-protected",
      protectedWorkbook(true),
      steps({ do: "addSheet", sheet: "核验记录", after: null }),
      { kind: "workbook-protected" },
    ],
    [
      "unsupported, for a sheet's name that is none",
      REFERENCE,
      steps({ do: "addSheet", sheet: "a/b", after: null }),
      { kind: "unsupported" },
    ],
  ])("[H3] refuses and writes nothing: %s", async (_name, bytes, plan, failure) => {
    const own = await host(bytes);
    const before = await readFrom(own);
    expect(await failureOf(own, plan)).toMatchObject(failure);
    expect(await readFrom(own)).toEqual(before);
  });

  it("[H5] an added sheet on which somebody has typed since is not taken back, and the cell is told", async () => {
    const own = await host(NAMED);
    const cell = (column: number, text: string): CellWrite =>
      ({ row: 0, column, expect: { value: null }, content: { type: "text", text } }) as const;
    const added = steps(
      { do: "addSheet", sheet: "核验记录", after: null },
      { do: "putCells", sheet: "核验记录", cells: [cell(0, "核验记录")] },
    );
    const { inverse } = await writeTo(own, added);
    await writeTo(own, put("核验记录", [cell(4, "已与人事处核对")]));
    const before = await readFrom(own);
    expect(await failureOf(own, inverse)).toEqual({
      kind: "stale",
      differences: [{ at: { sheet: "核验记录", row: 0, column: 4 }, expected: null, found: "已与人事处核对" }],
    });
    expect(await readFrom(own)).toEqual(before);
  });

  it("[H6] an unlocked cell of a protected sheet can be written, and taken back", async () => {
    const own = await host(locked);
    const before = await readFrom(own);
    const { inverse } = await writeTo(
      own,
      put("评分表", [{ row: 0, column: 2, expect: { value: 5 }, content: { type: "number", number: 4 } }]),
    );
    await writeTo(own, inverse);
    expect(await readFrom(own)).toEqual(before);
  });
});
