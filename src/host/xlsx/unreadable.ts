import { LIMITS } from "./zip/limits";
import type { FileProblem, Words } from "../port";

/**
 * Raised inside this host where a file can not be read, and turned into a typed failure at its one door
 * (`xlsx-host.ts`): it never leaves the host (SPEC H1, X1).
 */
export class Unreadable extends Error {
  readonly problem: FileProblem;
  readonly detail: Words;

  constructor(problem: FileProblem, detail: Words) {
    super(detail.en);
    this.name = "Unreadable";
    this.problem = problem;
    this.detail = detail;
  }
}

export function unreadable(problem: FileProblem, zh: string, en: string): never {
  throw new Unreadable(problem, { zh, en });
}

export const tooDeep = (): never =>
  unreadable("too-large", `元素嵌套超过 ${LIMITS.depth} 层`, `elements nested more than ${LIMITS.depth} deep`);
