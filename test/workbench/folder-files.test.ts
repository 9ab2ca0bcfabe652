import { chosenFiles, filesOf } from "../../src/workbench/batch/folder-files";

/** What a browser gives for a dropped folder: entries in portions of at most two, an empty one last. */
const folderOf = (fullPath: string, entries: readonly object[]): FileSystemDirectoryEntry =>
  ({
    isDirectory: true,
    fullPath,
    createReader: () => {
      const left = [...entries];
      return { readEntries: (done: (portion: object[]) => void) => done(left.splice(0, 2)) };
    },
  }) as unknown as FileSystemDirectoryEntry;

const fileOf = (fullPath: string, isGone = false): object => ({
  isDirectory: false,
  fullPath,
  file: (done: (file: Blob) => void, failed: () => void) => (isGone ? failed() : done(new Blob(["x"]))),
});

describe("[B11] the files of a folder", () => {
  it("of whatever depth come in the order of the command line: by the names on the way, folders among the files", async () => {
    const folder = folderOf("/报送", [
      fileOf("/报送/b.xlsx"),
      folderOf("/报送/a", [fileOf("/报送/a/2.xlsx"), folderOf("/报送/a/1", [fileOf("/报送/a/1/z.xlsx")])]),
      fileOf("/报送/a.xlsx"),
      fileOf("/报送/B.xlsx"),
      fileOf("/报送/c.xlsx"),
    ]);
    const files = await filesOf({ files: [], folders: [folder] });
    expect(files.map(({ path }) => path)).toEqual(["报送/B.xlsx", "报送/a/1/z.xlsx", "报送/a/2.xlsx", "报送/a.xlsx", "报送/b.xlsx", "报送/c.xlsx"]); // prettier-ignore
  });

  it("that can not be had any more stay in the list, to be told as a row", async () => {
    const folder = folderOf("/报送", [fileOf("/报送/甲.xlsx", true)]);
    expect(await filesOf({ files: [], folders: [folder] })).toEqual([{ path: "报送/甲.xlsx", blob: null }]);
  });

  it("bear their path from the chosen folder on, or their name where they were dropped alone", () => {
    const chosen = [
      { name: "乙.xlsx", webkitRelativePath: "报送/乙.xlsx" },
      { name: "丙.xlsx", webkitRelativePath: "" },
    ] as File[];
    expect(chosenFiles(chosen).map(({ path }) => path)).toEqual(["丙.xlsx", "报送/乙.xlsx"]);
  });
});
