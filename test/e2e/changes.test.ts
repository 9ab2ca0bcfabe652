import { ALL, round, withCells, type Row } from "../cli/rounds/two-rounds";
import { run } from "../cli/memory-terminal";
import { planTyped } from "../../src/app/pane/typed-cells";
import { createXlsxHost } from "../../src/host/xlsx/xlsx-host";
import { describeWithChromium } from "./support/chromium";
import { look, Panes, selection, until, type Opened } from "./support/page";

const FIRST = round(ALL);
const ADDED: Row = ["效益", "节水量", 5, "达到目标得满分。", "≥3万吨", "3.2万吨", 5, null];
/** A score without its reason, a standard that was loosened, a reason given, a row more. */
const SECOND = round([
  ...withCells("满意度", { 自评得分: 9, 评分标准: "满意度≥90%得10分，每降低1个百分点扣0.5分。" }).map((row) =>
    row[1] === "完成及时率" ? [...row.slice(0, 7), "汛期停工一个月"] : row,
  ),
  ADDED,
]);

const workbookFile = (buffer: Uint8Array) => ({
  name: "某市水务局2023年度第一轮.xlsx",
  mimeType: "application/octet-stream",
  buffer: Buffer.from(buffer),
});

describeWithChromium("[Y18] 本轮变化 in Chromium", () => {
  const panes = new Panes();
  beforeAll(() => panes.start(), 600_000);
  afterEach(() => panes.closePages());
  afterAll(() => panes.stop());

  async function choose({ page }: Opened, buffer: Uint8Array, en = false): Promise<void> {
    await page.getByRole("button", { name: en ? "More" : "更多", exact: true }).click();
    await page.getByRole("menuitem", { name: en ? "Changes this round" : "本轮变化" }).click();
    const input = page.getByLabel(en ? /^Choose the earlier file/ : /^选择上一轮的文件/);
    await input.last().setInputFiles(workbookFile(buffer));
  }

  it.each([
    [350, "light", "zh-CN"],
    [270, "dark", "zh-CN"],
    [320, "light", "en-US"],
    [320, "contrast", "zh-CN"],
  ] as const)("at %s px, %s, %s: the file is chosen, the card folds out, a line leads to its cell", async (width, theme, lang) => {
    const en = lang === "en-US";
    const opened = await panes.open({ width }, { theme, lang }, SECOND);
    const { page } = opened;
    const name = `${width}-${theme}-${lang}`;
    await choose(opened, FIRST, en);
    await page.getByText(en ? "Changes to look into" : "改动的疑点").waitFor();
    await look(page, `changes-page-${name}`, theme);
    await page.keyboard.press("Escape");
    const card = page.getByRole("region", { name: en ? "Changes this round" : "本轮变化" });
    await card.waitFor();
    await look(page, `changes-card-${name}`, theme);
    const fold = card.getByRole("button", { name: en ? "Show the changes" : "查看变化" });
    await fold.focus();
    await page.keyboard.press("Enter");
    await look(page, `changes-open-${name}`, theme);
    await card.getByRole("button", { name: "G7", exact: true }).first().focus();
    await page.keyboard.press("Enter");
    await until(async () => (await selection(page)) === "自评表!G7");
    await card.getByRole("button", { name: en ? "Close" : "关闭" }).click();
    await card.waitFor({ state: "detached" });
    expect(opened.errors).toEqual([]);
  }, 60_000); // prettier-ignore

  it("a file that is no report is told in the one notice, and the page stays", async () => {
    const opened = await panes.open({ width: 350 }, {}, SECOND);
    await choose(opened, new TextEncoder().encode('{"a":1}'));
    const { page } = opened;
    await page.getByRole("alert").getByText("不能用来比较").waitFor();
    await look(page, "changes-refused");
    expect(await page.getByRole("heading", { name: "本轮变化" }).isVisible()).toBe(true);
    expect(opened.errors).toEqual([]);
  });

  it("[Y19] the record alone gives the card once the next round is set", async () => {
    const { files } = await run(["score", "一.xlsx", "-o", "二.xlsx"], new Map([["一.xlsx", FIRST]]));
    const host = createXlsxHost(files.get("二.xlsx") ?? new Uint8Array());
    const book = await host.read();
    if (!book.ok) throw new Error("unreadable");
    const typed = [
      { at: { sheet: "核验记录", row: 1, column: 1 }, content: { type: "number", number: 2 } as const },
      { at: { sheet: "自评表", row: 4, column: 6 }, content: { type: "number", number: 7 } as const },
    ];
    await host.write(planTyped(book.value, typed));
    const opened = await panes.open({ width: 350 }, {}, host.bytes());
    const card = opened.page.getByRole("region", { name: "本轮变化" });
    await card.getByText("与核验记录第 1 轮相比").waitFor();
    await card.getByRole("button", { name: "查看变化" }).click();
    await look(opened.page, "changes-record-350");
    expect(opened.errors).toEqual([]);
  }, 60_000);
});
