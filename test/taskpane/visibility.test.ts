import { followVisibility } from "../../src/taskpane/visibility";

type Told = (message: { readonly visibilityMode: string }) => void;

/** What the pane was told, when Office tells `modes`. */
function told(isShared: boolean, modes: readonly string[]): readonly boolean[] {
  const heard: boolean[] = [];
  const handlers: Told[] = [];
  Object.assign(globalThis, {
    Office: {
      VisibilityMode: { hidden: "Hidden", taskpane: "Taskpane" },
      context: { requirements: { isSetSupported: () => isShared } },
      addin: {
        onVisibilityModeChanged: (handler: Told) => {
          handlers.push(handler);
          return Promise.resolve(() => Promise.resolve());
        },
      },
    },
  });
  followVisibility({ setVisible: (visible) => void heard.push(visible) });
  for (const visibilityMode of modes) for (const handler of handlers) handler({ visibilityMode });
  return heard;
}

afterEach(() => void Reflect.deleteProperty(globalThis, "Office"));

it.each([
  ["a pane that is closed and shown again is told both", true, ["Hidden", "Taskpane"], [false, true]],
  ["without a shared runtime nothing is asked for", false, ["Hidden"], []],
])("%s", (_, isShared, modes, expected) => {
  expect(told(isShared, modes)).toEqual(expected);
});
