import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { builtCli, measured } from "../../support/built-cli";
import { LIMIT_BOOKS } from "../../support/limit-books";

let folder = "";
let cli = "";
beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), "pinghe-limits-"));
  cli = await builtCli();
}, 600_000);
afterAll(() => rmSync(folder, { recursive: true }));

/** Half of what Node takes by default on a machine of 4 GB; what is not linear passes it soon. */
const HEAP_MB = 1_000;
/** With code, buffers and what is inflated. */
const MEMORY_MB = 1_300;
/** Two to ten times what is needed; what grows with the square needs minutes. */
const CPU_SECONDS = 60;

type Expected = "written" | RegExp;

const CASES: Readonly<Record<keyof typeof LIMIT_BOOKS, Expected>> = {
  "1,000 scoring tables on one sheet": "written",
  "1,000 Excel tables": "written",
  "1,000,000 merged cells beside the table": "written",
  "50,000 indicators": /表格的行和发现的问题至少有 50003 条，超过写入上限 50000 条，未写入任何内容/,
  "130,000 indicators": /表中共有 130001 项指标，超过一次核验的上限 100000 项，未核验/,
  "a sheet of 257 MB": /文件解压后过大.*超过压缩后的 400 倍/,
  "130,000 validations in the score column": "written",
  "one validation with 130,000 areas": "written",
  "130,000 notes": "written",
  "61,000 parts": /工作簿过大.*60000/,
  "1,000 formulas of the longest kind, of terms": "written",
  "1,000 formulas of the longest kind, of brackets": "written",
};

/** What takes a quarter of a minute and more is asked by `npm run limits`. */
const LONG: ReadonlySet<string> = new Set<keyof typeof LIMIT_BOOKS>([
  "1,000 scoring tables on one sheet",
  "1,000,000 merged cells beside the table",
  "50,000 indicators",
  "130,000 indicators",
  "a sheet of 257 MB",
  "130,000 validations in the score column",
  "130,000 notes",
  "1,000 formulas of the longest kind, of terms",
]);
const isAsked = (name: string): boolean => process.env.PINGHE_LIMITS === "all" || !LONG.has(name);

/* Each in a process of its own: only there can its memory be told from that of the tests before. */
describe("[X17] very much of one thing: CPU and memory are bounded, or one line names the limit", () => {
  test.each((Object.entries(CASES) as [keyof typeof LIMIT_BOOKS, Expected][]).filter(([name]) => isAsked(name)))(
    "%s",
    (name, expected) => {
      const file = path.join(folder, "b.xlsx");
      writeFileSync(file, LIMIT_BOOKS[name]());
      const argv = ["score", file, "-o", path.join(folder, "o.xlsx"), "--force"];
      const { status, err, cpu, memory } = measured(cli, argv, HEAP_MB);
      if (expected === "written") expect([err, (status ?? 9) < 2]).toEqual(["", true]);
      else expect([status, err]).toEqual([2, expect.stringMatching(expected)]);
      expect(err.split("\n")).toHaveLength(1);
      expect(cpu).toBeLessThan(CPU_SECONDS);
      expect(memory).toBeLessThan(MEMORY_MB);
    },
    600_000,
  );
});
