import type { WorkbookSnapshot } from "../../src/core/workbook/snapshot";
import type { WritePlan } from "../../src/core/workbook/write-plan";
import { createOfficeHost } from "../../src/host/office/office-host";
import type { HostFailure, WorkbookHost, WriteReceipt } from "../../src/host/port";
import { WorkbenchHost } from "../../src/host/workbench/workbench-host";
import { createXlsxHost } from "../../src/host/xlsx/xlsx-host";
import { openOfficePage } from "../excel-host/jsdom";
import type { Preset } from "../excel-host/presets";

/** Every host that stands behind the port, opened on a workbook's bytes. */
export interface OpenedHost {
  readonly host: WorkbookHost;
  close(): void;
}

type Open = (bytes: Uint8Array) => Promise<OpenedHost>;

const office =
  (preset: Preset): Open =>
  async (workbook) => {
    const page = await openOfficePage({ workbook, preset });
    return { host: createOfficeHost({ cellEdit: 0 }), close: page.close };
  };

const file: Open = (bytes) => Promise.resolve({ host: createXlsxHost(bytes), close: () => undefined });

const workbench: Open = async (bytes) => {
  const opened = await WorkbenchHost.open(createXlsxHost(bytes));
  if (!opened.ok) throw new Error(JSON.stringify(opened.failure));
  return { host: opened.value, close: () => undefined };
};

export const HOSTS: readonly (readonly [name: string, open: Open])[] = [
  ["a file", file],
  ["the workbench", workbench],
  ["Excel 2021", office("2021")],
  ["Excel 2024", office("2024")],
  ["Microsoft 365", office("365")],
];

export async function readFrom(host: WorkbookHost): Promise<WorkbookSnapshot> {
  const result = await host.read();
  if (!result.ok) throw new Error(JSON.stringify(result.failure));
  return result.value;
}

export async function writeTo(host: WorkbookHost, plan: WritePlan): Promise<WriteReceipt> {
  const result = await host.write(plan);
  if (!result.ok) throw new Error(JSON.stringify(result.failure));
  return result.value;
}

export async function failureOf(host: WorkbookHost, plan: WritePlan): Promise<HostFailure> {
  const result = await host.write(plan);
  if (result.ok) throw new Error("the plan was carried out");
  return result.failure;
}

/** What the file says, to which every host is held. */
export const snapshotOf = (bytes: Uint8Array): Promise<WorkbookSnapshot> => readFrom(createXlsxHost(bytes));
