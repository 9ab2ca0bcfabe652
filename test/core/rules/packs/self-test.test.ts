import { builtInPack, BUILT_IN_PACKS, loadPack } from "../../../../src/core/rules/packs/index";
import { testPack } from "../../../../src/core/sources/pack-test";

describe("a pack proves itself", () => {
  test.each([...BUILT_IN_PACKS])("[M6] every definition, standard and example of %s holds", (id) => {
    const pack = builtInPack(id);
    expect(pack && testPack(pack)).toEqual([]);
  });

  test.each([...BUILT_IN_PACKS])(
    "[M18] %s says of itself and of each row where it comes from and how certain that is",
    (id) => {
      const pack = builtInPack(id);
      expect(pack?.source.document).toMatch(/\S/);
      expect(pack?.source.certainty).toBeDefined();
      // Whatever is not read in a source is worded so.
      if (pack?.source.certainty === "deduced") expect(pack.source.note ?? "").toMatch(/推定|没有|取代|只规定/);
      for (const { clause } of pack?.indicators ?? []) expect(clause).toMatch(/\S/);
    },
  );

  const pack = (entry: string) => {
    const read = loadPack(
      `id: own\nversion: 1.0.0\ntitle: { zh: 甲, en: A }\nsource: { document: 文件 }\nkind: department\n${entry}`,
    );
    return read.ok ? testPack(read.value).map(({ en }) => en) : [`unreadable: ${JSON.stringify(read.failure)}`];
  };

  test.each([
    ["twice", "indicators: [{ id: a, names: [甲率, 乙率], clause: 一 }, { id: b, names: [丙率, 乙 率], clause: 二 }]", ['"乙率" is the name of a, too: neither is used']],
    ["for the same place", "indicators: [{ id: a, names: [甲率], under: [投入], clause: 一 }, { id: b, names: [甲率], under: [投入], clause: 二 }]", ['"甲率" is the name of a, too: neither is used']],
    ["for two places", "indicators: [{ id: a, names: [甲率], under: [投入], clause: 一 }, { id: b, names: [甲率], under: [过程], clause: 二 }]", []],
    ["for one place and for any", "indicators: [{ id: a, names: [甲率], clause: 一 }, { id: b, names: [甲率], under: [过程], clause: 二 }]", []],
  ])("[M28] a name given %s", (_, entry, faults) => expect(pack(entry)).toEqual(faults)); // prettier-ignore

  test.each([
    [
      "a wrong score",
      "indicators: [{ id: a, names: [甲率], clause: 一, definition: 甲率=乙/丙×100%, standard: 得分=甲率×该指标分值。, examples: [{ fullMark: 4, inputs: { 乙: 1, 丙: 2 }, rate: 50%, score: 3 }] }]",
      ["the score is 2, not 3"],
    ],
    [
      "a wrong rate",
      "indicators: [{ id: a, names: [甲率], clause: 一, definition: 甲率=乙/丙×100%, examples: [{ inputs: { 乙: 1, 丙: 2 }, rate: 51% }] }]",
      ["the rate is 1/2, not 51/100"],
    ],
    [
      "a missing input",
      "indicators: [{ id: a, names: [甲率], clause: 一, definition: 甲率=乙/丙×100%, examples: [{ inputs: { 乙: 1 }, rate: 50% }] }]",
      ["the rate is unknown, not 1/2"],
    ],
    [
      "a standard that does not read",
      "indicators: [{ id: a, names: [甲率], clause: 一, standard: 视情况酌情扣分。 }]",
      [expect.stringContaining("the standard does not read")],
    ],
    ["an unknown setting", "settings: { roundingMode: sideways }", ["roundingMode: sideways is no setting"]],
  ])("[M6] %s is found", (_, entry, faults) => expect(pack(entry)).toEqual(faults));
});
