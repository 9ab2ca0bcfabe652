import { isCompoundFile } from "../host/compound-file";
import { createXlsxHost } from "../host/xlsx/xlsx-host";
import type { PaneSurroundings } from "../ui/pane-store";

/** A workbook beside the open one, from its bytes: a package, or an .xls of before 2007 by a reader loaded only for it. */
export const readWorkbookFile: NonNullable<PaneSurroundings["readFile"]> = async (bytes) => {
  if (!isCompoundFile(bytes)) return createXlsxHost(bytes).read();
  const { createXlsHost } = await import(/* webpackChunkName: "file-xls" */ "../host/xls/xls-host");
  return createXlsHost(bytes).read();
};
