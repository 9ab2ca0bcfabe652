import { ratio } from "../../src/core/model/exact";
import type { Rule } from "../../src/core/rules/rule";
import { bands, num, rate, rule, stepDeduct } from "../core/rules/build";
import { EDGES, int, pick, type Random, text } from "./random-source";

/** Rules of several clauses as the language of standards makes them, with random numbers. */

/** 90%得8分，每提高5%加1分: what each step adds beyond the base, and bands (at times with a gap) before it. */
export function raised(full: string, random: Random): Rule {
  const threshold = pick(random, ["0.6", "0.8", "0.9", "0.95"]);
  const base = text(num(full).mul(ratio(6 + int(random, 3), 10)));
  const subject = rate("率");
  const steps = stepDeduct(subject, "above", threshold, pick(random, ["0.01", "0.05", "0.03"]), pick(random, ["-0.1", "-0.5", "-1"]), base, {
    partialSteps: pick(random, [null, "whole", "started", "proRata"]),
  }); // prettier-ignore
  if (random() < 0.3) {
    const lowered = stepDeduct(subject, "below", threshold, "0.01", pick(random, ["0.2", "0.5"]), "0", {
      floor: num(base).neg(),
    });
    return rule(full, [steps, lowered], { combine: "sum" });
  }
  const before = pick(random, [{}, { [`X<${threshold}`]: "0" }, { [`0.5≤X<${threshold}`]: "1", "X<0.5": "0" }]);
  const otherwise = Object.keys(before).length === 0 && random() < 0.5 ? "0" : null;
  return rule(full, [steps, bands(subject, { [`X≥${threshold}`]: full, ...before }, otherwise)], { combine: "min" });
}

/** A≥90%且B≥80%得5分 (the lower of two lists), A≥90%或B≥80% (the first that holds). */
export function joint(full: string, random: Random): Rule {
  const [a, b] = [pick(random, EDGES), pick(random, EDGES)];
  const otherwise = random() < 0.7 ? "0" : null;
  const either = random() < 0.5;
  const first = bands(rate("甲"), { [`X≥${a}`]: full }, either ? null : otherwise);
  const second = bands(rate("乙"), { [`X≤${b}`]: full }, otherwise);
  return rule(full, [first, second], { combine: either ? "first" : "min" });
}
