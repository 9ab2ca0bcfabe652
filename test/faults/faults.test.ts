import { measureFaults } from "./measure";
import { measureFormulaFaults } from "./measure-formulas";

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

describe("seeded faults of formulas", () => {
  const measured = measureFormulaFaults(40, 2026);

  it("[G10-13] nothing is suspected in a clean annex", () => {
    expect({ annexes: measured.falseErrors, codes: measured.falseCodes }).toEqual({ annexes: 0, codes: [] });
  });

  it.each(measured.classes.map((one) => [one.fault, one] as const))("%s: at least 95 % are found", (_, one) => {
    expect({ recall: one.recall >= 0.95, missed: one.missed }).toEqual({ recall: true, missed: one.missed });
    expect(one.falseAlarms).toBeLessThanOrEqual(0.1 * one.planted);
  });
});
