/**
 * Functions that run in the measured page, carried there as text: nothing outside of them may be named. They mark what
 * happens on the page's own clock, which starts with the navigation.
 */

/** What one opening left on the page's clock, in ms since the navigation started. */
export interface PageClock {
  /** First contentful paint: the root is empty until the shell is in it. */
  readonly painted: number;
  readonly ready: number;
  readonly pressed: number | null;
  readonly shown: number | null;
  /** When the emulated Excel worked in place of the page: its start, and each of its answers. */
  readonly excel: readonly { readonly from: number; readonly to: number }[];
}

/** Runs before the emulated Excel is put around the page. */
export function beforeExcel(): void {
  performance.mark("excel-from");
}

/** Runs after it. `shown`: a selector of what is on the screen once the work is done. */
export function watchPage(shown: string): void {
  performance.measure("excel", "excel-from");
  const host = (window as unknown as { excelHost: { execute: (...request: unknown[]) => unknown } }).excelHost;
  const execute = host.execute.bind(host);
  host.execute = (...request) => {
    const start = performance.now();
    const reply = execute(...request);
    performance.measure("excel", { start });
    return reply;
  };
  document.addEventListener(
    "load",
    ({ target }) => {
      if (target instanceof HTMLScriptElement && target.src.endsWith("/office.js"))
        void Office.onReady().then(() => performance.mark("ready"));
    },
    true,
  );
  document.addEventListener("click", ({ timeStamp }) => performance.mark("pressed", { startTime: timeStamp }), true);
  const observer = new MutationObserver(() => {
    if (!document.querySelector(shown)) return;
    observer.disconnect();
    // The task after the next frame: what was found is painted by then.
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => performance.mark("shown");
      port2.postMessage(null);
    });
  });
  observer.observe(document, { childList: true, subtree: true });
}

/** Waits until the page has painted and, if `isShown`, what was asked for is on the screen. */
export async function readClock(isShown: boolean): Promise<PageClock> {
  const first = (name: string): number | null => performance.getEntriesByName(name)[0]?.startTime ?? null;
  const painted = (): number | null => first("first-contentful-paint");
  while (painted() === null || first("ready") === null || (isShown && first("shown") === null))
    await new Promise((resume) => setTimeout(resume, 50));
  return {
    painted: painted() ?? NaN,
    ready: first("ready") ?? NaN,
    pressed: first("pressed"),
    shown: first("shown"),
    excel: performance.getEntriesByName("excel", "measure").map(({ startTime, duration }) => ({
      from: startTime,
      to: startTime + duration,
    })),
  };
}

/** Waits until no file has come for half a second. */
export async function idle(): Promise<void> {
  let files = -1;
  while (files !== performance.getEntriesByType("resource").length) {
    files = performance.getEntriesByType("resource").length;
    await new Promise((resume) => setTimeout(resume, 500));
  }
}

/** What one review of an open workbook left on the page's clock: all of it, and the longest piece of work that held the page up. */
export interface AgainClock {
  readonly from: number;
  readonly to: number;
  readonly longest: number;
  readonly excel: PageClock["excel"];
}

/** Presses 重新核验 and waits until the result is painted. */
export async function reviewAgain(): Promise<AgainClock> {
  const main = document.querySelector("main");
  const button = document.querySelector<HTMLButtonElement>("[aria-label='重新核验']");
  if (!main || !button) throw new Error("the pane is not there");
  const tasks: PerformanceEntry[] = [];
  const observer = new PerformanceObserver((list) => tasks.push(...list.getEntries()));
  observer.observe({ type: "longtask" });
  const done = new Promise<void>((resolve) => {
    let isBusy = false;
    new MutationObserver(() => {
      const busy = main.getAttribute("aria-busy") === "true";
      if (isBusy && !busy) requestAnimationFrame(() => setTimeout(resolve, 0));
      isBusy ||= busy;
    }).observe(main, { attributes: true, attributeFilter: ["aria-busy"] });
  });
  const from = performance.now();
  button.click();
  await done;
  const to = performance.now();
  await new Promise((resume) => setTimeout(resume, 200));
  const excel = performance
    .getEntriesByName("excel", "measure")
    .filter(({ startTime }) => startTime >= from)
    .map(({ startTime, duration }) => ({ from: startTime, to: startTime + duration }));
  const ours = tasks
    .filter(({ startTime }) => startTime >= from && startTime <= to)
    .map(({ startTime, duration }) => {
      const end = startTime + duration;
      const answered = excel.filter((one) => one.from >= startTime && one.to <= end + 1);
      return duration - answered.reduce((sum, one) => sum + one.to - one.from, 0);
    });
  return { from, to, longest: Math.max(0, ...ours), excel };
}

/** Presses the button of this name within `where` once it can be, and waits for what `then` selects. */
export async function press(name: string, where: string, then: string | null): Promise<void> {
  const pause = (): Promise<void> => new Promise((resume) => setTimeout(resume, 20));
  const find = (): HTMLButtonElement | undefined =>
    [...document.querySelectorAll<HTMLButtonElement>(`${where} button`)].find(
      (button) => button.textContent.trim() === name && !button.disabled,
    );
  while (!find()) await pause();
  find()?.click();
  while (then !== null && !document.querySelector(then)) await pause();
}

/** What each request called that was waited for, in the order of Excel's log. */
export function tripsOf(): string[] {
  const { excelHost } = window as unknown as { excelHost: { trips: readonly { members: Set<string> }[] } };
  return excelHost.trips.map(({ members }) => [...members].join(" "));
}

/** Milliseconds to the first paint, without what the emulated Excel took. */
export const toFirstPaint = (clock: PageClock): number => without(clock, 0, clock.painted);

/** Milliseconds from the press to the cells counted, without what the emulated Excel took to answer. */
export const fromPressToShown = (clock: PageClock): number => without(clock, clock.pressed ?? NaN, clock.shown ?? NaN);

/** The same from when both Office and the pane are there. */
export const fromOpenToShown = (clock: PageClock): number =>
  without(clock, Math.max(clock.painted, clock.ready), clock.shown ?? NaN);

/** The same for a review of an open workbook. */
export const fromAgainToShown = ({ from, to, excel }: AgainClock): number => without({ excel }, from, to);

const without = ({ excel }: Pick<PageClock, "excel">, start: number, end: number): number =>
  excel.reduce((left, { from, to }) => left - Math.max(0, Math.min(end, to) - Math.max(start, from)), end - start);
