import { createXlsxHost } from "../../../src/host/xlsx/xlsx-host";
import { run } from "../memory-terminal";
import { ALL, round } from "./two-rounds";

/** A scored copy whose one error, a deduction without a reason, was waived with a reason in 核验记录. */
async function waivedCopy(): Promise<Uint8Array> {
  const scored = await run(["score", "一.xlsx", "-o", "二.xlsx"], new Map([["一.xlsx", round(ALL)]]));
  const host = createXlsxHost(scored.files.get("二.xlsx") ?? new Uint8Array());
  const read = await host.read();
  if (!read.ok) throw new Error("not read");
  const record = read.value.sheets.find(({ name }) => name === "核验记录");
  const row = record?.cells.find(({ value }) => value === "justification-missing")?.row ?? -1;
  const text = (column: number, typed: string) => ({ row, column, expect: { value: null }, content: { type: "text", text: typed } as const }); // prettier-ignore
  const cells = [text(9, "豁免"), text(11, "主管部门已批复")];
  const written = await host.write({ guards: [], steps: [{ do: "putCells", sheet: "核验记录", cells }] });
  if (!written.ok) throw new Error(JSON.stringify(written.failure));
  return host.bytes();
}

describe("[P11] a waived error is open nowhere", () => {
  const ended = async (argv: readonly string[], files: ReadonlyMap<string, Uint8Array>): Promise<number> =>
    (await run(argv, files)).status;

  it("before it was waived check, diff and batch end with 1", async () => {
    const files = new Map([["一.xlsx", round(ALL)], ["二.xlsx", round(ALL)]]); // prettier-ignore
    expect(await ended(["check", "二.xlsx"], files)).toBe(1);
    expect(await ended(["diff", "一.xlsx", "二.xlsx"], files)).toBe(1);
    expect(await ended(["batch", "二.xlsx"], files)).toBe(1);
  });

  it("once it is, check, diff and batch end with 0, and the unit has no error in the summary", async () => {
    const files = new Map([["一.xlsx", round(ALL)], ["二.xlsx", await waivedCopy()]]); // prettier-ignore
    expect(await ended(["check", "二.xlsx"], files)).toBe(0);
    expect(await ended(["diff", "一.xlsx", "二.xlsx"], files)).toBe(0);
    const { status, out } = await run(["batch", "二.xlsx", "--format", "json"], files);
    expect(status).toBe(0);
    expect((JSON.parse(out) as { readonly units: readonly { readonly findings: { readonly error: number } }[] }).units.map(({ findings }) => findings.error)).toEqual([0]); // prettier-ignore
  });
});
