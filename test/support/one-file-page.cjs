const { createHash } = require("node:crypto");
const { Compilation, sources } = require("webpack");

const digestOf = (text) => `sha256-${createHash("sha256").update(text, "utf8").digest("base64")}`;
const hashOf = (text) => `'${digestOf(text)}'`;
/** Griffel makes one empty style element before it fills it through the object model. */
const EMPTY_STYLE = hashOf("");

/**
 * `beside`: a script that a server may hold beside the page; the policy takes it by its hash, which the page is told.
 *
 * Puts the page's one script into its HTML, and the script's hash into a policy that allows nothing else: no request,
 * no other script. The page then works from a folder, with no server and no network.
 */
module.exports = class OneFilePage {
  constructor({ script, beside, title, template, filename }) {
    Object.assign(this, { script, beside, title, template, filename });
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
          const beside = compilation.getAsset(this.beside).source.source().toString();
          const told = `<meta name="pdf-reader" data-file="${this.beside}" data-hash="${digestOf(beside)}" />\n  `;
          const html = require("node:fs").readFileSync(this.template, "utf8");
          // As a function: "$&" in the code is no pattern.
          const page = html
            .replace("</head>", () => `${this.policy([code, beside])}${told}</head>`)
            .replace("</body>", () => `<script>${code}</script>\n  </body>`);
          // Marked as minimized: whatever changed it now would break the hash.
          compilation.emitAsset(this.filename, new sources.RawSource(page), { minimized: true });
          compilation.deleteAsset(this.script);
        },
      );
      compilation.fileDependencies.add(this.template);
    });
  }

  policy(scripts) {
    const content = [
      "default-src 'none'",
      `script-src ${scripts.map(hashOf).join(" ")}`,
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
