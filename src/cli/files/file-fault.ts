import type { Language } from "../../app/failure-words";

/** The system would not let a file be read or written: `code` is Node's (ENOENT, ENOSPC…). */
export class FileFault extends Error {
  readonly path: string;
  readonly code: string;
  readonly doing: "read" | "write";

  constructor(path: string, doing: "read" | "write", cause: unknown) {
    super(cause instanceof Error ? cause.message : String(cause), { cause });
    this.path = path;
    this.doing = doing;
    this.code = codeOf(cause);
  }
}

/** Told by its shape: an error of Node's own may come from another realm. */
export const codeOf = (error: unknown): string =>
  typeof error === "object" && error !== null && "code" in error && typeof error.code === "string" ? error.code : "";

type Words = readonly [zh: string, en: string];

const READING: Words = ["无法读取，磁盘或网络出错", "It can not be read: the disk or the network failed"];
const WRITING: Words = ["无法写入，磁盘或网络出错", "It can not be written: the disk or the network failed"];

const FAULTS: readonly (readonly [codes: string, ...Words])[] = [
  ["EACCES EPERM", "没有权限。请换一个位置，或检查文件和文件夹的权限", "Permission denied. Choose another place, or check the rights of the file and its folder"],
  ["EROFS", "所在的磁盘为只读。请写到别处", "The disk is read-only. Write elsewhere"],
  ["ENOSPC EDQUOT", "磁盘已满。请腾出空间或写到别处", "The disk is full. Free some space or write elsewhere"],
  ["ENAMETOOLONG", "文件名过长。请改短", "The name is too long. Choose a shorter one"],
  ["EISDIR", "是一个文件夹。请给出文件名", "This is a folder. Name a file"],
  ["ENOTDIR", "路径中有一段不是文件夹。请检查路径", "A part of the path is no folder. Check the path"],
  ["ELOOP", "链接绕成了一圈。请检查路径", "The links go round in a circle. Check the path"],
  ["EBUSY ETXTBSY", "正被其他程序（如 Excel）占用。请关闭后重试", "Another program (Excel, say) is using it. Close it and try again"],
  ["EMFILE ENFILE", "打开的文件过多。请稍后重试", "Too many files are open. Try again later"],
  ["EFBIG ERR_FS_FILE_TOO_LARGE", "文件过大", "The file is too large"],
  ["ERR_INVALID_ARG_VALUE EINVAL", "这不是可用的文件名。请检查路径", "This can not be a file's name. Check the path"],
]; // prettier-ignore

/** One sentence for what the system refused: which file, why, what to do. */
export function wordFileFault({ path, code, doing }: FileFault, lang: Language): string {
  const [zh, en] = wordsOf(code, doing);
  return lang === "zh" ? `${path}：${zh}。` : `${path}: ${en}.`;
}

function wordsOf(code: string, doing: FileFault["doing"]): Words {
  if (code === "ENOENT") {
    return doing === "read"
      ? ["找不到文件。请检查路径", "The file was not found. Check the path"]
      : ["所在的文件夹不存在。请先建立，或检查路径", "Its folder does not exist. Make it first, or check the path"];
  }
  const known = FAULTS.find(([codes]) => codes.split(" ").includes(code));
  if (known) return [known[1], known[2]];
  const [zh, en] = doing === "read" ? READING : WRITING;
  return code === "" ? [zh, en] : [`${zh}（${code}）`, `${en} (${code})`];
}
