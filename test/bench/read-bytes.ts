import type { WorkbookSnapshot } from "../../src/core/workbook/snapshot";
import { createXlsxHost } from "../../src/host/xlsx/xlsx-host";

/** The workbook in a file, read anew. */
export async function readBytes(bytes: Uint8Array): Promise<WorkbookSnapshot> {
  const read = await createXlsxHost(bytes).read();
  if (!read.ok) throw new Error(`not read: ${JSON.stringify(read)}`);
  return read.value;
}
