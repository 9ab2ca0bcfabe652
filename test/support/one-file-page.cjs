const { createHash } = require("node:crypto");
const { Compilation, sources } = require("webpack");

const hashOf = (text) => `'sha256-${createHash("sha256").update(text, "utf8").digest("base64")}'`;
/** Griffel makes one empty style element before it fills it through the object model. */
const EMPTY_STYLE = hashOf("");

/**
 * Puts the page's one script into its HTML, and the script's hash into a policy that allows nothing else: no request,
 * no other script. The page then works from a folder, with no server and no network.
 */
module.exports = class OneFilePage {
  constructor({ script, title, template, filename }) {
    Object.assign(this, { script, title, template, filename });
  }

  apply(compiler) {
    compiler.hooks.thisCompilation.tap("OneFilePage", (compilation) => {
      compilation.hooks.processAssets.tap(
        { name: "OneFilePage", stage: Compilation.PROCESS_ASSETS_STAGE_REPORT },
        () => {
          const asset = compilation.getAsset(this.script);
          if (!asset) return;
          const code = asset.source.source().toString();
          if (/<\/script/i.test(code)) throw new Error("the script would end its own element");
          const html = require("node:fs").readFileSync(this.template, "utf8");
          // As a function: "$&" in the code is no pattern.
          const page = html
            .replace("</head>", () => `${this.policy(code)}</head>`)
            .replace("</body>", () => `<script>${code}</script>\n  </body>`);
          // Marked as minimized: whatever changed it now would break the hash.
          compilation.emitAsset(this.filename, new sources.RawSource(page), { minimized: true });
          compilation.deleteAsset(this.script);
        },
      );
      compilation.fileDependencies.add(this.template);
    });
  }

  policy(code) {
    const content = [
      "default-src 'none'",
      `script-src ${hashOf(code)}`,
      // Of the page's own script a worker is made; a blob is only what a script of the page put together.
      "worker-src blob:",
      `style-src ${EMPTY_STYLE}`,
      "img-src data: blob:",
      "connect-src 'none'",
      "base-uri 'none'",
      "form-action 'none'",
    ].join("; ");
    return `<meta http-equiv="Content-Security-Policy" content="${content}" />\n  `;
  }
};
