import { refuse } from "./host-error";
import { identityOf, type HostObject } from "./host-object";
import type { WireQuery } from "./wire";

/** What `load` asks for: an object with the wire's own names; `a/b` reaches into what is navigated to. */
export function queryObject(object: HostObject, { Select, Expand, Top, Skip }: WireQuery): unknown {
  const members = object.members();
  if (members) {
    const first = Skip ?? 0;
    const select = (Select ?? []).map((path) => path.replace(/^items\//, ""));
    const items = members.slice(first, Top === undefined ? undefined : first + Top);
    return {
      _Items: items.map((item, index) => ({
        ...(object.indexed ? {} : { _Index: first + index }),
        ...queryOne(item, select, Expand ?? []),
      })),
    };
  }
  return queryOne(object, Select ?? [], Expand ?? []);
}

function queryOne(object: HostObject, select: readonly string[], expand: readonly string[]): Record<string, unknown> {
  const result = identityOf(object);
  const nested = new Map<string, string[]>(expand.map((name) => [name, []]));
  const wanted = select.length === 0 && expand.length === 0 ? object.propertyNames : select;
  for (const path of wanted) {
    const slash = path.indexOf("/");
    if (slash >= 0) addTo(nested, path.slice(0, slash), path.slice(slash + 1));
    else {
      const property = object.has("properties", path);
      if (property) result[property] = object.read(property);
      else addTo(nested, path, null);
    }
  }
  for (const [name, paths] of nested) {
    const navigation = object.has("navigation", name);
    if (!navigation) refuse("ApiNotFound", `EMULATOR: ${object.className}.${name} (property) is not implemented`);
    const child = object.navigate(navigation);
    result[navigation] = child && queryObject(child, { Select: paths });
  }
  return result;
}

function addTo(nested: Map<string, string[]>, name: string, path: string | null): void {
  const paths = nested.get(name) ?? [];
  if (path !== null) paths.push(path);
  nested.set(name, paths);
}

/** "GetUsedRange" → "getUsedRange", as a developer knows the member. */
export const camelCase = (name: string): string => name.charAt(0).toLowerCase() + name.slice(1);
