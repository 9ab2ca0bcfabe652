/** SHA-256 of bytes or of a text as UTF-8, in hexadecimal. Rejects on a page that is not served securely: browsers hash nothing there. */
export async function sha256(what: Uint8Array | string): Promise<string> {
  const bytes = typeof what === "string" ? new TextEncoder().encode(what) : what.slice();
  const digest = await crypto.subtle.digest("SHA-256", bytes);
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
