/** The namespaces of SpreadsheetML and its neighbours, in the transitional and the Strict form (ISO/IEC 29500). */
export const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
export const MAIN_STRICT = "http://purl.oclc.org/ooxml/spreadsheetml/main";
export const X14 = "http://schemas.microsoft.com/office/spreadsheetml/2009/9/main";
export const EXCEL_MAIN = "http://schemas.microsoft.com/office/excel/2006/main";
export const RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
export const RELATIONSHIPS_STRICT = "http://purl.oclc.org/ooxml/officeDocument/relationships";
export const XML = "http://www.w3.org/XML/1998/namespace";

export const isMain = (namespace: string): boolean => namespace === MAIN || namespace === MAIN_STRICT;
