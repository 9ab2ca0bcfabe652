import { quotation } from "../../../src/core/findings/excerpt";

describe("[F3] a sentence quoted in a message", () => {
  it.each([
    ["支出45.6万元", "“支出45.6万元”"],
    ["“三公”经费6.50万元", "“‘三公’经费6.50万元”"],
    ["一行\n  两行", "“一行 两行”"],
    ["字".repeat(60), `“${"字".repeat(60)}”`],
    ["字".repeat(61), `“${"字".repeat(60)}…”`],
  ])("%j", (text, quoted) => expect(quotation(text)).toBe(quoted));
});
