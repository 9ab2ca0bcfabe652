import { HostError, refuse } from "./host-error";
import { identityOf, type HostObject } from "./host-object";
import { camelCase, queryObject } from "./query";
import { ACTION, PATH, type WireAction, type WireArguments, type WireRequest, type WireResponse } from "./wire";

/** What lives longer than one request. */
export interface Session {
  readonly root: HostObject;
  /** Objects handed out by reference id. */
  readonly references: Map<string, HostObject>;
  createService(name: string): HostObject;
  /** Called before each action; may throw, as a fault that a test injects. */
  beforeAction(index: number, action: WireAction): void;
  nextReference(): string;
  /** Called with each member that is used: "Range.GetCell", "Range.Values=" where it is set. */
  onMember(member: string): void;
}

/**
 * Carries out one request batch: the actions in order, none taken back when a later one fails, as in Excel.
 */
export class RequestRun {
  private readonly session: Session;
  private readonly request: WireRequest;
  /** Null: a null object. */
  private readonly resolved = new Map<number, HostObject | null>();

  constructor(session: Session, request: WireRequest) {
    this.session = session;
    this.request = request;
  }

  run(): WireResponse {
    const response: WireResponse = { Results: [], TraceIds: [] };
    for (const [index, action] of this.request.Actions.entries()) {
      try {
        this.session.beforeAction(index, action);
        if (action.ActionType === ACTION.trace) response.TraceIds.push(action.Id);
        response.Results.push({ ActionId: action.Id, Value: this.perform(action) });
      } catch (caught) {
        const error = asHostError(caught);
        response.Error = {
          ActionIndex: index,
          Code: error.code,
          HttpStatusCode: error.httpStatus,
          Location: error.location,
          Message: error.message,
        };
        break;
      }
    }
    return response;
  }

  private perform(action: WireAction): unknown {
    if (action.ActionType === ACTION.trace) return null;
    const object = this.resolve(action.ObjectPathId);
    switch (action.ActionType) {
      case ACTION.instantiate:
        return object && identityOf(object);
      case ACTION.query:
        return object && queryObject(object, action.QueryInfo ?? {});
      case ACTION.setProperty:
        this.set(object, action.Name, this.decode(action.ArgumentInfo)[0]);
        return null;
      case ACTION.update:
        for (const [name, value] of Object.entries(action.ObjectState ?? {})) this.set(object, pascal(name), value);
        return null;
      case ACTION.method:
        return object && this.callMethod(object, action);
      default:
        return refuse("GeneralException", `EMULATOR: action type ${action.ActionType} is not implemented`);
    }
  }

  private set(object: HostObject | null, name: string, value: unknown): void {
    if (!object) refuse("InvalidOperation", "EMULATOR: a property of a null object is set");
    this.session.onMember(`${object.className}.${name}=`);
    located(object, name, () => {
      object.set(name, value);
    });
  }

  private callMethod(object: HostObject, action: WireAction): unknown {
    const args = this.decode(action.ArgumentInfo);
    if (action.Name === "_KeepReference") {
      if (object.reference === null) {
        object.reference = this.session.nextReference();
        this.session.references.set(object.reference, object);
      }
      return null;
    }
    if (action.Name === "_RemoveReference") {
      this.session.references.delete(String(args[0]));
      return null;
    }
    this.session.onMember(`${object.className}.${action.Name}`);
    return located(object, action.Name, () => object.call(action.Name, args)) ?? null;
  }

  private resolve(id: number): HostObject | null {
    const known = this.resolved.get(id);
    if (known !== undefined) return known;
    const object = this.resolvePath(id);
    this.resolved.set(id, object);
    return object;
  }

  private resolvePath(id: number): HostObject | null {
    const path = this.request.ObjectPaths[id] ?? refuse("GeneralException", `EMULATOR: no object path ${id}`);
    const parent = path.ParentObjectPathId === undefined ? undefined : this.resolve(path.ParentObjectPathId);
    // Whatever is asked of a null object is a null object.
    if (parent === null) return null;
    switch (path.ObjectPathType) {
      case PATH.global:
        return this.session.root;
      case PATH.newObject:
        return this.session.createService(path.Name);
      case PATH.nullObject:
        return null;
      case PATH.reference:
        return this.session.references.get(path.Name) ?? refuse("InvalidReference");
      default:
        return this.resolveChild(parent ?? this.session.root, path.ObjectPathType, path.Name, path.ArgumentInfo);
    }
  }

  private resolveChild(parent: HostObject, type: number, name: string, info?: WireArguments): HostObject | null {
    const args = this.decode(info);
    if (type === PATH.method) this.session.onMember(`${parent.className}.${name}`);
    return located(parent, type === PATH.indexer ? "GetItem" : name, () => {
      if (type === PATH.property) return parent.navigate(name);
      const found = type === PATH.indexer ? parent.member(args[0]) : (parent.call(name, args) as HostObject | null);
      return found ?? (name.includes("OrNullObject") ? null : refuse("ItemNotFound"));
    });
  }

  /** Arguments with the objects that they refer to put in their place. */
  private decode(info: WireArguments | undefined): unknown[] {
    const references = info?.ReferencedObjectPathIds;
    return (info?.Arguments ?? []).map((argument, index) => this.decodeOne(argument, references?.[index]));
  }

  private decodeOne(argument: unknown, reference: unknown): unknown {
    if (Array.isArray(reference) && Array.isArray(argument))
      return argument.map((one: unknown, index) => this.decodeOne(one, reference[index]));
    return typeof reference === "number" && reference !== 0 ? this.resolve(reference) : argument;
  }
}

/** Tells where in the object model an error arose, as Excel does. */
function located<T>(object: HostObject, member: string, action: () => T): T {
  try {
    return action();
  } catch (caught) {
    if (caught instanceof HostError && caught.location === "")
      caught.location = `${object.className}.${camelCase(member)}`;
    throw caught;
  }
}

const pascal = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);

const asHostError = (caught: unknown): HostError =>
  caught instanceof HostError
    ? caught
    : new HostError("GeneralException", `EMULATOR crashed: ${caught instanceof Error ? caught.stack : String(caught)}`);
