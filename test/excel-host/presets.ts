/** What each edition of Excel supports (office-js-docs-reference, excel-api-requirement-sets, 30 Jun 2026). */
export type Preset = "2021" | "2024" | "365";

const EXCEL_API: Readonly<Record<Preset, string>> = { "2021": "1.14", "2024": "1.17", "365": "1.21" };

/** The proxies of the npm runtime end here; promising more would let a test call what is not there. */
const LIBRARY_END = "1.15";

const COMMON = {
  AddInCommands: "1.1",
  BindingEvents: "1.1",
  CompressedFile: "1.1",
  DelayForCellEdit: "1.1",
  DialogApi: "1.2",
  DocumentEvents: "1.1",
  RichApiRuntime: "1.2",
  RichApiRuntimeFlag: "1.2",
  Selection: "1.1",
  Settings: "1.1",
  SharedRuntime: "1.1",
};

/** The matrix that Office answers isSetSupported from; `end` is where the page's library ends. */
export function supportedSets(preset: Preset, end: string = LIBRARY_END): Readonly<Record<string, string>> {
  const minor = (version: string): number => Number(version.split(".")[1]);
  const own = EXCEL_API[preset];
  const undo = preset === "365" ? { ExcelApiUndo: "1.8" } : {};
  return { ...COMMON, ...undo, ExcelApi: minor(own) < minor(end) ? own : end };
}
