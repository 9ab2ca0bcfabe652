import { run } from "./memory-terminal";

const ZH = "评核 pinghe：核验支出绩效评价指标计分表";
const EN = "pinghe: checks expenditure performance scoring tables";

describe("[K11] the language may be asked for anywhere in the command", () => {
  it.each<[argv: readonly string[], begins: string]>([
    [[], ZH],
    [["help"], ZH],
    [["--help"], ZH],
    [["help", "--lang", "en"], EN],
    [["help", "--lang=en"], EN],
    [["--lang", "en", "help"], EN],
    [["--lang", "en"], EN],
    [["--lang=en", "-h"], EN],
    [["score", "--help", "--lang", "en"], EN],
    [["--lang", "en", "check", "--help"], EN],
  ])("pinghe %j", async (argv, begins) => {
    const { status, out, err } = await run(argv);
    expect([status, out.split("\n")[0], err]).toEqual([0, begins, ""]);
  });

  it.each<[argv: readonly string[], says: string]>([
    [["--lang", "en", "chekc"], 'pinghe: Unknown command "chekc".'],
    [["--lang", "fr", "help"], "pinghe: --lang 只能是 zh | en，不能是“fr”。"],
    [["--lang"], "pinghe: "],
    [["help", "--force"], "pinghe: help 不用选项 --force。"],
  ])("pinghe %j says in one line what is wrong", async (argv, says) => {
    const { status, out, err } = await run(argv);
    expect([status, out, err.startsWith(says), err.trimEnd().split("\n").length]).toEqual([2, "", true, 1]);
  });
});
