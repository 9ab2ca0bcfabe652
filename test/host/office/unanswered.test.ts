import { wordFailure } from "../../../src/app/failure-words";
import { planReview } from "../../../src/core/plan/plan-review";
import { review } from "../../../src/core/review";
import { createOfficeHost } from "../../../src/host/office/office-host";
import type { HostFailure, WorkbookHost } from "../../../src/host/port";
import { comparable } from "../../contract/comparable";
import { readFrom, writeTo } from "../../contract/hosts";
import { REFERENCE } from "../../contract/workbooks";
import type { Fault } from "../../excel-host/excel-host";
import { openOfficePage, type OfficePage } from "../../excel-host/jsdom";

let page: OfficePage;
let host: WorkbookHost;
beforeEach(async () => {
  page = await openOfficePage({ workbook: REFERENCE, preset: "365" });
  host = createOfficeHost({ cellEdit: 0 });
});
afterEach(() => page.close());

/** Calls the work off when Excel has the request that it will not answer. */
async function calledOff<T>(fault: Fault, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const caller = new AbortController();
  page.host.inject({ ...fault, before: () => void setTimeout(() => caller.abort(), 0) });
  return work(caller.signal);
}

describe("[H9] a request that Excel never answers can be called off, and the next one works without a reload", () => {
  it.each([0, 1])("a reading, at its trip %i", async (after) => {
    expect(await calledOff({ after, silent: "undone" }, (signal) => host.read({ signal }))).toEqual({
      ok: false,
      failure: { kind: "cancelled" },
    });
    expect((await readFrom(host)).sheets).not.toEqual([]);
  });

  it("a write, while it is checked: nothing was put", async () => {
    const before = await readFrom(host);
    const { plan } = planReview(before, review(before), { lang: "zh" });
    expect(await calledOff({ silent: "undone" }, (signal) => host.write(plan, { signal }))).toEqual({ ok: false, failure: { kind: "cancelled" } });
    expect(comparable(await readFrom(host))).toEqual(comparable(before));
    await writeTo(host, plan);
  }); // prettier-ignore

  it.each(["done", "undone"] as const)("a write whose put was %s: nobody knows, and undo is offered", async (silent) => {
    const before = await readFrom(host);
    const { plan } = planReview(before, review(before), { lang: "zh" });
    const written = await calledOff({ onWrite: true, after: 1, silent }, (signal) => host.write(plan, { signal }));
    const failure: HostFailure | null = written.ok ? null : written.failure;
    expect(failure).toMatchObject({ kind: "partially-applied", cause: { kind: "unanswered" } });
    if (failure?.kind !== "partially-applied") return;
    expect(wordFailure(failure, "zh")).toBe("写入中断（Excel 没有应答，已停止等待），内容可能已写入。请重新核验；要还原请用“撤销”。");
    expect(wordFailure(failure, "en")).toBe("Writing stopped (Excel did not answer, and waiting was ended), and it may stand in the workbook. Review again, or use Undo to take it back.");
    if (silent === "done") await writeTo(host, failure.inverse);
    expect(comparable(await readFrom(host))).toEqual(comparable(before));
  }); // prettier-ignore

  it("a write that is called off while Excel puts, and that Excel answers, is done", async () => {
    const before = await readFrom(host);
    const { plan } = planReview(before, review(before), { lang: "zh" });
    const written = await calledOff({ onWrite: true, after: 1 }, (signal) => host.write(plan, { signal }));
    expect(written.ok).toBe(true);
  });

  it("what was called off before it began is not asked", async () => {
    const asked = page.host.trips.length;
    expect(await host.read({ signal: AbortSignal.abort() })).toEqual({ ok: false, failure: { kind: "cancelled" } });
    expect(page.host.trips).toHaveLength(asked);
  });
});
