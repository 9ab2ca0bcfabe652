import type { FileProblem } from "../port";

/**
 * Raised inside this host where a file can not be read, and turned into a typed failure at its one door
 * (`xlsx-host.ts`): it never leaves the host (SPEC H1, X1).
 */
export class Unreadable extends Error {
  readonly problem: FileProblem;

  constructor(problem: FileProblem, detail: string) {
    super(detail);
    this.name = "Unreadable";
    this.problem = problem;
  }
}

export function unreadable(problem: FileProblem, detail: string): never {
  throw new Unreadable(problem, detail);
}
