import { readFileSync } from "node:fs";
import { openFile, isUnsaved, type OpenFile } from "../../src/workbench/open-file";
import { shownReview } from "../../src/ui/pane-state";
import { buildDocument } from "../support/build-document";
import { textStore } from "../ui/pane-fixture";

const PARTS = {
  store: textStore(),
  lang: "zh" as const,
  openNew: () => Promise.resolve(true),
  openMade: () => Promise.resolve({ ok: true as const, value: undefined }),
};

async function open(name: string, bytes: Uint8Array): Promise<OpenFile> {
  const opened = await openFile("1", { name, bytes: new Uint8Array(bytes) }, PARTS);
  if (!opened.ok) throw new Error(JSON.stringify(opened.failure));
  return opened.value;
}

async function codes(file: OpenFile): Promise<readonly string[]> {
  await file.pane.actions.read();
  return shownReview(file.pane.getState())?.findings.map(({ code }) => code) ?? [];
}

const FOLDER = "test/workbooks";
const HESHAN = "heshan-2021-self-evaluation";

describe("[B12] a workbook of the old format is looked at", () => {
  const bytes = readFileSync(`${FOLDER}/xls/${HESHAN}.xls`);

  it("gives the findings of the same table as .xlsx, and says that it is only looked at", async () => {
    const old = await open("自评.xls", bytes);
    expect(old.told?.zh).toContain("另存为 .xlsx");
    expect(isUnsaved(old)).toBe(false);
    // what an .xls may hold beside its cells is not read, and that is said
    const same = await codes(await open("自评.xlsx", readFileSync(`${FOLDER}/${HESHAN}.xlsx`)));
    expect(await codes(old)).toEqual([...same, "not-looked-at"]);
  });

  it("shows its sheets with their widths and edges", async () => {
    const { host } = await open("自评.xls", bytes);
    const sheet = host.book.snapshot.sheets[0]?.name ?? "";
    const look = host.book.looks.looks[host.book.looks.sheet(sheet)?.styleAt(4, 1) ?? 0];
    expect(look?.bottom?.width).toBe(1);
    expect(host.book.sheet(sheet)?.columnWidths).not.toEqual({});
  });

  it("takes nothing that is typed, and says why", async () => {
    const { host } = await open("自评.xls", bytes);
    const sheet = host.book.snapshot.sheets[0]?.name ?? "";
    expect(host.type([{ at: { sheet, row: 30, column: 1 }, text: "5" }])?.zh).toContain("只供查看");
    expect(host.version).toBe(0);
    expect(await host.write({ guards: [], steps: [] })).toMatchObject({
      ok: false,
      failure: { problem: "legacy-xls" },
    });
  });
});

describe("[B12] the tables of a Word document", () => {
  const document = buildDocument([
    "一、基本情况",
    {
      table: [
        ["一级指标", "二级指标", "分值", "得分", "扣分原因"],
        ["投入", "目标设定", "60", "55", ""],
        ["产出", "完成情况", "40", "40", ""],
      ],
    },
  ]);

  it("stand in a new workbook, which is unsaved, and tells what was not read", async () => {
    const file = await open("自评报告.docx", document);
    expect(file.name).toBe("自评报告.xlsx");
    expect(isUnsaved(file)).toBe(true);
    expect(file.told?.zh).toMatch(/文档本身不变.*未读/);
    expect(await codes(file)).toContain("justification-missing");
  });

  it("take what is typed, and are saved as .xlsx", async () => {
    const file = await open("自评报告.docx", document);
    const [{ name: sheet, cells } = { name: "", cells: [] }] = file.host.book.snapshot.sheets;
    const row = cells.find(({ value }) => value === "目标设定")?.row ?? -1;
    expect(file.host.type([{ at: { sheet, row, column: 4 }, text: "两项未按时完成" }])).toBeNull();
    const saved = await file.host.save();
    expect(saved.ok && String.fromCharCode(...saved.value.subarray(0, 2))).toBe("PK");
    expect(await codes(file)).not.toContain("justification-missing");
  });

  it("are missing from a document without one: nothing is opened", async () => {
    const opened = await openFile("1", { name: "说明.docx", bytes: buildDocument(["说明"]) }, PARTS);
    expect(opened).toMatchObject({ ok: false });
  });
});
