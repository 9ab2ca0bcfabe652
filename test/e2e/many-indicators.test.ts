import type { Page } from "playwright-core";
import { describeWithChromium } from "./support/chromium";
import { manyIndicators } from "./support/many-indicators";
import { Panes, shot, until, type Opened } from "./support/page";

describeWithChromium("[U21] 1,000 indicators in Chromium, over the real office.js and an emulated Excel", () => {
  const panes = new Panes();
  beforeAll(() => panes.start(), 600_000);
  afterEach(() => panes.closePages());
  afterAll(() => panes.stop());

  const openMany = async (count: number): Promise<Opened> => {
    const opened = await panes.open({ width: 350 }, {}, manyIndicators(count));
    await opened.page.getByRole("button", { name: /处理下一项/ }).waitFor({ timeout: 60_000 });
    return opened;
  };

  it("while they are reviewed again no piece of work holds the page up, and what is typed meanwhile is there", async () => {
    const { page, errors } = await openMany(1000);
    expect(page.workers()).toHaveLength(1);
    await page.getByRole("button", { name: /处理下一项/ }).click();
    await page.getByRole("textbox").first().waitFor();
    await page.evaluate(watchReview);
    await page.getByRole("button", { name: "重新核验" }).click();
    await page.getByRole("textbox").first().focus();
    await page.keyboard.type("因招标流程较长，部分工作推迟", { delay: 30 });
    await until(async () => (await page.evaluate(reviewTimes)).took !== null);
    const { took, tasks } = await page.evaluate(reviewTimes);
    expect(await page.getByRole("textbox").first().inputValue()).toBe("因招标流程较长，部分工作推迟");
    // On a busy machine both take longer: on the page itself one of five steps alone was four tenths of the whole.
    expect(Math.max(...tasks, 0)).toBeLessThan(Math.max(100, (took ?? 0) / 6));
    expect(errors).toEqual([]);
  });

  it("where the worker dies the page reviews by itself, and says so above the bar", async () => {
    const { page } = await openMany(1000);
    await page.getByRole("button", { name: "重新核验" }).click();
    await page.workers()[0]?.evaluate(() => {
      setTimeout(() => {
        throw new Error("the worker dies");
      });
    });
    await page.getByText(/后台核验中断/).waitFor({ timeout: 60_000 });
    await shot(page, "worker-lost");
    await page.getByRole("button", { name: /处理下一项/ }).waitFor();
    await page.getByRole("button", { name: "重新核验" }).click();
    await until(() => isQuiet(page));
    expect(page.workers()).toHaveLength(0);
  });

  it("a small workbook is reviewed without a worker", async () => {
    const { page } = await openMany(20);
    expect(page.workers()).toHaveLength(0);
  });
});

const isQuiet = (page: Page): Promise<boolean> =>
  page.evaluate(() => document.querySelector("main")?.getAttribute("aria-busy") === "false");

interface Watched {
  watched: { from: number | null; to: number | null; tasks: PerformanceEntry[] };
}

/** Runs in the page: notes when a review begins and ends, and every piece of work of more than 50 ms. */
function watchReview(): void {
  const watched: Watched["watched"] = { from: null, to: null, tasks: [] };
  Object.assign(window, { watched });
  new PerformanceObserver((list) => watched.tasks.push(...list.getEntries())).observe({ type: "longtask" });
  const main = document.querySelector("main");
  if (!main) throw new Error("no main");
  new MutationObserver(() => {
    if (main.getAttribute("aria-busy") === "true") watched.from ??= performance.now();
    else if (watched.from !== null) watched.to ??= performance.now();
  }).observe(main, { attributes: true, attributeFilter: ["aria-busy"] });
}

/** Runs in the page: how long the review took, and the work that held the page up while it was under way. */
function reviewTimes(): { took: number | null; tasks: number[] } {
  const { from, to, tasks } = (window as unknown as Watched).watched;
  if (from === null || to === null) return { took: null, tasks: [] };
  const during = tasks.filter(({ startTime, duration }) => startTime + duration > from && startTime <= to);
  return { took: to - from, tasks: during.map(({ duration }) => duration) };
}
