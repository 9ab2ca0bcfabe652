import type { FunctionTable } from "../declare";
import { CONDITIONAL } from "./conditional";
import { DATES } from "./dates";
import { INFORMATION } from "./information";
import { LOGIC } from "./logic";
import { LOOKUP } from "./lookup";
import { MATH } from "./math";
import { SPREAD } from "./spread";
import { STATISTICS } from "./statistics";
import { SUBTOTAL } from "./subtotal";
import { TEXT } from "./text";

/** All functions that are evaluated, but those of `lazy.ts`; whatever is not here is "not evaluated", never a guess. */
export const FUNCTIONS: FunctionTable = Object.freeze({
  __proto__: null,
  ...MATH,
  ...STATISTICS,
  ...SPREAD,
  ...CONDITIONAL,
  ...SUBTOTAL,
  ...LOGIC,
  ...INFORMATION,
  ...TEXT,
  ...LOOKUP,
  ...DATES,
} as unknown as FunctionTable);
