import type { QuietChromium, QuietPage } from "./quiet-chromium";
import {
  beforeExcel,
  idle,
  press,
  readClock,
  reviewAgain,
  tripsOf,
  watchPage,
  type AgainClock,
  type PageClock,
} from "./watch";

export interface Openings {
  readonly chromium: QuietChromium;
  readonly origin: string;
  /** Puts the emulated Excel with its workbook around a page. */
  readonly excel: string;
}

const PANE = "pane/taskpane.html";
const BEGIN = "开始核验";
/** The first item of 待办. */
const FINDINGS = "[data-row]";
const COUNTED = "[role=status]";
const [BAR, PAGE, WRITTEN] = ["footer", "body", "[role=status] .fui-MessageBar"];

export interface Visit {
  readonly opened: PageClock;
  /** The same workbook, reviewed once more. */
  readonly again: AgainClock;
}

/** A person opens the pane, which reads by itself, and has it read again once nothing is fetched any more. */
export const visit = ({ chromium, ...opening }: Openings): Promise<Visit> =>
  chromium.inNewProfile(async (page) => {
    await open(page, opening, PANE, FINDINGS);
    const opened = await page.run(readClock, true);
    await page.run(idle);
    return { opened, again: await page.run(reviewAgain) };
  });

/** The peer reads when its button is pressed. */
export const bareVisit = ({ chromium, ...opening }: Openings): Promise<PageClock> =>
  chromium.inNewProfile(async (page) => {
    await open(page, opening, "bare/bare.html", COUNTED);
    await page.run(readClock, false);
    await page.run(idle);
    await page.run(press, BEGIN, PAGE, null);
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
    await page.run(readClock, true);
    const reading = await page.run(tripsOf);
    const read = reading.slice(reading.findIndex(asksFirst));
    await page.run(press, "写入…", BAR, "h1");
    await page.run(press, "写入", PAGE, WRITTEN);
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
