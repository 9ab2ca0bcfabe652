/** Something to queue for the next round trip, and about how many bytes it costs there and back. */
export interface Errand {
  readonly weight: number;
  readonly run: () => void;
}

/** Well below the 5 MB that Excel on the web takes in one request. */
const BYTES_PER_TRIP = 2_500_000;

/** A small question or change. */
export const SMALL = 1_000;

/** Runs errands in their order, in as few round trips as they need; what is left queued goes with the caller's sync. */
export async function runErrands(
  context: Excel.RequestContext,
  errands: Iterable<Errand>,
  onTrip: () => void = () => undefined,
): Promise<void> {
  let weight = 0;
  for (const errand of errands) {
    if (weight > 0 && weight + errand.weight > BYTES_PER_TRIP) {
      // eslint-disable-next-line office-addins/no-context-sync-in-loop -- one trip for as many errands as it can carry
      await context.sync();
      onTrip();
      weight = 0;
    }
    errand.run();
    weight += errand.weight;
  }
}
