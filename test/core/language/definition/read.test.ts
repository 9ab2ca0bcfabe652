import { printExpression, readDefinition, readDefinitions } from "../../../../src/core/language/definition";
import { DEFINITIONS, REFUSED, SLIPS, WITHOUT_DEFINITION } from "./corpus";
import { cpuMs } from "../../../support/cpu-clock";

describe("reading a printed definition", () => {
  it.each(DEFINITIONS)("[D2] reads $text", ({ text, name, expression, percent }) => {
    const reading = readDefinition(text);
    if (!reading.ok) throw new Error(reading.problem.zh);
    const { definition } = reading;
    expect({
      name: definition.name,
      expression: printExpression(definition.expression),
      percent: definition.percent,
    }).toEqual({
      name,
      expression,
      percent,
    });
  });

  it.each(SLIPS)("[D13] reads $text without its misprint, and says so", ({ text, name, expression, said }) => {
    const reading = readDefinition(text);
    if (!reading.ok) throw new Error(reading.problem.zh);
    const { definition } = reading;
    expect([definition.name, printExpression(definition.expression), definition.percent]).toEqual([
      name,
      expression,
      true,
    ]);
    expect(definition.notes?.map(({ zh, slip }) => [zh, slip])).toEqual([[`印作“${said}”，按“×100%”读取`, true]]);
  });

  it("[D13] says nothing of a factor that is printed as it should be", () => {
    for (const text of [
      "率=甲数/乙数×100%",
      "率=甲数/乙数×１００％",
      "率（%）=甲数/乙数×100",
      "每百户拥有量=甲数/乙数×100",
    ]) {
      const reading = readDefinition(text);
      expect(reading.ok && reading.definition.notes).toBeUndefined();
    }
  });

  it("[D15] places a fault in the printed lines of a fraction", () => {
    const text = "执行率=————×100%\n".replace(/^/, "执行数与退回数之差\n") + "预算数";
    const reading = readDefinition(text);
    expect(reading.ok ? null : reading.problem).toMatchObject({ kind: "unreadable", position: 0, name: "执行率" });
    expect(reading.ok ? "" : reading.problem.near.startsWith("执行数与退回数之差")).toBe(true);
  });

  it("[D15] takes a line of dashes between two formulas for no fraction", () => {
    const read = readDefinitions("甲率=甲数/乙数×100%\n--------\n乙率=丙数/丁数×100%");
    expect(read.map((one) => (one.ok ? printExpression(one.definition.expression) : one.problem.zh))).toEqual([
      "甲数/乙数",
      "丙数/丁数",
    ]);
  });

  it.each(REFUSED)("[D3] refuses $text and says where and why", ({ text, near, because }) => {
    const reading = readDefinition(text);
    if (reading.ok) throw new Error(`read as ${printExpression(reading.definition.expression)}`);
    expect(reading.problem.kind).toBe("unreadable");
    expect(reading.problem.near.startsWith(near)).toBe(true);
    expect(text.slice(reading.problem.position).startsWith(near)).toBe(true);
    expect(reading.problem.zh).toMatch(because);
    expect(reading.problem.en).not.toMatch(/undefined/);
  });

  it.each(WITHOUT_DEFINITION)("[D3] finds no definition in “%s”", (text) => {
    expect(readDefinitions(text)).toEqual([]);
    const reading = readDefinition(text);
    expect(reading.ok ? "read" : reading.problem.kind).toBe("none");
  });

  it("[D3] reads several definitions of one cell, each by itself", () => {
    const text =
      "1.在职人员控制率=（在职人员数/编制数）×100%。\n2.预算执行率=（预算执行数/）×100%；\n3.预算调整率=预算调整数/预算数×100%";
    const readings = readDefinitions(text).map((reading) =>
      reading.ok ? reading.definition.name : reading.problem.name,
    );
    expect(readings).toEqual(["在职人员控制率", "预算执行率", "预算调整率"]);
    expect(readDefinitions(text).map(({ ok }) => ok)).toEqual([true, false, true]);
  });

  it("[D3] asks for one at a time where unrelated definitions stand together", () => {
    const reading = readDefinition("控制率=在职人员数/编制数；执行率=执行数/预算数");
    expect(reading.ok ? null : reading.problem).toMatchObject({ kind: "several", position: 14 });
  });

  it("[D3] takes the definition of its own variable as an explanation, not as a second one", () => {
    const reading = readDefinition("执行率=执行数/调整后预算数×100%，其中：调整后预算数=年初预算数+追加预算数");
    expect(reading.ok && reading.definition.variables).toEqual(["执行数", "调整后预算数"]);
  });

  it("[D4] gives variables as printed without spaces and line breaks, two typings of one name as one", () => {
    const reading = readDefinition(
      '变动率=（本年度 “三公经费” 总额-上年度\n“三公经费”总额）/上年度"三公经费"总额×100%',
    );
    expect(reading.ok && reading.definition.variables).toEqual(["本年度“三公经费”总额", "上年度“三公经费”总额"]);
  });

  it("[D6] says so when a hyphen was read as part of a name", () => {
    const reading = readDefinition("接种率=COVID-19疫苗接种数/应接种人数");
    expect(reading.ok && reading.definition.notes?.[0]?.zh).toBe("“COVID-19”中的“-”按名称的一部分读取，不作减号");
    const clear = readDefinition("变动率=（本年数-上年数）/上年数");
    expect(clear.ok && clear.definition.notes).toBeUndefined();
  });

  it("[D3] names a formula without a name after what it is printed for", () => {
    const reading = readDefinition("计算公式：（在职人员数/编制数）×100%", { subject: "在职人员控制率" });
    expect(reading.ok && reading.definition.name).toBe("在职人员控制率");
  });

  it("[D7] collects the explanations printed for its variables", () => {
    const reading = readDefinition(
      "“三公经费”变动率=[（本年度“三公经费”总额-上年度“三公经费”总额）/上年度“三公经费”总额]×100%。\n“三公经费”：年度预算安排的因公出国（境）费、公务车辆购置及运行费和公务招待费。",
    );
    const explained = "年度预算安排的因公出国（境）费、公务车辆购置及运行费和公务招待费。";
    expect(reading.ok && Object.fromEntries(reading.definition.explanations)).toEqual({
      "本年度“三公经费”总额": explained,
      "上年度“三公经费”总额": explained,
    });
  });

  it("[D7] keeps the sentences that belong to an explanation, up to the next label", () => {
    const reading = readDefinition(
      "执行率=执行数/预算数×100%，其中：执行数：实际支付数；不含退库。预算数是指财政部门批复的本年度部门预算数。",
    );
    expect(reading.ok && Object.fromEntries(reading.definition.explanations)).toEqual({
      执行数: "实际支付数；不含退库。",
      预算数: "财政部门批复的本年度部门预算数。",
    });
  });

  it("[D2] stays fast on texts of the longest cell", () => {
    const long = 32_767;
    const texts = ["(", "=", "“", "、", "-a", "a/", "A-", "x", " ", "率=(", "100%", "率=a\n"].map((part) =>
      part.repeat(Math.ceil(long / part.length)),
    );
    const start = cpuMs();
    for (const text of texts) readDefinitions(`率=${text}`);
    expect(cpuMs() - start).toBeLessThan(3000);
  });
});
