/** Where a workbook was saved: later saves go there without asking again. */
export interface SavedPlace {
  readonly name: string;
  readonly handle: FileSystemFileHandle | null;
}

interface SavePicker {
  showSaveFilePicker?: (options: {
    readonly suggestedName: string;
    readonly types: readonly {
      readonly description: string;
      readonly accept: Readonly<Record<string, readonly string[]>>;
    }[];
  }) => Promise<FileSystemFileHandle>;
}

const TYPES: Readonly<Record<string, string>> = {
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  xlsm: "application/vnd.ms-excel.sheet.macroEnabled.12",
  zip: "application/zip",
};

/**
 * Saves where it was saved before, else where the person chooses, else as a download. Never over the original unasked:
 * the file that was opened is only read. Null where the person called it off.
 */
export async function saveFile(name: string, bytes: Uint8Array, place: SavedPlace | null): Promise<SavedPlace | null> {
  const ending = /[^.]*$/.exec(name.toLowerCase())?.[0] ?? "";
  const extension = ending in TYPES ? ending : "xlsx";
  const type = TYPES[extension] ?? "";
  const handle = place?.handle ?? (await chosen(name, extension, type));
  if (handle === "called-off") return null;
  if (!handle) {
    download(name, new Blob([copyOf(bytes)], { type }));
    return { name, handle: null };
  }
  const file = await handle.createWritable();
  await file.write(copyOf(bytes));
  await file.close();
  return { name: handle.name, handle };
}

async function chosen(
  name: string,
  extension: string,
  type: string,
): Promise<FileSystemFileHandle | "called-off" | null> {
  const { showSaveFilePicker } = window as unknown as SavePicker;
  if (!showSaveFilePicker) return null;
  try {
    return await showSaveFilePicker({
      suggestedName: name,
      types: [{ description: extension === "zip" ? "zip" : "Excel", accept: { [type]: [`.${extension}`] } }],
    });
  } catch (error) {
    if (error instanceof DOMException && error.name === "AbortError") return "called-off";
    // Some browsers have the dialog and forbid it here: a download always works.
    return null;
  }
}

function download(name: string, blob: Blob): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  // The browser reads it after the press.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/** A buffer of exactly these bytes, which no later write can change while it is saved. */
const copyOf = (bytes: Uint8Array): ArrayBuffer => bytes.slice().buffer;
