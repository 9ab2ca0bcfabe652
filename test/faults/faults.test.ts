import { measureFaults } from "./measure";

describe("seeded faults", () => {
  const measured = measureFaults(60, 2026);

  it("no clean table has an error", () => {
    expect({ falseErrors: measured.falseErrors, codes: measured.falseCodes }).toEqual({ falseErrors: 0, codes: [] });
  });

  it.each(measured.classes.map((one) => [one.fault, one] as const))("%s: at least 98 % are found", (_, one) => {
    expect(one.planted).toBeGreaterThan(10);
    expect({ recall: one.recall >= 0.98, missed: one.missed }).toEqual({ recall: true, missed: one.missed });
  });
});
