import type { FolderFile } from "./batch-messages";

/** More files than these dropped at once are a batch, not workbooks to be opened side by side. */
export const MOST_OPENED = 5;

/** What was dropped, to be asked for while the event lasts: the list is emptied when it is over. */
export interface Dropped {
  readonly files: readonly File[];
  readonly folders: readonly FileSystemDirectoryEntry[];
}

export function droppedThings(transfer: DataTransfer | null): Dropped {
  const entries = [...(transfer?.items ?? [])].flatMap((item) => item.webkitGetAsEntry() ?? []);
  const isFolder = (entry: FileSystemEntry): entry is FileSystemDirectoryEntry => entry.isDirectory;
  const folders = entries.filter(isFolder);
  // A folder is among the files too, as one without bytes.
  const names = new Set(folders.map(({ name }) => name));
  const files = [...(transfer?.files ?? [])].filter(({ name }) => !names.has(name));
  return { files, folders };
}

/** The files, and those of the folders and of the folders below, in the order in which the command line lists them. */
export async function filesOf({ files, folders }: Dropped): Promise<readonly FolderFile[]> {
  const found: FolderFile[] = files.map(asFolderFile);
  const waiting = [...folders];
  for (let folder = waiting.pop(); folder; folder = waiting.pop()) {
    for (const entry of await entriesOf(folder)) {
      if (entry.isDirectory) waiting.push(entry as FileSystemDirectoryEntry);
      else found.push({ path: entry.fullPath.replace(/^\//, ""), blob: await fileOf(entry as FileSystemFileEntry) });
    }
  }
  return asListed(found);
}

/** Of a folder that was chosen in a dialog. */
export const chosenFiles = (files: Iterable<File>): readonly FolderFile[] => asListed([...files].map(asFolderFile));

const asFolderFile = (file: File): FolderFile => ({ path: file.webkitRelativePath || file.name, blob: file });

/** A folder gives its entries in portions, the last of which is empty. */
async function entriesOf(folder: FileSystemDirectoryEntry): Promise<readonly FileSystemEntry[]> {
  const reader = folder.createReader();
  const found: FileSystemEntry[] = [];
  for (;;) {
    const portion = await new Promise<FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject),
    ).catch(() => []);
    if (portion.length === 0) return found;
    for (const entry of portion) found.push(entry);
  }
}

const fileOf = (entry: FileSystemFileEntry): Promise<Blob | null> =>
  new Promise((resolve) => entry.file(resolve, () => resolve(null)));

/** By the names of the folders on the way, each by its code units. */
function asListed(files: readonly FolderFile[]): readonly FolderFile[] {
  const parts = files.map((file) => ({ file, names: file.path.split("/") }));
  return parts.sort((a, b) => compareNames(a.names, b.names)).map(({ file }) => file);
}

function compareNames(a: readonly string[], b: readonly string[]): number {
  for (let i = 0; i < Math.min(a.length, b.length); i++) {
    const [left, right] = [a[i] ?? "", b[i] ?? ""];
    if (left !== right) return left < right ? -1 : 1;
  }
  return a.length - b.length;
}
