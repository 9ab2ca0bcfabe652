/** What a package may cost; beyond it the file is refused, whatever it claims (SPEC X2). */
export const LIMITS = {
  /** Bytes of the file itself. */
  fileSize: 256 * 2 ** 20,
  entries: 60_000,
  /** Inflated bytes of one part. */
  partSize: 256 * 2 ** 20,
  /** Inflated bytes of all parts that are read. */
  totalSize: 512 * 2 ** 20,
  /** Inflated to packed; deflate itself ends at 1032. Real sheets stay below 100. */
  ratio: 400,
  /** Below this size a part may have any ratio. */
  ratioFloor: 16 * 2 ** 20,
  /** Elements within elements; a workbook's own go ten deep. */
  depth: 256,
  cells: 5_000_000,
  /** Characters of all shared formulas written out. */
  formulaText: 16 * 2 ** 20,
} as const;
