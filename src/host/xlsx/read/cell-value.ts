import { isErrorCode, type CellError, type CellScalar } from "../../../core/workbook/snapshot";
import { decodeEscapes } from "../xml/characters";
import { unreadable } from "../unreadable";

/** What a cell's `v` says under the cell's type. A number that is none reads as an error, never as a guess. */
export function readValue(
  type: string | null,
  text: string,
  strings: readonly string[],
  date1904: boolean,
): CellScalar {
  switch (type) {
    case null:
    case "n":
      return readNumber(text);
    case "s": {
      const shared = strings[Number(text)];
      return (
        shared ??
        (text.trim() === ""
          ? null
          : unreadable("bad-xml", `缺少共享文本 ${text.slice(0, 20)}`, `shared string ${text.slice(0, 20)} is missing`))
      );
    }
    case "str":
    case "inlineStr":
      return decodeEscapes(text);
    case "b":
      return text.trim() === "1" || text.trim() === "true";
    case "e":
      return readError(text.trim());
    case "d":
      return readDate(text.trim(), date1904);
    default:
      return unreadable("bad-xml", `单元格类型 ${type.slice(0, 20)}`, `cell type ${type.slice(0, 20)}`);
  }
}

function readNumber(text: string): CellScalar {
  const number = Number(text);
  if (number === 0 && text.trim() === "") return null;
  return Number.isFinite(number) ? number : { error: "#NUM!" };
}

const readError = (text: string): CellError => ({ error: isErrorCode(text) ? text : "#UNKNOWN!" });

const DAY = 86_400_000;

/** An ISO 8601 date of a Strict file as the serial number that other files hold. */
function readDate(text: string, date1904: boolean): CellScalar {
  const time = /^T?\d{2}:\d{2}/.test(text);
  const iso = time ? `1970-01-01T${text.replace(/^T/, "")}` : text;
  const milliseconds = Date.parse(/[T ]\d/.test(iso) && !/(Z|[+-]\d{2}:?\d{2})$/.test(iso) ? `${iso}Z` : iso);
  if (Number.isNaN(milliseconds)) return { error: "#VALUE!" };
  if (time) return milliseconds / DAY;
  const days = milliseconds / DAY - (date1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, 30)) / DAY;
  // Serial 60 is a 29 February 1900 that never was: earlier days count one less.
  return date1904 || days >= 61 ? days : days - 1;
}
