/**
 * What libraries took into use after Chromium 88 and browsers of 2021 lack (WORKBENCH.md, Build). First import of the
 * page: nothing else may run before it.
 */
function define(owner: object, name: string, value: unknown): void {
  if (!(name in owner)) Object.defineProperty(owner, name, { value, writable: true, configurable: true });
}

function at(this: ArrayLike<unknown>, index: number): unknown {
  const whole = Math.trunc(index) || 0;
  return this[whole < 0 ? this.length + whole : whole];
}

function findLastIndex(
  this: ArrayLike<unknown>,
  test: (value: unknown, index: number, all: unknown) => unknown,
): number {
  for (let i = this.length - 1; i >= 0; i--) if (test(this[i], i, this)) return i;
  return -1;
}

function findLast(this: ArrayLike<unknown>, test: (value: unknown, index: number, all: unknown) => unknown): unknown {
  const index = findLastIndex.call(this, test);
  return index < 0 ? undefined : this[index];
}

for (const owner of [Array.prototype, Object.getPrototypeOf(Uint8Array.prototype) as object]) {
  define(owner, "at", at);
  define(owner, "findLast", findLast);
  define(owner, "findLastIndex", findLastIndex);
}
define(String.prototype, "at", function (this: string, index: number): string | undefined {
  return at.call(this, index) as string | undefined;
});
define(Array.prototype, "toSorted", function <T>(this: readonly T[], compare?: (a: T, b: T) => number): T[] {
  return [...this].sort(compare);
});
define(Array.prototype, "toReversed", function <T>(this: readonly T[]): T[] {
  return [...this].reverse();
});
define(Object, "hasOwn", (owner: object, key: PropertyKey) => Object.prototype.hasOwnProperty.call(owner, key));
define(String.prototype, "replaceAll", function (this: string, from: string | RegExp, to: string): string {
  return typeof from === "string" ? this.split(from).join(to) : this.replace(from, to);
});
