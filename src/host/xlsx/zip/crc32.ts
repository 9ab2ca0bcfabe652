/** Tables for eight bytes at a time: TABLES[k * 256 + byte] is the byte's part when k bytes follow it. */
const TABLES = new Int32Array(8 * 256);
for (let n = 0; n < 256; n++) {
  let c = n;
  for (let bit = 0; bit < 8; bit++) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1;
  TABLES[n] = c;
}
for (let at = 256; at < TABLES.length; at++) {
  const before = TABLES[at - 256] ?? 0;
  TABLES[at] = (TABLES[before & 255] ?? 0) ^ (before >>> 8);
}

/** The check sum of a zip entry's inflated bytes (ISO 3309). */
export function crc32(bytes: Uint8Array): number {
  const part = (k: number, byte: number): number => TABLES[k * 256 + (byte & 255)] ?? 0;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let crc = -1;
  let at = 0;
  for (; at + 8 <= bytes.length; at += 8) {
    const one = crc ^ view.getInt32(at, true);
    const two = view.getInt32(at + 4, true);
    crc =
      part(7, one) ^ part(6, one >>> 8) ^ part(5, one >>> 16) ^ part(4, one >>> 24) ^
      part(3, two) ^ part(2, two >>> 8) ^ part(1, two >>> 16) ^ part(0, two >>> 24); // prettier-ignore
  }
  for (; at < bytes.length; at++) crc = part(0, crc ^ (bytes[at] ?? 0)) ^ (crc >>> 8);
  return (crc ^ -1) >>> 0;
}
