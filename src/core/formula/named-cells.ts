import type { DefinedName } from "../workbook/snapshot";

/** The name that a formula on `sheet` means: that of its own sheet, or of the sheet it names, before the workbook's. */
export function meantName(
  names: readonly DefinedName[],
  { name, sheet: named }: { readonly name: string; readonly sheet: string | null },
  sheet: string,
): DefinedName | undefined {
  const alike = names.filter((one) => one.name.toUpperCase() === name.toUpperCase());
  const own = (named ?? sheet).toUpperCase();
  return alike.find(({ scope }) => scope?.toUpperCase() === own) ?? alike.find(({ scope }) => scope === null);
}
