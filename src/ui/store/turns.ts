/** Lets actions run one at a time. */
export function createTurns() {
  let turn: Promise<unknown> | null = null;

  /** Until none runs. */
  async function free(): Promise<void> {
    while (turn) await turn;
  }

  /** At once where none runs. */
  async function inTurn<T>(action: () => Promise<T>): Promise<T> {
    if (turn) await free();
    const done = action();
    turn = done.catch(() => undefined);
    try {
      return await done;
    } finally {
      turn = null;
    }
  }

  return { free, inTurn };
}
