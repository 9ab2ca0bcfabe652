import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { summariseStates } from "../../src/app/pane/mark-states";
import { marks } from "../../src/app/pane/marks";
import { NO_OPTIONS, review } from "../../src/core/review";
import { builtInPack } from "../../src/core/rules/packs/index";
import type { Coverage, MarkState } from "../../src/core/review.types";
import { createXlsxHost } from "../../src/host/xlsx/xlsx-host";
import { gridBook, LEFT, UP } from "../support/grid";
import { run } from "../cli/memory-terminal";

const FOLDER = path.join(__dirname, "../workbooks");
const FILES = readdirSync(FOLDER)
  .filter((file) => file.endsWith(".xlsx"))
  .sort();
const STATES = ["agreeing", "differing", "uncompared", "notVerifiable", "notJudged", "notApplicable"] as const;

type Shown = Readonly<Record<MarkState | "judged" | "marks", string>>;

const shown = (coverage: Coverage): Shown =>
  Object.fromEntries(
    ["marks", "judged", ...STATES].map((key) => [key, marks(coverage[key as keyof Coverage])]),
  ) as Shown;

describe("[V1] the marks in each state are the same in text, in JSON and in the pane", () => {
  it.each(FILES.flatMap((file) => [null, "project", "department-hunan"].map((pack) => [file, pack] as const)))(
    "%s, pack %s",
    async (file, pack) => {
      const bytes = new Uint8Array(readFileSync(path.join(FOLDER, file)));
      const read = await createXlsxHost(bytes).read();
      if (!read.ok) throw new Error(`${file} can not be read`);
      const { tables } = review(read.value, { ...NO_OPTIONS, pack: pack === null ? null : builtInPack(pack) });
      const argv = ["check", "b.xlsx", ...(pack === null ? [] : ["--pack", pack])];
      const files = new Map([["b.xlsx", bytes]]);
      const json = JSON.parse((await run([...argv, "--format", "json"], files)).out) as { tables: { coverage: Record<string, number> }[] }; // prettier-ignore
      const { out } = await run(argv, files);
      expect(json.tables).toHaveLength(tables.length);
      for (const [index, table] of tables.entries()) {
        const core = shown(table.coverage);
        const told = json.tables[index]?.coverage ?? {};
        expect(Object.fromEntries(Object.entries(told).map(([key, value]) => [key, String(value)]))).toEqual(core);
        expect(out).toContain(`已复算 ${core.judged} / ${core.marks} 分`);
        const pane = summariseStates(table);
        expect([pane.full, pane.judged]).toEqual([core.marks, core.judged]);
        const inPane = new Map(pane.shares.map(({ state, marks: own }) => [state, own]));
        expect(STATES.map((state) => [state, inPane.get(state) ?? "0"])).toEqual(STATES.map((state) => [state, core[state]])); // prettier-ignore
      }
    },
  );
});

const HEAD = ["一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分", "扣分原因"];
const TITLE = ["2023年度项目支出绩效自评表", LEFT, LEFT, LEFT, LEFT, LEFT, LEFT, LEFT];
const PROJECT = { ...NO_OPTIONS, pack: builtInPack("project") };

describe("[V1] self and recomputed scores of the marks that have both", () => {
  const shown = (rows: Parameters<typeof gridBook>[0]) => {
    const [table] = review(gridBook(rows), PROJECT).tables;
    if (!table) throw new Error("one table is expected");
    const { full, self, recomputed, differs } = summariseStates(table);
    return { full, self, recomputed, differs };
  };

  it("a score cell that two indicators share counts once", () => {
    const rows = [
      TITLE,
      HEAD,
      ["产出指标", "数量指标", "培训人数", "≥200人", 200, 60, 92, "学员临时退出"],
      ["产出指标", "数量指标", "培训期数", "≥10期", 8, 40, UP, UP],
    ];
    expect(shown(rows)).toEqual({ full: "100", self: "92", recomputed: "92", differs: false });
  });

  it("where one of the two can not be recomputed neither score is set beside the other", () => {
    const rows = [
      TITLE,
      HEAD,
      ["产出指标", "数量指标", "培训人数", "≥200人", 200, 60, 92, "学员临时退出"],
      ["产出指标", "数量指标", "培训期数", "≥10期", null, 40, UP, UP],
    ];
    expect(shown(rows)).toEqual({ full: "100", self: "0", recomputed: "0", differs: false });
  });
});
