/** The base64 of a data address, without the head that the build gives it. */
export const withoutHead = (address: string): string => address.slice(address.indexOf(",") + 1);
