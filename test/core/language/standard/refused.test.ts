import { read } from "./support";
import { REFUSED } from "./refused";

describe("[L2] a text outside the language is refused with its place, never guessed", () => {
  for (const line of REFUSED.split("\n").filter((line) => line !== "")) {
    const [full = "", text = ""] = line.split(" | ");
    it(`${full}分 ${text}`, () => {
      const reading = read(text, full);
      if (reading.ok) throw new Error(`read as ${reading.rule.clauses.map(({ kind }) => kind).join("+")}`);
      expect(reading.reason.position).toBeGreaterThanOrEqual(0);
      expect(reading.reason.position).toBeLessThanOrEqual(text.length);
      expect(reading.reason.zh).not.toBe("");
      expect(reading.reason.en).not.toBe("");
    });
  }

  it("the place is where the reader stopped", () => {
    const text = "执行率每降低1%扣0.1分，以此类推";
    const reading = read(text, "10");
    expect(!reading.ok && text.slice(reading.reason.position)).toBe("以此类推");
  });

  it("white space before the place does not move it", () => {
    const text = "≥90% 得5分，\n 酌情 扣分";
    const reading = read(text, "5");
    expect(!reading.ok && text.slice(reading.reason.position)).toBe("酌情 扣分");
  });

  it("an empty text is refused", () => {
    expect(read(" \n　", "5").ok).toBe(false);
  });

  it("a text longer than any standard is refused at once", () => {
    expect(read("≥90%得5分；".repeat(2000), "5").ok).toBe(false);
  });
});
