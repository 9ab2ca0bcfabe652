/** What Excel keeps of a number when it shows or compares it. */
export const DIGITS = 15;

/** The number with 15 significant digits, all that Excel shows and compares. */
export const fifteenDigits = (x: number): number =>
  Number.isInteger(x) && Math.abs(x) < 1e15 ? x : Number(x.toPrecision(DIGITS));
