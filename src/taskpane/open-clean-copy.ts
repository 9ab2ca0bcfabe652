import { cleanWorkbook } from "../app/write-review";
import { fail, succeed } from "../core/model/result";
import { failureOf } from "../host/office/failures";
import type { HostResult } from "../host/port";

/** The most that Office hands over at once. */
const SLICE_BYTES = 4 * 1024 * 1024;

/** Opens the 报送版 of the open workbook as a new one. The open workbook is read as a file and left alone (SPEC U16). */
export async function openCleanCopy(): Promise<HostResult<void>> {
  const file = await documentFile();
  if (!file.ok) return file;
  const { createXlsxHost } = await import(/* webpackChunkName: "file" */ "../host/xlsx/xlsx-host");
  const host = createXlsxHost(file.value);
  const cleaned = await cleanWorkbook(host);
  if (!cleaned.ok) return cleaned;
  try {
    await Excel.createWorkbook(base64(host.bytes()));
    return succeed(undefined);
  } catch (error) {
    return fail(failureOf(error));
  }
}

/** The workbook's file as it stands, with what was not saved yet. */
async function documentFile(): Promise<HostResult<Uint8Array>> {
  try {
    const file = await answered<Office.File>((done) =>
      Office.context.document.getFileAsync(Office.FileType.Compressed, { sliceSize: SLICE_BYTES }, done),
    );
    try {
      const bytes = new Uint8Array(file.size);
      let filled = 0;
      for (let index = 0; index < file.sliceCount; index++) {
        const taken = await answered<Office.Slice>((done) => file.getSliceAsync(index, done));
        const slice = Uint8Array.from(taken.data as ArrayLike<number>);
        bytes.set(slice, filled);
        filled += slice.length;
      }
      return succeed(bytes);
    } finally {
      // Office keeps two files in memory at most: one that is not closed blocks the next.
      file.closeAsync();
    }
  } catch (error) {
    return fail(failureOf(error));
  }
}

const answered = <T>(ask: (done: (result: Office.AsyncResult<T>) => void) => void): Promise<T> =>
  new Promise((resolve, reject) => {
    ask(({ status, value, error }) => {
      if (status === Office.AsyncResultStatus.Succeeded) resolve(value);
      else reject(Object.assign(new Error(error.message), { code: error.name }));
    });
  });

function base64(bytes: Uint8Array): string {
  let text = "";
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text);
}
