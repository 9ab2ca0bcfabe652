import { refuse } from "./host-error";

/** What the emulated Excel can do with one class of objects, by the wire's own names. */
export interface ObjectType<T> {
  readonly className: string;
  readonly properties?: Readonly<Record<string, (target: T) => unknown>>;
  readonly setters?: Readonly<Record<string, (target: T, value: unknown) => void>>;
  readonly navigation?: Readonly<Record<string, (target: T) => HostObject | null>>;
  /** A method gives a value, another object, null (a null object) or nothing. */
  readonly methods?: Readonly<Record<string, (target: T, ...args: readonly unknown[]) => unknown>>;
  /** For collections: the members, and one of them by its key. */
  readonly items?: (target: T) => readonly HostObject[];
  readonly item?: (target: T, key: unknown) => HostObject | null;
  /** What identifies the object on the wire: { Id: … }. */
  readonly identity?: (target: T) => Readonly<Record<string, unknown>>;
  /** Ranges and their like are tracked by a reference id. */
  readonly tracked?: boolean;
}

/** An object of the emulated Excel with the members of its class. A member that is missing fails loudly, by name. */
export interface HostObject {
  readonly className: string;
  readonly target: unknown;
  readonly tracked: boolean;
  reference: string | null;
  identity(): Readonly<Record<string, unknown>>;
  has(kind: "properties" | "navigation", name: string): string | null;
  readonly propertyNames: readonly string[];
  read(name: string): unknown;
  set(name: string, value: unknown): void;
  navigate(name: string): HostObject | null;
  call(name: string, args: readonly unknown[]): unknown;
  members(): readonly HostObject[] | null;
  readonly indexed: boolean;
  member(key: unknown): HostObject | null;
}

/** The object as the wire names it; a tracked one by the reference it was given. */
export function identityOf(object: HostObject): Record<string, unknown> {
  const identity: Record<string, unknown> = { ...object.identity() };
  if (object.tracked) identity._ReferenceId = object.reference;
  return identity;
}

export const bind = <T>(type: ObjectType<T>, target: T): HostObject => new BoundObject(type, target);

class BoundObject<T> implements HostObject {
  reference: string | null = null;
  readonly target: T;
  private readonly type: ObjectType<T>;

  constructor(type: ObjectType<T>, target: T) {
    this.type = type;
    this.target = target;
  }

  get className(): string {
    return this.type.className;
  }

  get tracked(): boolean {
    return this.type.tracked ?? false;
  }

  get indexed(): boolean {
    return this.type.item !== undefined;
  }

  get propertyNames(): readonly string[] {
    return Object.keys(this.type.properties ?? {});
  }

  identity(): Readonly<Record<string, unknown>> {
    return this.type.identity?.(this.target) ?? {};
  }

  has(kind: "properties" | "navigation", name: string): string | null {
    const wanted = name.toLowerCase();
    return Object.keys(this.type[kind] ?? {}).find((known) => known.toLowerCase() === wanted) ?? null;
  }

  read(name: string): unknown {
    return this.found(this.type.properties, "property", name)(this.target);
  }

  set(name: string, value: unknown): void {
    this.found(this.type.setters, "setter", name)(this.target, value);
  }

  navigate(name: string): HostObject | null {
    return this.found(this.type.navigation, "navigation", name)(this.target);
  }

  call(name: string, args: readonly unknown[]): unknown {
    return this.found(this.type.methods, "method", name)(this.target, ...args);
  }

  members(): readonly HostObject[] | null {
    return this.type.items?.(this.target) ?? null;
  }

  member(key: unknown): HostObject | null {
    if (!this.type.item) return this.missing("indexer", "getItem");
    return this.type.item(this.target, key);
  }

  private found<F>(table: Readonly<Record<string, F>> | undefined, kind: string, name: string): F {
    return table?.[name] ?? this.missing(kind, name);
  }

  private missing(kind: string, name: string): never {
    return refuse("ApiNotFound", `EMULATOR: ${this.className}.${name} (${kind}) is not implemented`);
  }
}
