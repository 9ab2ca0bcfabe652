import type { HostFailure } from "./port";

/** Raised inside a host where something can not be done, and turned into its failure at the host's one door. */
export class Refused extends Error {
  readonly failure: HostFailure;

  constructor(failure: HostFailure) {
    super(failure.kind);
    this.name = "Refused";
    this.failure = failure;
  }
}

export function refuse(failure: HostFailure): never {
  throw new Refused(failure);
}

export const unsupported = (what: string): never => refuse({ kind: "unsupported", what });
