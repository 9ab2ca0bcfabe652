const LONGEST = 60;
/** Names that Windows keeps for devices, whatever stands behind the dot. */
const DEVICES = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;

/**
 * The name of the slip's file for a unit: what a path could be made of is taken out, so that no workbook chooses where it is
 * written. A name that is taken already gets a number; `taken` holds names in lower case, and takes the new one.
 */
export function slipName(unit: string, ending: string, taken: Set<string>): string {
  const plain = Array.from(unit.normalize("NFC").replace(UNSAFE, "_")).slice(0, LONGEST).join("").replace(/^[.\s_]+|[.\s]+$/g, ""); // prettier-ignore
  const base = plain === "" || DEVICES.test(plain) ? `单位${plain}` : plain;
  for (let number = 1; ; number++) {
    const name = `${SLIP_PREFIX}${base}${number === 1 ? "" : `-${number}`}${ending}`;
    if (taken.has(name.toLowerCase())) continue;
    taken.add(name.toLowerCase());
    return name;
  }
}

const SLIP_PREFIX = "退回意见单-";

/** Files so named are ours, and no batch reads them again. */
export const isSlipName = (name: string): boolean => name.startsWith(SLIP_PREFIX);

// eslint-disable-next-line no-control-regex -- what no file system takes in a name
const UNSAFE = /[\u0000-\u001f\u007f-\u009f\\/:*?"<>|\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff]+/g;
