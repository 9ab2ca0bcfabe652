import { readFileSync, readdirSync } from "node:fs";
import type { WritePlan } from "../../../src/core/workbook/write-plan";
import type { WorkbookSnapshot } from "../../../src/core/workbook/snapshot";
import type { HostFailure } from "../../../src/host/port";
import { createXlsxHost } from "../../../src/host/xlsx/xlsx-host";
import { DAMAGES, random, type Mutation } from "../../fuzz/damages";
import { fuzzOnce, BASES as FILES, KINDS } from "../../fuzz/fuzz-once";
import { richWorkbook } from "./rich-package";

const { flipBits, flipDirectory, truncate, dropMiddle, spoilPart } = DAMAGES;
const MUTATIONS: readonly Mutation[] = [flipBits, flipDirectory, truncate, dropMiddle, spoilPart, spoilPart, spoilPart];

/** Text and a formula right of the table, a sheet, a name, a rule: whatever a review writes. */
function planFor(book: WorkbookSnapshot): WritePlan {
  const target = book.sheets[0];
  const column = Math.min((target?.used?.right ?? 0) + 2, 16_000);
  const sheet = target?.name ?? "";
  return {
    guards: [],
    steps: [
      { do: "addSheet", sheet: "核验", after: null },
      { do: "putCells", sheet, cells: [
          { row: 1, column, expect: { value: null }, content: { type: "text", text: "=复算" }, style: { bold: true, like: { sheet, row: 1, column: 0 } } },
          { row: 2, column, expect: { value: null }, content: { type: "formula", formula: "=SUM(A1:C9)" } },
      ] },
      { do: "defineName", name: "核验值", scope: null, refersTo: "'核验'!$A$1", hidden: true, expect: null },
      { do: "formatWhen", sheet, range: { top: 2, bottom: 9, left: column, right: column }, formula: "=A1>1", look: { fill: "FFC7CE" } },
      { do: "columnWidth", sheet, column, width: 12 },
    ],
  }; // prettier-ignore
}

const BASES = [...readdirSync("test/workbooks").filter((name) => name.endsWith(".xlsx")), "rich"];
const bytesOf = (name: string): Uint8Array =>
  name === "rich" ? richWorkbook() : readFileSync(`test/workbooks/${name}`);
const ROUNDS = 250;

describe("[X1] a spoilt file gives a typed answer, whatever was spoilt", () => {
  it.each(BASES.map((name, index) => [name, index] as const))("%s", async (name, index) => {
    const base = bytesOf(name);
    const outcomes = new Map<string, number>();
    for (let round = 0; round < ROUNDS; round++) {
      const pick = random(1_000 * index + round);
      const file = (MUTATIONS[pick(MUTATIONS.length)] ?? truncate)(base, pick);
      // Reading is tried each time; writing and undoing, which cost more, every third time.
      const outcome = await tryOut(file, round % 3 === 0);
      if (
        !/^(read|written|unreadable|stale|unsupported|protected|workbook-protected|name-conflict|too-large|sheet-missing)$/.test(
          outcome,
        )
      ) {
        throw new Error(`round ${round}: ${outcome}`);
      }
      outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
    }
    // Both sides of the door were tried.
    expect(outcomes.get("written") ?? 0).toBeGreaterThan(2);
    expect(outcomes.get("unreadable") ?? 0).toBeGreaterThan(50);
  });
});

/** Reads, writes, takes back, reads again; says how far it came. */
async function tryOut(file: Uint8Array, write: boolean): Promise<string> {
  const started = process.cpuUsage();
  const host = createXlsxHost(file);
  const before = await host.read();
  if (!before.ok) return kindOf(before.failure);
  if (!write) return "read";
  const written = await host.write(planFor(before.value));
  if (!written.ok) return kindOf(written.failure);
  const again = await createXlsxHost(host.bytes()).read();
  if (!again.ok) return `what was written does not read: ${kindOf(again.failure)}`;
  const undone = await host.write(written.value.inverse);
  if (!undone.ok) return `can not be undone: ${JSON.stringify(undone.failure)}`;
  const after = await host.read();
  if (JSON.stringify(after) !== JSON.stringify(before)) return "undone, but not as before";
  const { user, system } = process.cpuUsage(started);
  return user + system > 5_000_000 ? "too slow" : "written";
}

const kindOf = (failure: HostFailure): string =>
  failure.kind === "host-error" ? `host-error ${failure.detail}` : failure.kind;

/* `npm run fuzz -- --cases N --seed S` is the same at length; here a few of every kind. */
describe("[X1] [X11] [X17] score and clean of a changed workbook: one line or a whole file, nothing lost, in bounded time", () => {
  it.each(KINDS)("%s", async (kind) => {
    for (let seed = 0; seed < 8; seed++) {
      // Its CPU time and its memory are judged with the rest: too much of either is a fault.
      const { fault } = await fuzzOnce(FILES[seed % FILES.length] ?? "", kind, 1_000 + seed);
      expect([seed, fault]).toEqual([seed, null]);
    }
  });
});
