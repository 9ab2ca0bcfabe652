import { awaitOffice, lackWords, officeServer, READY_AFTER_MS, type Lack } from "../../src/taskpane/office-library";

const LACKS: readonly Lack[] = ["missing", "outside", "late"];
const CDN = "appsforoffice.microsoft.com";

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

/** What the entry is told, in order. */
function told(onReady: Parameters<typeof awaitOffice>[0]): string[] {
  const all: string[] = [];
  awaitOffice(onReady, { lacks: (lack) => all.push(lack), ready: () => all.push("ready") });
  return all;
}

describe("[U18] where Excel can not be asked the page says so", () => {
  it("at once where office.js is absent", () => {
    expect(told(null)).toEqual(["missing"]);
  });

  it("where the page was opened in a browser, outside of Excel, or in another program of Office", async () => {
    for (const host of [null, "Word"]) {
      const all = told(() => Promise.resolve({ host }));
      await jest.advanceTimersByTimeAsync(READY_AFTER_MS);
      expect(all).toEqual(["outside"]);
    }
  });

  it("where a part of office.js does not come: after 30 s, not before, and the pane goes on once it does", async () => {
    let come = (): void => undefined;
    const all = told(() => new Promise((resolve) => (come = () => resolve({ host: "Excel" }))));
    await jest.advanceTimersByTimeAsync(29_999);
    expect(all).toEqual([]);
    await jest.advanceTimersByTimeAsync(1);
    expect(all).toEqual(["late"]);
    come();
    await jest.advanceTimersByTimeAsync(0);
    expect(all).toEqual(["late", "ready"]);
  });

  it("nothing is said where Excel is ready in time", async () => {
    const all = told(() => Promise.resolve({ host: "Excel" }));
    await jest.advanceTimersByTimeAsync(2 * READY_AFTER_MS);
    expect(all).toEqual(["ready"]);
  });

  it("where office.js fails while it starts", async () => {
    const all = told(() => Promise.reject(new Error("x")));
    await jest.advanceTimersByTimeAsync(0);
    expect(all).toEqual(["missing"]);
  });
});

describe("[U18] what it says", () => {
  it.each(LACKS)("%s: what is lacking, and the file way and the workbench, in Chinese and in English", (lack) => {
    for (const server of [CDN, null]) {
      const [zh, en] = [lackWords(lack, "zh", server), lackWords(lack, "en", server)];
      expect(zh.ways.join()).toMatch(/工作台（评核\.html，不需要网络）.*pinghe check/);
      expect(en.ways.join()).toMatch(/workbench \(评核\.html, it needs no network\).*pinghe check/);
      expect(zh.ways).toHaveLength(en.ways.length);
      expect([en.title, en.why, ...en.ways].join("").replaceAll("评核.html", "")).not.toMatch(/[\u4e00-\u9fff]/);
      for (const text of [zh.title, zh.why, ...zh.ways]) expect(text).toMatch(/[\u4e00-\u9fff]/);
    }
  });

  it("whom to ask: for the address that was blocked, or for the copy beside the pane", () => {
    expect(lackWords("missing", "zh", CDN).ways.join()).toMatch(/放行 https:\/\/appsforoffice\.microsoft\.com.*OFFICE_JS=local/); // prettier-ignore
    const local = lackWords("missing", "zh", null).ways.join();
    expect(local).toContain("office-js 文件夹");
    expect(local).not.toContain("放行");
  });

  it("the server is read off the page", () => {
    const page = (src: string) => ({ querySelector: () => ({ src }) as unknown as Element });
    expect(officeServer(page(`https://${CDN}/lib/1/hosted/office.js`), "addin.test")).toBe(CDN);
    expect(officeServer(page("https://addin.test/office-js/office.js"), "addin.test")).toBeNull();
  });
});
