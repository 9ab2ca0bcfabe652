import { Inflate, inflateSync } from "fflate";
import { unreadable } from "../unreadable";
import { crc32 } from "./crc32";
import type { ZipEntry } from "./directory";
import { LIMITS } from "./limits";

/**
 * The bytes of one entry, never more than it declares and the limits allow: packed bytes are fed in slices,
 * so that a bomb is seen before it goes off.
 */
export function inflateEntry(file: Uint8Array, entry: ZipEntry): Uint8Array {
  const packed = file.subarray(entry.dataStart, entry.dataStart + entry.packedSize);
  const bytes = unpack(packed, entry);
  if (crc32(bytes) !== entry.crc)
    unreadable("truncated", `部件 ${entry.name} 的校验和不符`, `the check sum of ${entry.name} is wrong`);
  return bytes;
}

/** Judges an entry by what it claims, before a byte of it is inflated. */
export function refuseBomb({ name, size, packedSize }: ZipEntry): void {
  if (size > LIMITS.ratioFloor && size > packedSize * LIMITS.ratio)
    unreadable(
      "zip-bomb",
      `部件 ${name} 称有 ${size} 字节，超过压缩后的 ${LIMITS.ratio} 倍`,
      `${name} claims ${size} bytes, more than ${LIMITS.ratio} times its packed size`,
    );
  if (size > LIMITS.partSize)
    unreadable(
      "too-large",
      `部件 ${name} 有 ${size} 字节，上限 ${LIMITS.partSize}`,
      `${name} has ${size} bytes, at most ${LIMITS.partSize}`,
    );
}

function unpack(packed: Uint8Array, entry: ZipEntry): Uint8Array {
  if (entry.method === 0) {
    return packed.length === entry.size
      ? packed
      : unreadable("truncated", `部件 ${entry.name} 的大小不符`, `the size of ${entry.name} is wrong`);
  }
  if (entry.method !== 8)
    return unreadable(
      "unsupported-zip",
      `部件 ${entry.name} 用了压缩方式 ${entry.method}`,
      `${entry.name} is packed by method ${entry.method}`,
    );
  return packed.length <= AT_ONCE ? inflateAtOnce(packed, entry) : inflateInSlices(packed, entry);
}

/** So few packed bytes can not take long, whatever they hold. */
const AT_ONCE = 2 ** 20;

function inflateAtOnce(packed: Uint8Array, { name, size }: ZipEntry): Uint8Array {
  try {
    // One byte more than wanted tells an entry that is too long from one that is right.
    const bytes = inflateSync(packed, { out: new Uint8Array(size + 1) });
    return bytes.length === size
      ? bytes
      : unreadable("truncated", `部件 ${name} 的大小不符`, `the size of ${name} is wrong`);
  } catch (error) {
    return spoilt(error, name);
  }
}

function inflateInSlices(packed: Uint8Array, entry: ZipEntry): Uint8Array {
  const out = new Uint8Array(entry.size);
  let length = 0;
  const stream = new Inflate((chunk) => {
    if (length + chunk.length > out.length)
      unreadable("truncated", `部件 ${entry.name} 的大小不符`, `the size of ${entry.name} is wrong`);
    out.set(chunk, length);
    length += chunk.length;
  });
  feed(stream, packed, entry.name);
  return length === out.length
    ? out
    : unreadable("truncated", `部件 ${entry.name} 的大小不符`, `the size of ${entry.name} is wrong`);
}

const SLICE = 2 ** 16;

function feed(stream: Inflate, packed: Uint8Array, name: string): void {
  try {
    for (let at = 0; at < packed.length; at += SLICE) {
      stream.push(packed.subarray(at, at + SLICE), at + SLICE >= packed.length);
    }
  } catch (error) {
    spoilt(error, name);
  }
}

/** fflate's own errors carry a code, and bytes beyond the end are a range error; ours pass through. */
function spoilt(error: unknown, name: string): never {
  const ofPacking = error instanceof Error && ("code" in error || error instanceof RangeError);
  return ofPacking ? unreadable("truncated", `部件 ${name} 无法解压`, `${name}: ${error.message}`) : raise(error);
}

function raise(error: unknown): never {
  throw error;
}
