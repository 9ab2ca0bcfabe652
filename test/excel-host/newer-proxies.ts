/**
 * Proxies that are newer than the npm runtime of office.js, which ends at ExcelApi 1.15. Notes (1.18) have the members of
 * comments by the same names on the wire, so that the library's own proxies of comments speak for them.
 */
export function addNewerProxies(excel: typeof Excel, library: typeof OfficeExtension): void {
  const { BatchApiHelper } = library as unknown as { readonly BatchApiHelper: PropertyMaker };
  Object.defineProperty(excel.Worksheet.prototype, "notes", {
    get(this: Excel.Worksheet): unknown {
      return BatchApiHelper.createPropertyObject(excel.CommentCollection, this, "Notes", true, CONCURRENT);
    },
    configurable: true,
  });
}

/** Where the API ends with these. */
export const NEWER_END = "1.18";

/** The flag with which the library makes the comments of a sheet: reading them changes nothing. */
const CONCURRENT = 4;

interface PropertyMaker {
  createPropertyObject(type: unknown, parent: unknown, name: string, isCollection: boolean, flags: number): unknown;
}
