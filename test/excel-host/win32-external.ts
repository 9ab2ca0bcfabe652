import type { EventEntry } from "./events";
import type { ExcelHost } from "./excel-host";
import { safeArray, type SafeArray } from "./safe-array";

/** Office's numbers for what is executed: a request batch, and the end of a ribbon command. */
const EXECUTE_RICH_API = 93;
const RICH_API_MESSAGE = 33;

type Callback = (result: SafeArray) => void;
type Handler = (dispatchId: number, message: SafeArray) => void;

/**
 * The object by which Excel for Windows meets the page: `window.external`. Everything that office.js asks for at its
 * start is answered; requests go to the emulated Excel.
 */
export function win32External(host: ExcelHost, theme: OfficeTheme = LIGHT): object {
  const handlers = new Map<number, Handler[]>();
  host.onEvent = (entry: EventEntry) => {
    for (const handler of handlers.get(RICH_API_MESSAGE) ?? [])
      handler(RICH_API_MESSAGE, safeArray([safeArray(entry)]));
  };
  return {
    GetHostInfo: () => `excel|Win32|16.01|${host.locale}|telemetry||disableLogging|0`,
    GetLoggingAllowed: () => false,
    GetContext: () => contextOf(host, theme),
    Execute: (dispatchId: number, parameters: readonly unknown[], callback: Callback) => {
      void answer(host, dispatchId, parameters).then((items) => callback(safeArray(items)));
    },
    RegisterEvent: (dispatchId: number, _target: string, handler: Handler, done: (code: number) => void) => {
      handlers.set(dispatchId, [...(handlers.get(dispatchId) ?? []), handler]);
      setTimeout(() => done(0), 0);
    },
    UnregisterEvent: (dispatchId: number, _target: string, done: (code: number) => void) => {
      handlers.delete(dispatchId);
      setTimeout(() => done(0), 0);
    },
  };
}

async function answer(
  host: ExcelHost,
  dispatchId: number,
  parameters: readonly unknown[],
): Promise<readonly unknown[]> {
  if (dispatchId !== EXECUTE_RICH_API) return host.copies.answer(dispatchId, parameters) ?? [0, null];
  const [batch] = parameters as readonly [readonly unknown[]];
  const reply = await host.execute(String(batch[4]), Number(batch[6]));
  return "officeError" in reply ? [reply.officeError, "refused"] : [0, safeArray([200, [], reply.body])];
}

/** Colours as numbers 0xRRGGBB, as Office states them. */
export interface OfficeTheme {
  readonly bodyBackgroundColor: number;
  readonly bodyForegroundColor: number;
  readonly controlBackgroundColor: number;
  readonly controlForegroundColor: number;
}

export const LIGHT: OfficeTheme = {
  bodyBackgroundColor: 0xffffff,
  bodyForegroundColor: 0,
  controlBackgroundColor: 0xf0f0f0,
  controlForegroundColor: 0,
};

export const DARK: OfficeTheme = {
  bodyBackgroundColor: 0x262626,
  bodyForegroundColor: 0xffffff,
  controlBackgroundColor: 0x0a0a0a,
  controlForegroundColor: 0xffffff,
};

/** The document and application as they are told to the page once, when it starts. */
function contextOf(host: ExcelHost, theme: OfficeTheme): object {
  const facts: Readonly<Record<string, unknown>> = {
    AppType: 1,
    SolutionRef: "7d5b1a20-0000-4000-8000-000000000001",
    AppVersionMajor: 16,
    AppVersionMinor: 1,
    AppUILocale: host.locale,
    AppDataLocale: host.locale,
    DocUrl: "C:\\Temp\\Book1.xlsx",
    AppCapabilities: host.book.isReadOnly ? 1 : 0,
    ActivationMode: 1,
    ControlIntegrationLevel: 0,
    SolutionToken: "",
    CorrelationId: "00000000-0000-4000-8000-0000000000cc",
    InstanceId: "emulated-excel",
    TouchEnabled: false,
    CommerceAllowed: true,
    SupportedMatrix: host.supportedSets,
    HostFullVersion: "16.0.19000.20000",
    OfficeThemeInfo: JSON.stringify(theme),
  };
  const getters = Object.entries(facts).map(([name, value]) => [`Get${name}`, () => value] as const);
  return { ...Object.fromEntries(getters), GetSettings: () => documentSettings() };
}

/** Settings of the document, empty and kept nowhere. */
const documentSettings = (): object => ({
  Read: () => undefined,
  WriteAsync: (_keys: unknown, _values: unknown, done: (code: number) => void) => done(0),
  RefreshAsync: (done: () => void) => done(),
});
