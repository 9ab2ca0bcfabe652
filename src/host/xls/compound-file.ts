/** The bytes with which every .xls and .et begins, and an encrypted .xlsx too. */
const COMPOUND_FILE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

export const isCompoundFile = (bytes: Uint8Array): boolean => COMPOUND_FILE.every((byte, at) => bytes[at] === byte);
