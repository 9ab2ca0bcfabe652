/** Anything a test prints to the console without expecting it is a failure: noise hides faults. */
let calls: string[] = [];
let spies: jest.SpyInstance[] = [];

beforeEach(() => {
  calls = [];
  spies = (["log", "info", "warn", "error"] as const).map((method) =>
    jest.spyOn(console, method).mockImplementation((...args: unknown[]) => {
      calls.push(`${method}: ${args.map(String).join(" ")}`);
    }),
  );
});

afterEach(() => {
  for (const spy of spies) spy.mockRestore();
  if (calls.length > 0) throw new Error(`unexpected console output:\n${calls.join("\n")}`);
});
