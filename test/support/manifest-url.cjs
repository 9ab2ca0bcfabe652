// Where the add-in is hosted. manifest.xml names the development server; a build moves it to its own address.

const DEVELOPMENT_URL = "https://localhost:3000";

/**
 * The base address for production, without a slash at its end: the one thing to set (ADDIN_BASE_URL), an https address
 * that may have a path. Unset, it is a place that can not exist, so that nothing is ever loaded from a stranger.
 */
function productionUrl(given) {
  const raw = given || "https://pinghe.invalid";
  const url = URL.canParse(raw) ? new URL(raw) : null;
  if (url?.protocol !== "https:" || url.search || url.hash || url.username || url.password) {
    throw new Error(`ADDIN_BASE_URL must be an https address without query or fragment: ${raw}`);
  }
  return url.href.replace(/\/+$/, "");
}

/** The manifest for that address: AppDomain takes an origin, everything else the whole base address. */
function placeManifest(manifest, base) {
  const address = base.replaceAll("&", "&amp;");
  return manifest
    .replaceAll(`<AppDomain>${DEVELOPMENT_URL}<`, () => `<AppDomain>${new URL(base).origin}<`)
    .replaceAll(`${DEVELOPMENT_URL}/`, () => `${address}/`);
}

module.exports = { DEVELOPMENT_URL, placeManifest, productionUrl };
