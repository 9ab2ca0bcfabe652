const path = require("node:path");

/*
 * Where the pane gets office.js from: Microsoft's own server, or, built with OFFICE_JS=local, a copy beside the pane for
 * networks that do not reach it. Microsoft supports only the former.
 */
const LOCAL = "office-js";

/** Whether the build is asked for a copy of its own. */
function isLocal({ OFFICE_JS = "" }) {
  if (!["", "local"].includes(OFFICE_JS)) throw new Error(`OFFICE_JS is "local" or absent, not "${OFFICE_JS}"`);
  return OFFICE_JS === "local";
}

/** What taskpane.html is filled in with. */
function officeLibrary(hasCopy) {
  const hosts = hasCopy ? [] : ["https://appsforoffice.microsoft.com", "https://ajax.aspnetcdn.com"];
  const policy = [
    "default-src 'none'",
    ["script-src 'self'", ...hosts].join(" "),
    // The hash of nothing: Griffel makes an empty style element before it fills it through the object model.
    "style-src 'self' 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='",
    ...["img-src 'self'", "font-src 'self'", "connect-src 'none'", "frame-src 'none'", "object-src 'none'"],
    ...["base-uri 'none'", "form-action 'none'"],
  ].join("; ");
  return {
    policy,
    officeScript: hasCopy ? `${LOCAL}/office.js` : "https://appsforoffice.microsoft.com/lib/1/hosted/office.js",
    officeHost: hasCopy
      ? { zh: "放置评核网页的服务器", en: "the server of this page" }
      : { zh: "appsforoffice.microsoft.com", en: "appsforoffice.microsoft.com" },
  };
}

/** What is copied beside the pane: all of the package that Excel may ask for, in its original form. */
const localCopy = {
  from: path.join(path.dirname(require.resolve("@microsoft/office-js/package.json")), "dist").replaceAll("\\", "/"),
  to: LOCAL,
  globOptions: {
    ignore: ["**/*.debug.js", "**/*.map", "**/*.d.ts", "**/*vsdoc.js", "**/{word,outlook,powerpoint,onenote,project,access,visio}*.js", "**/{outlook,word,powerpoint}*_strings*.js"],
  },
  // Minified already, and to be handed on unchanged.
  info: { minimized: true },
}; // prettier-ignore

module.exports = { isLocal, officeLibrary, localCopy };
