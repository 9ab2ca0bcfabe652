import { keptWith } from "../workbook/kept-with";
import type { DefinedName } from "../workbook/snapshot";

/** The name that a formula on `sheet` means: that of its own sheet, or of the sheet it names, before the workbook's. */
export function meantName(
  names: readonly DefinedName[],
  { name, sheet: named }: { readonly name: string; readonly sheet: string | null },
  sheet: string,
): DefinedName | undefined {
  const known = namesByKey(names);
  return known.get(nameKey(named ?? sheet, name)) ?? known.get(nameKey(null, name));
}

/** Every formula that reads a name asks for it. */
const namesByKey = keptWith(
  (names: readonly DefinedName[]): ReadonlyMap<string, DefinedName> =>
    new Map(names.map((one) => [nameKey(one.scope, one.name), one])),
);

const nameKey = (scope: string | null, name: string): string => `${scope?.toUpperCase() ?? ""}\n${name.toUpperCase()}`;
