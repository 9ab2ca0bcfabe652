/** Printed definitions (公式): reading, printing, evaluating and compiling them (SPEC D). */
export { compileDefinition, compileExpression } from "./compile";
export { evaluateExpression, type Evaluation } from "./evaluate";
export { readGivenNumber } from "./given-number";
export { printExpression, printSpaced } from "./print";
export { readDefinition, readDefinitions, type DefinitionProblem, type Reading, type ReadingOptions } from "./read";
export { variablesOf } from "./variables";
