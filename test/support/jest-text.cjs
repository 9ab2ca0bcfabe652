// Lets tests import .yaml packs as text, as webpack's asset/source does in the builds.
module.exports = { process: (text) => ({ code: `module.exports = ${JSON.stringify(text)};` }) };
