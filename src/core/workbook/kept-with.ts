/**
 * Makes a thing once for each object that it is asked of and keeps it as long as the object lives; for what is made of
 * data that never changes, like a snapshot.
 */
export function keptWith<K extends object, V>(make: (of: K) => V): (of: K) => V {
  const kept = new WeakMap<K, { readonly made: V }>();
  return (of) => {
    const found = kept.get(of) ?? { made: make(of) };
    kept.set(of, found);
    return found.made;
  };
}
