import type { ValidationRule } from "./write-plan";

/** The first formula of a validation, as a snapshot states it. */
export function validationFormula(rule: ValidationRule): string {
  switch (rule.type) {
    case "list":
      return typeof rule.source === "string" ? rule.source : `"${rule.source.join(",")}"`;
    case "decimal":
      return rule.min;
    case "custom":
      return rule.formula;
  }
}
