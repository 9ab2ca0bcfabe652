import { bind, type HostObject, type ObjectType } from "../protocol/host-object";
import { refuse } from "../protocol/host-error";
import { Area } from "../workbook/area";
import type { Book } from "../workbook/book";
import type { Sheet } from "../workbook/sheet";

/** What every class of the object table needs. */
export interface World {
  readonly book: Book;
  range(area: Area): HostObject;
  areas(list: readonly Area[]): HostObject;
  sheet(sheet: Sheet): HostObject;
}

/** A collection of bound objects. */
export interface Members {
  readonly items: () => readonly HostObject[];
}

/** The type of a collection that has nothing but its members. */
export const collection = (className: string, more: Partial<ObjectType<Members>> = {}): ObjectType<Members> => ({
  className,
  items: ({ items }) => items(),
  ...more,
});

export const membersOf = (type: ObjectType<Members>, items: () => readonly HostObject[]): HostObject =>
  bind(type, { items });

/** The area that an argument means: a range object; texts are read by the caller. */
export function areaOf(argument: unknown): Area | null {
  const target = (argument as HostObject | null)?.target;
  return target instanceof Area ? target : null;
}

export function textOf(argument: unknown): string {
  return typeof argument === "string" ? argument : refuse("InvalidArgument");
}

export function numberOf(argument: unknown, otherwise?: number): number {
  if (argument == null && otherwise !== undefined) return otherwise;
  return typeof argument === "number" ? argument : refuse("InvalidArgument");
}

export function objectOf(argument: unknown): Readonly<Record<string, unknown>> {
  return typeof argument === "object" && argument !== null && !Array.isArray(argument)
    ? (argument as Readonly<Record<string, unknown>>)
    : refuse("InvalidArgument");
}
