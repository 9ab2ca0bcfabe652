import type { QuietChromium, QuietPage } from "./quiet-chromium";
import { beforeExcel, idle, press, readClock, tripsOf, watchPage, welcomed, type PageClock } from "./watch";

export interface Openings {
  readonly chromium: QuietChromium;
  readonly origin: string;
  /** Puts the emulated Excel with its workbook around a page. */
  readonly excel: string;
}

const PANE = "pane/taskpane.html";
const BEGIN = "开始核验";
const WRITE = "写入";
/** 还差 of 概览: how many deductions have no reason, how many figures are missing. */
const FINDINGS = "section[aria-label='还差']";
const COUNTED = "[role=status]";
const [DIALOG, WRITTEN] = ["[role=dialog]", "[role=status] .fui-MessageBar"];

/** A person who comes for the first time: the first page is read for a while, then 开始核验 is pressed. */
export const firstVisit = (openings: Openings): Promise<PageClock> => visitAndPress(openings, PANE, FINDINGS);

/** The same with the bare page. */
export const bareVisit = (openings: Openings): Promise<PageClock> => visitAndPress(openings, "bare/bare.html", COUNTED);

const visitAndPress = ({ chromium, ...opening }: Openings, address: string, shown: string): Promise<PageClock> =>
  chromium.inNewProfile(async (page) => {
    await open(page, opening, address, shown);
    await begin(page);
    return page.run(readClock, true);
  });

/** A person who knows the pane: it opens and reviews by itself. */
export const laterVisit = ({ chromium, ...opening }: Openings): Promise<PageClock> =>
  chromium.inNewProfile(async (page) => {
    await page.before(`(${welcomed.toString()})()`);
    await open(page, opening, PANE, FINDINGS);
    return page.run(readClock, true);
  });

export interface Trips {
  readonly read: number;
  readonly write: number;
}

/** Reviews and writes, and counts the round trips of each by Excel's own log. */
export const tripsOfVisit = ({ chromium, ...opening }: Openings): Promise<Trips> =>
  chromium.inNewProfile(async (page) => {
    await open(page, opening, PANE, FINDINGS);
    await begin(page);
    await page.run(readClock, true);
    const reading = await page.run(tripsOf);
    const read = reading.slice(reading.findIndex(asksFirst));
    await page.run(press, WRITE, "footer", DIALOG);
    await page.run(press, WRITE, DIALOG, WRITTEN);
    // What was written is read again at once: the write ends where a reading asks its first question.
    const written = (await page.run(tripsOf)).slice(reading.length);
    const again = written.findIndex(asksFirst);
    return { read: read.length, write: again < 0 ? written.length : again };
  });

/** Only a reading asks how many sheets there are, and it begins so. */
const asksFirst = (trip: string): boolean => trip.includes("WorksheetCollection.GetCount");

type Opening = Omit<Openings, "chromium">;

async function open(page: QuietPage, { origin, excel }: Opening, address: string, shown: string): Promise<void> {
  await page.before(`(${beforeExcel.toString()})()`);
  await page.before(excel);
  await page.before(`(${watchPage.toString()})(${JSON.stringify(shown)})`);
  await page.go(`${origin}/${address}`);
}

/** Once nothing has been fetched for a while: a person reads before pressing. */
async function begin(page: QuietPage): Promise<void> {
  await page.run(readClock, false);
  await page.run(idle);
  await page.run(press, BEGIN, "body", null);
}
