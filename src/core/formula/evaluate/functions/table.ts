import type { FunctionTable } from "../declare";
import { AGGREGATE } from "./aggregate";
import { DATED_PAYMENTS } from "./dated-payments";
import { XLOOKUP } from "./xlookup";
import { WHOLE_NUMBERS } from "./whole-numbers";
import { TRIGONOMETRY } from "./trigonometry";
import { TIMES } from "./times";
import { TEXT_PARTS } from "./text-parts";
import { SHAPES } from "./shapes";
import { QUANTILES } from "./quantiles";
import { NUMERALS } from "./numerals";
import { MOMENTS } from "./moments";
import { CELL_FACTS } from "./cell-facts";
import { CALENDAR } from "./calendar";
import { ANNUITIES } from "./annuities";
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
  ...AGGREGATE,
  ...DATED_PAYMENTS,
  ...LOGIC,
  ...INFORMATION,
  ...TEXT,
  ...LOOKUP,
  ...DATES,
  ...ANNUITIES,
  ...CALENDAR,
  ...CELL_FACTS,
  ...MOMENTS,
  ...NUMERALS,
  ...QUANTILES,
  ...SHAPES,
  ...TEXT_PARTS,
  ...TIMES,
  ...TRIGONOMETRY,
  ...WHOLE_NUMBERS,
  ...XLOOKUP,
} as unknown as FunctionTable);
