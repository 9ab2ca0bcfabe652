import { readFileSync, readdirSync } from "node:fs";
import { unzipSync, zipSync } from "fflate";
import type { WritePlan } from "../../../src/core/workbook/write-plan";
import type { WorkbookSnapshot } from "../../../src/core/workbook/snapshot";
import type { HostFailure } from "../../../src/host/port";
import { createXlsxHost } from "../../../src/host/xlsx/xlsx-host";
import { randomSource } from "../../support/random-source";
import { richWorkbook } from "./rich-package";

/** The same numbers on every run: a failure names its round and comes again. */
function random(seed: number): (below: number) => number {
  const next = randomSource(seed);
  return (below) => (next() * 2 ** 32) % below;
}

type Mutation = (file: Uint8Array, pick: (below: number) => number) => Uint8Array;

const flipBits: Mutation = (file, pick) => {
  const copy = Uint8Array.from(file);
  for (let times = 1 + pick(8); times > 0; times--) {
    const at = pick(copy.length);
    copy[at] = (copy[at] ?? 0) ^ (1 << pick(8));
  }
  return copy;
};

/** Flips only in the directory at the end, where every number decides something. */
const flipDirectory: Mutation = (file, pick) => {
  const copy = Uint8Array.from(file);
  const at = copy.length - 1 - pick(Math.min(900, copy.length));
  copy[at] = pick(256);
  return copy;
};

const truncate: Mutation = (file, pick) => file.subarray(0, pick(file.length));

const dropMiddle: Mutation = (file, pick) => {
  const at = pick(file.length);
  return Buffer.concat([file.subarray(0, at), file.subarray(at + 1 + pick(200))]);
};

const SCRAPS = ["<", ">", "/>", '"', "&", "<!--", "]]>", "<![CDATA[", "<c>", "</row>", "<x:c/>", ' r="A1"', ' t="s"', ' s="99999"', "-1", "1e999", "\u0000", "<f t=\"shared\" si=\"0\"/>", '<f t="array" ref="A1:C3">1</f>', "#REF!", "A1048577", "_xFFFF_"]; // prettier-ignore

/** Changes the text of one part and packs the workbook again, so that the fault is in the XML. */
const spoilPart: Mutation = (file, pick) => {
  const parts = unzipSync(file);
  const names = Object.keys(parts).filter((name) => /\.(xml|rels)$/.test(name) && !name.includes("theme"));
  const name = names[pick(names.length)] ?? "";
  let text = new TextDecoder().decode(parts[name]);
  for (let times = 1 + pick(3); times > 0; times--) {
    const at = pick(text.length + 1);
    const kind = pick(3);
    const scrap =
      kind === 0
        ? ""
        : kind === 1
          ? (SCRAPS[pick(SCRAPS.length)] ?? "")
          : text.slice(pick(text.length), pick(text.length));
    text = text.slice(0, at) + scrap + text.slice(at + pick(kind === 0 ? 60 : 4));
  }
  parts[name] = new TextEncoder().encode(text);
  return zipSync(parts, { level: 0 });
};

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
  const started = performance.now();
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
  return performance.now() - started > 5_000 ? "too slow" : "written";
}

const kindOf = (failure: HostFailure): string =>
  failure.kind === "host-error" ? `host-error ${failure.detail}` : failure.kind;
