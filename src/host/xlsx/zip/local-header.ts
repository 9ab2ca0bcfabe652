import { unreadable } from "../unreadable";

/** What the directory says of an entry, which its own header must not contradict. */
interface Listed {
  readonly name: string;
  readonly method: number;
  readonly crc: number;
  readonly packedSize: number;
  readonly size: number;
  readonly start: number;
}

const SIZES_FOLLOW = 0x8;
const ENCRYPTED = 0x1;
const ZIP64 = 0xffffffff;

/**
 * Refuses an entry whose own header names another part, another way of packing or other sizes than the directory
 * (SPEC X19): programs differ in which of the two they believe, so neither is the file that the sender saw.
 * Sizes that follow the data, stand in the zip64 field or are left at 0 contradict nothing.
 */
export function refuseOtherHeader(view: DataView, bytes: Uint8Array, listed: Listed): void {
  const { start } = listed;
  const name = nameText(bytes.subarray(start + 30, start + 30 + view.getUint16(start + 26, true)));
  const contradict = (zh: string, en: string): never =>
    unreadable(
      "inconsistent-zip",
      `部件 ${listed.name} 自己的文件头写的是${zh}，与压缩目录不符`,
      `the header of the part ${listed.name} states ${en}, the zip directory does not`,
    );
  if (name !== listed.name) contradict(`名称 ${name}`, `the name ${name}`);
  const flags = view.getUint16(start + 6, true);
  if (flags & ENCRYPTED) contradict("已加密", "that it is encrypted");
  const method = view.getUint16(start + 8, true);
  if (method !== listed.method) contradict(`压缩方式 ${method}`, `the packing method ${method}`);
  if (flags & SIZES_FOLLOW) return;
  const differs = (at: number, said: number): boolean => {
    const here = view.getUint32(start + at, true);
    return here !== 0 && here !== ZIP64 && here !== said;
  };
  if (differs(14, listed.crc)) contradict("另一个校验和", "another check sum");
  if (differs(18, listed.packedSize) || differs(22, listed.size)) contradict("另一个大小", "another size");
}

/**
 * A part's name as it stands in either place, its slashes forward and none in front. One in another code page (GBK, of
 * older programs) is kept byte for byte: its signs are not known, but no two names become one.
 */
export function nameText(bytes: Uint8Array): string {
  return decoded(bytes).replaceAll("\\", "/").replace(/^\/+/, "");
}

/** Made with the first name: where modules are loaded a page may not have one yet. */
let utf8: TextDecoder | null = null;

function decoded(bytes: Uint8Array): string {
  utf8 ??= new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
  try {
    return utf8.decode(bytes);
  } catch {
    // Fatal decoding throws only for what is no UTF-8.
    return Array.from(bytes, (byte) => String.fromCharCode(byte)).join("");
  }
}
