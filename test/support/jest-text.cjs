const { createHash } = require("node:crypto");
const { readFileSync } = require("node:fs");
const YAML = require("yaml");

// Lets tests import .yaml packs parsed, as webpack.config.js does in the builds.
module.exports = {
  process: (text) => ({ code: `module.exports = ${JSON.stringify(YAML.parse(text))};` }),
  // Jest keeps what was made of a file even where this one has changed.
  getCacheKey: (text) => createHash("sha256").update(readFileSync(__filename)).update(text).digest("hex"),
};
