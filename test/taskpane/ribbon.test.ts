import { connectRibbon, FUNCTION_NAMES, type RibbonCommand } from "../../src/taskpane/ribbon";

type Associated = (event: { completed: () => void }) => Promise<void>;

let functions: Map<string, Associated>;
let steps: string[];

function stubOffice(showAsTaskpane: () => Promise<void>): void {
  functions = new Map();
  steps = [];
  Object.assign(globalThis, {
    Office: {
      actions: { associate: (name: string, run: Associated) => functions.set(name, run) },
      addin: { showAsTaskpane },
    },
  });
}

const shown = (): Promise<void> => Promise.resolve().then(() => void steps.push("shown"));

async function click(command: RibbonCommand): Promise<void> {
  const run = functions.get(FUNCTION_NAMES[command]);
  if (!run) throw new Error(`nothing is associated with ${command}`);
  await run({ completed: () => void steps.push("completed") });
}

afterEach(() => void Reflect.deleteProperty(globalThis, "Office"));

it("a button shows the pane, frees the ribbon, and only then asks the pane to act", async () => {
  stubOffice(shown);
  connectRibbon().listen((command) => void steps.push(command));
  await click("check");
  expect(steps).toEqual(["shown", "completed", "check"]);
});

it("commands given before the pane is ready wait for it, in their order", async () => {
  stubOffice(shown);
  const ribbon = connectRibbon();
  await click("check");
  await click("write");
  const carriedOut: RibbonCommand[] = [];
  ribbon.listen((command) => void carriedOut.push(command));
  await click("audit");
  await click("undo");
  expect(carriedOut).toEqual(["check", "write", "audit", "undo"]);
});

it("where the pane can not be shown the ribbon is freed, nothing is done and the failure is not hidden", async () => {
  stubOffice(() => Promise.reject(new Error("not supported")));
  connectRibbon().listen((command) => void steps.push(command));
  await expect(click("write")).rejects.toThrow("not supported");
  expect(steps).toEqual(["completed"]);
});
