/**
 * The ribbon's function buttons. Each shows the pane and then asks it to act, because only there can the result be
 * seen and a write be confirmed. Pane and ribbon share one runtime (manifest.xml, Runtimes), so nothing is reloaded
 * and what the person has typed stays.
 */
export type RibbonCommand = keyof typeof FUNCTION_NAMES;

/** The FunctionName of each command in manifest.xml. */
export const FUNCTION_NAMES = {
  check: "pingheCheck",
  audit: "pingheAudit",
  write: "pingheWrite",
  undo: "pingheUndo",
} as const;

export interface Ribbon {
  /** Hands over each command as it is given; those given before the pane was ready come first, in their order. */
  listen(carryOut: (command: RibbonCommand) => void): void;
}

/**
 * Tells Office which function each button calls. To be called while the page loads: a button may be what starts the
 * page, and Office looks for its function as soon as the library is ready.
 */
export function connectRibbon(): Ribbon {
  const waiting: RibbonCommand[] = [];
  let deliver = (command: RibbonCommand): void => void waiting.push(command);
  for (const command of Object.keys(FUNCTION_NAMES) as RibbonCommand[]) {
    Office.actions.associate(FUNCTION_NAMES[command], (event: Office.AddinCommands.Event) =>
      showPane(event).then(() => deliver(command)),
    );
  }
  return {
    listen(carryOut) {
      deliver = carryOut;
      waiting.splice(0).forEach(carryOut);
    },
  };
}

/** Where the pane can not be shown nothing is done: a result that nobody sees helps nobody. */
async function showPane(event: Office.AddinCommands.Event): Promise<void> {
  try {
    await Office.addin.showAsTaskpane();
  } finally {
    // Until then Excel says that the add-in is working, and holds back the next click.
    event.completed();
  }
}
