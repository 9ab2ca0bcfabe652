import type { Exact } from "../../../model/exact";
import type { RuleInput } from "../../../rules/rule-input";
import { figure, type Frame, inputName } from "./frame";
import type { Range } from "../conditions/range";
import { sameSubject } from "../words/same-subject";
import { LETTER, RATE_NAME } from "../words/case-words";
import { unlessRefused } from "../words/problem";
import type { Unit } from "../words/token";
import { namesIn } from "../conditions/formula";
import type { Line } from "./line";

interface Mentioned {
  readonly name: string;
  readonly units: readonly { readonly unit: Unit; readonly value: Exact; readonly at: number }[];
}

/** Which input each printed name of a figure means; an empty name is the one figure of the text. */
export type Figures = (name: string) => RuleInput | null;

/** The figures of a list of lines; null where their units do not agree, or an unnamed one could be several. */
export function figuresOf(lines: readonly Line[], frame: Frame): Figures | null {
  const mentioned = withoutLetter(lines.flatMap(mentionedIn));
  const names: string[] = [];
  for (const { name } of mentioned) {
    if (name === "") continue;
    const same = names.findIndex((one) => sameSubject(one, name));
    if (same < 0) names.push(name);
    else if (name.length > (names[same] ?? "").length) names[same] = name;
  }
  const unnamed = mentioned.some(({ name }) => name === "");
  if (unnamed && names.length > 1) return null;
  const only = unnamed ? (names[0] ?? inputName("", frame)) : "";
  const isOnly = (name: string): boolean => name === "" || (LETTER.test(name) && !names.includes(name));
  const nameOf = (name: string): string =>
    isOnly(name) ? only : (names.find((one) => sameSubject(one, name)) ?? name);
  const inputs = new Map<string, RuleInput>();
  for (const name of new Set(mentioned.map((one) => nameOf(one.name)))) {
    const units = mentioned.filter((one) => nameOf(one.name) === name).flatMap((one) => one.units);
    const input = inputOf(name, units, frame);
    if (!input) return null;
    inputs.set(name, input);
  }
  return (name) => inputs.get(nameOf(name)) ?? null;
}

/** One letter of the text stands for its one figure; several are figures of their own. */
function withoutLetter(mentioned: readonly Mentioned[]): readonly Mentioned[] {
  const letters = new Set(mentioned.map(({ name }) => name).filter((name) => LETTER.test(name)));
  return letters.size === 1 ? mentioned.map((one) => (letters.has(one.name) ? { ...one, name: "" } : one)) : mentioned;
}

function mentionedIn({ condition, then }: Line): readonly Mentioned[] {
  const ranges = condition.flatMap((piece): Mentioned[] =>
    piece.is === "range" ? [{ name: piece.subject, units: unitsOf(piece.range) }] : [],
  );
  const read = "expression" in then ? namesIn(then.expression).map((name) => ({ name, units: [] })) : [];
  return [...ranges, ...read];
}

const unitsOf = ({ low, high }: Range): Mentioned["units"] =>
  [low, high].flatMap((end) => (end ? [{ unit: end.unit, value: end.value, at: 0 }] : []));

function inputOf(name: string, units: Mentioned["units"], frame: Frame): RuleInput | null {
  if (units.length === 0) {
    const own = inputName(name, frame);
    return { name: own, type: RATE_NAME.test(own) ? "rate" : "amount", unit: null };
  }
  return unlessRefused(() => figure(name, units, frame));
}
