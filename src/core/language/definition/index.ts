/** Printed definitions (公式): reading, printing, evaluating and compiling them (SPEC D). */
export { compileDefinition } from "./compile";
export { evaluateExpression, type Evaluation } from "./evaluate";
export { printExpression, printSpaced } from "./print";
export { readDefinition, readDefinitions } from "./read";
export { variablesOf } from "./variables";
