/** A list as Excel for Windows hands it to the page. */
export interface SafeArray {
  toArray(): readonly unknown[];
  dimensions(): number;
}

export const safeArray = (items: readonly unknown[]): SafeArray => ({ toArray: () => items, dimensions: () => 1 });
