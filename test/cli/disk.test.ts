import { existsSync, linkSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, readlinkSync, rmSync, statSync, symlinkSync, writeFileSync } from "node:fs"; // prettier-ignore
import * as node from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { createDisk, type FileCalls } from "../../src/cli/files/disk";
import { FileFault, wordFileFault } from "../../src/cli/files/file-fault";

const OLD = "old";
const NEW = new TextEncoder().encode("a new file");

let folder: string;
beforeEach(() => (folder = mkdtempSync(path.join(os.tmpdir(), "pinghe-"))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const inFolder = (name: string): string => path.join(folder, name);
const made = (name: string): string => {
  writeFileSync(inFolder(name), OLD);
  return inFolder(name);
};
const leftBehind = (): readonly string[] => readdirSync(folder).filter((name) => name.endsWith(".part"));

/** The real calls, of which the one with the given number fails, and how many were made. */
function failing(at: number, code: string): { readonly calls: FileCalls; readonly made: () => readonly string[] } {
  const names: string[] = [];
  const step = <A extends readonly unknown[], R>(name: string, call: (...args: A) => Promise<R>) =>
    async (...args: A): Promise<R> => {
      names.push(name);
      if (names.length - 1 === at) throw Object.assign(new Error(name), { code });
      return call(...args);
    }; // prettier-ignore
  const wrapped = (handle: node.FileHandle): node.FileHandle =>
    Object.assign(Object.create(handle) as node.FileHandle, {
      writeFile: step("write", (data: Uint8Array) => handle.writeFile(data)),
      sync: step("sync", () => handle.sync()),
      // A close that fails has closed all the same.
      close: async () => {
        await handle.close();
        await step("close", () => Promise.resolve())();
      },
    });
  const calls: FileCalls = {
    open: step("open", async (file: string, flags: string, mode?: number) =>
      wrapped(await node.open(file, flags, mode)),
    ) as FileCalls["open"],
    readFile: step("readFile", (file: string) => node.readFile(file)) as FileCalls["readFile"],
    readdir: node.readdir,
    readlink: step("readlink", (file: string) => node.readlink(file)) as FileCalls["readlink"],
    realpath: step("realpath", (file: string) => node.realpath(file)) as FileCalls["realpath"],
    rename: step("rename", node.rename),
    rm: step("rm", node.rm),
    stat: step("stat", (file: string) => node.stat(file)) as FileCalls["stat"],
  };
  return { calls, made: () => names };
}

const faultOf = async (action: Promise<unknown>): Promise<FileFault | null> => {
  try {
    await action;
    return null;
  } catch (error) {
    if (error instanceof FileFault) return error;
    throw error;
  }
};

describe("[K5] every call to the file system failed in turn", () => {
  describe.each([
    ["a new file", () => inFolder("out.xlsx")],
    ["a file that is replaced", () => made("out.xlsx")],
    ["a link to a file", () => (symlinkSync(made("real.xlsx"), inFolder("out.xlsx")), inFolder("out.xlsx"))],
    ["a link to nothing yet", () => (symlinkSync("later.xlsx", inFolder("out.xlsx")), inFolder("out.xlsx"))],
  ])("%s", (_, prepare) => {
    it.each(["EIO", "ENOSPC", "EACCES"])(
      "with %s leaves the old file or the new one, and nothing else",
      async (code) => {
        const file = prepare();
        const whole = failing(-1, code);
        await createDisk(whole.calls).writeFile(file, NEW);
        const names = whole.made();
        expect(names).toEqual(expect.arrayContaining(["open", "write", "sync", "close", "rename"]));
        expect(names.indexOf("sync")).toBeLessThan(names.indexOf("rename"));
        for (let at = 0; at < names.length; at++) {
          for (const name of readdirSync(folder)) rmSync(inFolder(name));
          const again = prepare();
          const before = existsSync(again) ? OLD : null;
          const fault = await faultOf(createDisk(failing(at, code).calls).writeFile(again, NEW));
          expect([names[at], fault?.code]).toEqual([names[at], code]);
          expect(existsSync(again) ? readFileSync(again, "utf8") : null).toBe(before);
          expect(leftBehind()).toEqual([]);
        }
      },
    );
  });
});

describe("where an output goes", () => {
  it.each([
    ["to a file", "made.xlsx"],
    ["to nothing yet", "later.xlsx"],
    ["into another folder", "sub/other.xlsx"],
  ])("[K5] a link %s is written through and stays a link", async (_, target) => {
    made("made.xlsx");
    mkdirSync(inFolder("sub"));
    symlinkSync(target, inFolder("link.xlsx"));
    await createDisk().writeFile(inFolder("link.xlsx"), NEW);
    expect(readlinkSync(inFolder("link.xlsx"))).toBe(target);
    expect(readFileSync(inFolder(target))).toEqual(Buffer.from(NEW));
  });

  it("[K5] a link to a device is written to, and the full disk is told", async () => {
    symlinkSync("/dev/full", inFolder("full"));
    expect((await faultOf(createDisk().writeFile(inFolder("full"), NEW)))?.code).toBe("ENOSPC");
    expect(statSync("/dev/full").isCharacterDevice()).toBe(true);
    expect(readlinkSync(inFolder("full"))).toBe("/dev/full");
  });

  it("a name may be as long as the system allows: 255 bytes, not 256", async () => {
    await createDisk().writeFile(inFolder("n".repeat(255)), NEW);
    expect(existsSync(inFolder("n".repeat(255)))).toBe(true);
    expect((await faultOf(createDisk().writeFile(inFolder("n".repeat(256)), NEW)))?.code).toBe("ENAMETOOLONG");
  });

  it("the rights of a file that is replaced stay as they were", async () => {
    const file = made("out.xlsx");
    await node.chmod(file, 0o600);
    await createDisk().writeFile(file, NEW);
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  it.each<[string, () => string, string]>([
    ["a folder", () => folder, "EISDIR"],
    ["in a folder that is not there", () => inFolder("no/where.xlsx"), "ENOENT"],
    ["below a file", () => path.join(made("file"), "x.xlsx"), "ENOTDIR"],
    ["links in a circle", () => (symlinkSync("loop", inFolder("loop")), inFolder("loop")), "ELOOP"],
  ])("[K6] %s is told before any work is done", async (_, file, code) => {
    const fault = await faultOf(createDisk().fileExists(file()));
    expect([fault?.code, fault?.doing]).toEqual([code, "write"]);
  });

  it("two names of one file are one file: a path round a corner, a link, a hard link", async () => {
    const file = made("a.xlsx");
    mkdirSync(inFolder("sub"));
    symlinkSync(file, inFolder("soft.xlsx"));
    linkSync(file, inFolder("hard.xlsx"));
    const { samePath } = createDisk();
    expect(await samePath(path.join(folder, "sub", "..", "a.xlsx"), file)).toBe(true);
    expect(await samePath(inFolder("soft.xlsx"), file)).toBe(true);
    expect(await samePath(inFolder("hard.xlsx"), file)).toBe(true);
    expect(await samePath(made("b.xlsx"), file)).toBe(false);
    expect(await samePath(inFolder("new.xlsx"), file)).toBe(false);
  });
});

describe("[K5] Ctrl-C while a file is written", () => {
  afterEach(() => jest.restoreAllMocks());

  it.each(["SIGINT", "SIGTERM", "SIGHUP"] as const)("%s takes the half-written file away and ends", async (signal) => {
    const exit = jest.spyOn(process, "exit").mockImplementation((() => undefined) as never);
    const file = inFolder("out.xlsx");
    const rename = async (from: string, to: string): Promise<void> => {
      expect(leftBehind()).toHaveLength(1);
      process.emit(signal);
      await new Promise((resume) => setTimeout(resume, 20));
      expect(exit).toHaveBeenCalledWith({ SIGINT: 130, SIGTERM: 143, SIGHUP: 129 }[signal]);
      expect(leftBehind()).toEqual([]);
      return node.rename(from, to);
    };
    const calls = { ...node, rename } as FileCalls;
    await expect(createDisk(calls).writeFile(file, NEW)).rejects.toThrow(FileFault);
    expect(process.listenerCount(signal)).toBe(0);
  });
});

describe("[K6] what the system refuses, in words", () => {
  it.each(["ENOENT", "EACCES", "EPERM", "EROFS", "ENOSPC", "EDQUOT", "ENAMETOOLONG", "EISDIR", "ENOTDIR", "ELOOP", "EBUSY", "ETXTBSY", "EMFILE", "EFBIG", "EIO", "EWHATEVER", ""])(
    "%s is one sentence in each language that names the file",
    (code) => {
      for (const doing of ["read", "write"] as const) {
        const fault = new FileFault("表.xlsx", doing, Object.assign(new Error("why"), code === "" ? {} : { code }));
        const [zh, en] = [wordFileFault(fault, "zh"), wordFileFault(fault, "en")];
        expect(zh).toMatch(/^表\.xlsx：[^\n]+。$/);
        expect(zh.replace(/^表\.xlsx|E[A-Z]+|Excel/g, "")).not.toMatch(/[a-z]{3}/i);
        expect(en).toMatch(/^表\.xlsx: [^\n]+\.$/);
        expect(en.slice("表.xlsx".length)).not.toMatch(/[\u4e00-\u9fff]/);
      }
    },
  ); // prettier-ignore
});
