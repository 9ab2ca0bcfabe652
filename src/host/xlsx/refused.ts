import type { HostFailure } from "../port";

/** Raised inside this host where a plan can not be carried out, and turned into its failure at the one door. */
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
