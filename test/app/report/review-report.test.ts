import { readFileSync } from "node:fs";
import path from "node:path";
import { run } from "../../cli/memory-terminal";

const FOLDER = "test/workbooks/reports";

interface Expected {
  readonly code: string;
  readonly severity: string;
  readonly quote?: string;
  readonly cells?: readonly string[];
  readonly values?: readonly string[];
}

interface Pair {
  readonly findings: readonly Expected[];
  readonly offers: readonly { readonly quantity: string; readonly value: number }[];
  readonly silent: readonly { readonly quote: string; readonly why: string }[];
}

/** Made up by hand beside the reports; nothing of it comes from this program. */
const EXPECTED = JSON.parse(readFileSync(path.resolve(FOLDER, "expect.json"), "utf8")) as Readonly<Record<"r01" | "r02" | "r03", Pair>>; // prettier-ignore

interface FindingJson {
  readonly code: string;
  readonly severity: string;
  readonly cell: string | null;
  readonly message: string;
  readonly data: { readonly cells?: readonly string[]; readonly cell?: string };
}

interface CheckJson {
  readonly findings: readonly FindingJson[];
  readonly report: {
    readonly coverage: Readonly<Record<string, number>>;
    readonly relations: readonly { readonly verdict: string; readonly quote: string }[];
    readonly offers: readonly { readonly quantity: string; readonly value: string; readonly quote: string }[];
  };
}

async function checked(workbook: string, report: string): Promise<CheckJson> {
  const { out } = await run(["check", workbook, "--report", report, "--format", "json"]);
  return JSON.parse(out) as CheckJson;
}

const isOfReport = ({ code }: FindingJson): boolean => code.startsWith("report-") || code.startsWith("parts-");

const cellsOf = ({ cell, data }: FindingJson): readonly string[] => data.cells ?? (cell === null ? [] : [cell]);

describe.each(["r01", "r02", "r03"] as const)("[I21] the made-up report %s", (name) => {
  const expected = EXPECTED[name];
  const pair = checked(`${FOLDER}/${name}.xlsx`, `${FOLDER}/${name}.txt`);

  it("gives the expected findings and no other", async () => {
    const found = (await pair).findings.filter(isOfReport);
    const codes = (list: readonly { readonly code: string; readonly severity: string }[]) =>
      list.map(({ code, severity }) => `${severity} ${code}`).sort();
    expect(codes(found)).toEqual(codes(expected.findings));
  });

  it("each quotes the sentence, names the cells and the figures", async () => {
    for (const { code, quote = "", cells, values = [] } of expected.findings) {
      const finding = (await pair).findings.find((one) => one.code === code);
      const message = finding?.message.replace(/\s/g, "") ?? "";
      expect(message).toContain(code === "report-evidence-absent" ? "" : quote.slice(0, 24));
      for (const value of values) expect(message).toContain(value);
      if (cells && finding) expect(cellsOf(finding)).toEqual(cells);
    }
  });

  it("offers what the text states, and takes nothing", async () => {
    const { offers } = (await pair).report;
    expect(offers.map(({ quantity, value }) => ({ quantity, value: Number(value) }))).toEqual(expected.offers);
  });

  it("[I22] is silent where only one reading contradicts", async () => {
    const messages = (await pair).findings.filter(isOfReport).map(({ message }) => message);
    for (const { quote } of expected.silent.filter(({ quote: words }) => !words.includes("…")))
      expect(messages.filter((message) => message.includes(`“${quote}`))).toEqual([]);
  });
});

describe("[I21] the seed's report", () => {
  const seed = checked("test/workbooks/heshan-2021-self-evaluation.xlsx", `${FOLDER}/heshan-2021-self-evaluation-report.txt`); // prettier-ignore
  const SEVEN = ["D23", "D24", "D25", "D26", "D27", "D28", "D29"];
  const only = async (code: string): Promise<FindingJson | undefined> => {
    const found = (await seed).findings.filter((one) => one.code === code);
    expect(found).toHaveLength(1);
    return found[0];
  };

  it("46 numbers, 7 relations in the text, one of which does not hold", async () => {
    expect((await seed).report.coverage).toMatchObject({ numbers: 46, checked: 7, contradicted: 1 });
  });

  it("251.70 against the 21 items listed: 143.70, 108.00 less, 42.9 %", async () => {
    const message = (await only("parts-listed-short"))?.message ?? "";
    for (const words of ["21 项", "143.70万元", "251.70万元", "108.00万元", "42.9%"]) expect(message).toContain(words);
  });

  it("the only problem named is 预算执行, at 20 of 20", async () => {
    expect((await only("report-problem-elsewhere"))?.message).toMatch(/预算执行存在偏差.*「预算执行」得 20\/20 分/);
  });

  it.each(["report-claim-contradicts", "report-deduction-unexplained"])("%s names the seven deductions", async (code) => {
    expect((await only(code))?.data.cells).toEqual(SEVEN);
  }); // prettier-ignore

  it("satisfaction has full marks and no survey: 调查研究 is none, nor is the table's own explanation", async () => {
    expect((await only("report-evidence-absent"))?.cell).toBe("D30");
  });

  it("five aspects beside seven groups", async () => {
    expect((await only("report-groups-differ"))?.message).toContain("列 5 方面，表为 7 组：未提目标设定、资产管理");
  });

  it("nothing else is found, and 77 posts and 69 staff are offered", async () => {
    const { findings, report } = await seed;
    expect(findings.filter(isOfReport)).toHaveLength(6);
    expect(report.offers.map(({ quantity, value }) => [quantity, value])).toEqual([["编制数", "77"], ["在职人员数", "69"]]); // prettier-ignore
  });
});
