import { succeed } from "../../core/model/result";
import type { WritePlan } from "../../core/workbook/write-plan";
import type { HostResult } from "../port";
import { dressTables, type ListChart, type ListSheet } from "./dress-tables";
import { newWorkbook } from "./new-workbook";
import { createXlsxHost } from "./xlsx-host";

/** A workbook of nothing but lists: what is written into a new one whose first sheet bears that name. */
export interface ListBook {
  readonly first: string;
  readonly plan: WritePlan;
  readonly lists: readonly ListSheet[];
  readonly chart: ListChart;
}

/** The workbook as a file, each list an Excel table with filters. The same lists give the same bytes. */
export async function listBook({ first, plan, lists, chart }: ListBook): Promise<HostResult<Uint8Array>> {
  const host = createXlsxHost(newWorkbook(first));
  const written = await host.write(plan);
  return written.ok ? succeed(dressTables(host.bytes(), lists, chart)) : written;
}
