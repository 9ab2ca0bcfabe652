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

export const unsupported = (zh: string, en: string): never => refuse({ kind: "unsupported", what: { zh, en } });

/** Where a fault of ours happened, for a report of it. */
export const stackOf = (error: unknown): string =>
  error instanceof Error ? (error.stack ?? error.message) : String(error);
