import fc from "fast-check";
import {
  ceilExact, decimalPlaces, decimalText, decisive, exactFromDouble, exactFromText, exactText, floorExact,
  percentText, ratio, roundHalfUp, sumExact, toDouble,
} from "../../../src/core/model/exact"; // prettier-ignore

const doubles = fc.double({ noNaN: true, noDefaultInfinity: true });
const rationals = fc
  .tuple(fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }), fc.bigInt({ min: 1n, max: 10n ** 12n }))
  .map(([n, d]) => ratio(n, d));

describe("exact numbers", () => {
  test.each([
    [0.1, "1/10"],
    [69 / 77, "8961038961038961/10000000000000000"],
    [1e-7, "1/10000000"],
    [-2.5, "-5/2"],
    [1e21, "1000000000000000000000"],
    [5, "5"],
  ])("[N1] the double %p enters as its shortest decimal %s", (double, text) => {
    expect(exactText(exactFromDouble(double))).toBe(text);
  });

  it("[N1] every double comes back as the same double [N4]", () => {
    fc.assert(fc.property(doubles, (x) => Object.is(toDouble(exactFromDouble(x)), x === 0 ? 0 : x)));
  });

  it("[N1] a number that is not finite is a bug of the caller", () => {
    expect(() => exactFromDouble(NaN)).toThrow(RangeError);
    expect(() => exactFromDouble(Infinity)).toThrow(RangeError);
    expect(() => ratio(1n, 0n)).toThrow(RangeError);
  });

  test.each([
    ["2.675", 2, "2.68"],
    ["-2.5", 0, "-3"],
    ["1.005", 2, "1.01"],
    ["0.285", 2, "0.29"],
    ["1234.567", -2, "1200"],
    ["-0.004", 2, "0"],
    ["89.61038961", 2, "89.61"],
  ])("[N2] %s to %i places is %s", (text, places, expected) => {
    expect(decimalText(roundHalfUp(exactFromText(text) ?? ratio(0n), places), Math.max(places, 0))).toBe(expected);
  });

  it("[N2] rounding moves a number by at most half a unit, and is symmetric", () => {
    fc.assert(
      fc.property(rationals, fc.integer({ min: 0, max: 14 }), (x, places) => {
        const rounded = roundHalfUp(x, places);
        expect(
          rounded
            .sub(x)
            .abs()
            .compare(ratio(1n, 2n * 10n ** BigInt(places))),
        ).toBeLessThanOrEqual(0);
        expect(roundHalfUp(x.neg(), places).equals(rounded.neg())).toBe(true);
        expect(decimalPlaces(rounded)).toBeLessThanOrEqual(places);
      }),
    );
  });

  it("[N3] a sum is exact in whatever order: nothing is rounded on the way", () => {
    expect(exactText(sumExact([ratio(1n, 3n), ratio(1n, 6n), ratio(-5n, 2n), ratio(1n, 6n)]))).toBe("-11/6");
    expect(exactText(sumExact([]))).toBe("0");
    fc.assert(
      fc.property(fc.array(rationals, { maxLength: 9 }), (numbers) => {
        const oneByOne = numbers.reduce((sum, number) => sum.add(number), ratio(0n));
        expect(exactText(sumExact(numbers))).toBe(exactText(oneByOne));
      }),
    );
  });

  it("[N3] a decision sees twelve places and no more", () => {
    expect(decisive(ratio(1n, 3n)).equals(exactFromText("0.333333333333") ?? 0n)).toBe(true);
  });

  it("[N4] the nearest double is given also where numerator and denominator are no doubles", () => {
    expect(toDouble(ratio(69n, 77n))).toBe(69 / 77);
    expect(toDouble(ratio(10n ** 40n + 1n, 3n * 10n ** 40n))).toBe(1 / 3);
    expect(toDouble(ratio(2n ** 53n + 1n))).toBe(2 ** 53);
    expect(toDouble(ratio(-1n, 10n))).toBe(-0.1);
  });

  it("floor and ceiling go toward minus and plus infinity", () => {
    expect(floorExact(ratio(-5n, 2n))).toBe(-3n);
    expect(ceilExact(ratio(-5n, 2n))).toBe(-2n);
    expect(floorExact(ratio(7n))).toBe(7n);
  });

  it("texts are plain decimals without trailing zeros", () => {
    expect(percentText(ratio(69n, 77n))).toBe("89.61%");
    expect(percentText(ratio(1n))).toBe("100%");
    expect(decimalText(ratio(-1n, 20n), 2)).toBe("-0.05");
    expect(decimalText(ratio(1200n), 2)).toBe("1200");
  });

  test.each(["", ".", "1.2.3", "１", "1,000", "0x10", "1e99999", " 1"])("the text %p is no number", (text) => {
    expect(exactFromText(text)).toBeNull();
  });
});
