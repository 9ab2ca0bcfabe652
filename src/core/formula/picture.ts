import type { CellSnapshot } from "../workbook/snapshot";

/** WPS keeps a picture in a cell as DISPIMG("ID_…",1), which Excel shows as #NAME?; Excel's own function is IMAGE. */
const PICTURE = /^=[@+]?(?:_xl\w+\.)*(?:DISPIMG|IMAGE)\(/i;

/** Whether the cell holds a picture: evidence that is there, but unread (SPEC R43). */
export const isPicture = ({ formula, value, picture }: CellSnapshot): boolean =>
  picture === true ||
  (formula !== undefined && PICTURE.test(formula)) ||
  (typeof value === "string" && value.startsWith("=") && PICTURE.test(value));
