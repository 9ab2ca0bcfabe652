import fc from "fast-check";
import { definedNameFor, isPortableName } from "../../../src/core/formula/defined-name";

describe("names that Excel, WPS and LibreOffice all accept", () => {
  it.each([
    ["在职人员数", true],
    ["上年度三公经费总额", true],
    ["_2021年预算数", true],
    ["预算数_2", true],
    ["COVID_19疫苗接种数", true],
    ["预算.年初", true],
    ["ABCD12", true],
    ["A1数", true],
    ["", false],
    ["2021年预算数", false],
    [".预算", false],
    ["预算.", false],
    ["预算..数", false],
    ["“三公经费”总额", false],
    ["因公出国（境）费", false],
    ["水费/电费", false],
    ["水费、电费", false],
    ["COVID-19", false],
    ["在职 人数", false],
    ["A1", false],
    ["xfd1048576", false],
    ["ABC12", false],
    ["R", false],
    ["c", false],
    ["R1C1", false],
    ["RC", false],
    ["r2", false],
    ["C7", false],
    ["TRUE", false],
    ["false", false],
    ["表.A1", false],
    ["数".repeat(255), true],
    ["数".repeat(256), false],
  ])("[Q4] “%s”: %s", (name, portable) => {
    expect(isPortableName(name)).toBe(portable);
  });
});

describe("the defined name of a quantity", () => {
  it.each([
    ["在职人员数", "在职人员数"],
    ["上年度“三公经费”总额", "上年度三公经费总额"],
    ["因公出国（境）费", "因公出国境费"],
    ["COVID-19疫苗接种数", "COVID_19疫苗接种数"],
    ["2020-2021年度收入", "_2020_2021年度收入"],
    ["水费、电费支出", "水费_电费支出"],
    ["A1", "_A1"],
    ["R", "_R"],
    ["_pinghe.link.x", "pinghe_link_x"],
    ["①", "_Q"],
  ])("[Q4] %s is called %s", (quantity, name) => {
    expect(definedNameFor(quantity, new Set())).toBe(name);
  });

  it("[Q4] differs, whatever the case, from every name already taken", () => {
    expect(definedNameFor("GDP", new Set(["gdp"]))).toBe("GDP_2");
    expect(definedNameFor("GDP", new Set(["gdp", "Gdp_2"]))).toBe("GDP_3");
  });

  it("[Q4] is portable for any name, unique and the same each time", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "binary", maxLength: 300 }),
        fc.array(fc.string({ maxLength: 8 })),
        (quantity, others) => {
          const taken = new Set(others);
          const name = definedNameFor(quantity, taken);
          expect(isPortableName(name)).toBe(true);
          expect(name.toLowerCase().startsWith("_pinghe")).toBe(false);
          expect([...taken].map((each) => each.toUpperCase())).not.toContain(name.toUpperCase());
          expect(definedNameFor(quantity, taken)).toBe(name);
        },
      ),
    );
  });
});
