/** The rooms of core and what each may import: HOUSE.md. A room imports only rooms below it, type imports included. */
const ROOMS = {
  workbook: [],
  model: ["workbook"],
  formula: ["model", "workbook"],
  findings: ["model", "workbook"],
  rules: ["formula", "model", "workbook"],
  language: ["rules", "formula", "model"],
  targets: ["language", "model"],
  ours: ["rules", "findings", "model", "workbook"],
  "review.types": ["rules", "findings", "model", "workbook"],
  table: ["ours", "findings", "formula", "model", "workbook"],
  sources: ["language", "ours", "targets", "rules", "findings", "model", "workbook"],
  quantities: ["language", "ours", "rules", "formula", "findings", "model", "workbook"],
  audit: ["review.types", "ours", "findings", "formula", "model", "workbook"],
  ledger: ["review.types", "ours", "targets", "findings", "model", "workbook"],
  report: ["language", "review.types", "targets", "findings", "model", "workbook"],
  checks: [
    "audit",
    "ledger",
    "language",
    "review.types",
    "targets",
    "rules",
    "formula",
    "findings",
    "model",
    "workbook",
  ],
  rates: ["quantities", "language", "review.types", "rules", "findings", "model", "workbook"],
  scores: ["sources", "language", "ours", "review.types", "targets", "rules", "model", "workbook"],
  offers: ["checks", "review.types", "rules", "findings", "model", "workbook"],
  plan: ["scores", "language", "ours", "review.types", "targets", "rules", "formula", "findings", "model", "workbook"],
};

const CIRCLES = ["^src/host/xlsx/write/(plan-run|put-cells|sheet-steps)\\.ts$"];

const named = (rooms) => rooms.map((room) => room.replace(".", "\\.")).join("|");

const roomRules = Object.entries(ROOMS).map(([room, below]) => ({
  name: `room-${room}`,
  comment: `${room} may import ${below.join(", ") || "no other room"}`,
  severity: "error",
  from: { path: `^src/core/${named([room])}[./]` },
  to: { path: "^src/core/", pathNot: `^src/core/(${named([room, ...below])})[./]` },
}));

const layer = (from, to, comment) => ({
  name: `${from.name}-arrows`,
  comment,
  severity: "error",
  from: { path: from.path },
  to: { path: "^src/", pathNot: to },
});

/** The phases of a standard's reading, each of which uses only those before it (LANGUAGE.md). */
const PHASES = ["words", "conditions", "clauses", "scopes", "rule"];

const phaseRules = PHASES.map((phase, i) => ({
  name: `phase-${phase}`,
  comment: "words ← conditions ← clauses ← scopes ← rule ← read",
  severity: "error",
  from: { path: `^src/core/language/standard/${phase}/` },
  to: {
    path: "^src/core/language/standard/",
    pathNot: `^src/core/language/standard/(${PHASES.slice(0, i + 1).join("|")})/`,
  },
}));

/** The arrows of DESIGN.md "Layout": entries → ui → app → core; app → port → core; hosts → port, core. */
module.exports = {
  forbidden: [
    ...roomRules,
    ...phaseRules,
    {
      name: "no-room-circles",
      severity: "error",
      scope: "folder",
      from: { path: "^src/core" },
      to: { circular: true },
    },
    {
      name: "hosts-see-the-workbook",
      comment: "of core a host sees what crosses the port, Excel's formulas and a typed result",
      severity: "error",
      from: { path: "^src/host" },
      to: { path: "^src/core/", pathNot: "^src/core/((workbook|formula)/|model/result\\.ts$)" },
    },
    {
      name: "nobody-imports-the-pipeline",
      severity: "error",
      from: { path: "^src/core/" },
      to: { path: "^src/core/review\\.ts$" },
    },
    {
      name: "only-the-pipeline-reads-tables",
      severity: "error",
      from: { path: "^src/core/", pathNot: "^src/core/(review\\.ts$|table/)" },
      to: { path: "^src/core/table/" },
    },
    {
      name: "no-circular",
      comment: "the exceptions may only shrink: plan-run is HOUSE.md, Then, 2",
      severity: "error",
      from: { pathNot: CIRCLES },
      to: { circular: true, viaOnly: { pathNot: CIRCLES } },
    },
    layer({ name: "core", path: "^src/core" }, "^src/core", "core imports nothing outside itself"),
    layer({ name: "port", path: "^src/host/[^/]+\\.ts$" }, "^src/(core|host/[^/]+\\.ts$)", "the port knows core only"),
    layer(
      { name: "host-xlsx", path: "^src/host/xlsx/" },
      "^src/(core|host/xlsx|host/[^/]+\\.ts$)",
      "hosts never import each other",
    ),
    layer(
      { name: "host-xls", path: "^src/host/xls/" },
      "^src/(core|host/xls/|host/[^/]+\\.ts$)",
      "hosts never import each other",
    ),
    layer(
      { name: "host-document", path: "^src/host/document/" },
      "^src/(core|host/document/|host/[^/]+\\.ts$|host/xlsx/(zip/|xml/|unreadable\\.ts$|package/book-package\\.ts$))",
      "hosts never import each other; of the xlsx host a document takes the package alone: zip, XML and the ways between parts",
    ),
    layer(
      { name: "host-office", path: "^src/host/office" },
      "^src/(core|host/office|host/[^/]+\\.ts$)",
      "hosts never import each other",
    ),
    layer(
      { name: "host-workbench", path: "^src/host/workbench" },
      "^src/(core|host/workbench|host/[^/]+\\.ts$)",
      "hosts never import each other",
    ),
    layer({ name: "app", path: "^src/app" }, "^src/(core|app|host/[^/]+\\.ts$)", "app sees the port, never a host"),
    layer({ name: "ui", path: "^src/ui" }, "^src/(core|app|ui|host/[^/]+\\.ts$)", "ui never chooses a host"),
    {
      name: "core-libraries",
      comment: "core's few libraries",
      severity: "error",
      from: { path: "^src/core" },
      to: { dependencyTypes: ["npm"], pathNot: "node_modules/(fraction\\.js|@borgar/fx|numfmt|yaml|valibot)/" },
    },
    { name: "core-is-pure", severity: "error", from: { path: "^src/core" }, to: { dependencyTypes: ["core"] } },
    {
      name: "host-xlsx-runs-in-browsers",
      severity: "error",
      from: { path: "^src/host" },
      to: { dependencyTypes: ["core"] },
    },
    { name: "no-test-from-src", severity: "error", from: { path: "^src" }, to: { path: "^test" } },
    {
      name: "no-dev-deps-in-src",
      severity: "error",
      from: { path: "^src" },
      to: { dependencyTypes: ["npm-dev"], dependencyTypesNot: ["type-only"], pathNot: "@types/" },
    },
    // numfmt 4.0.1 names a CommonJS file that it does not ship; the builds take its module, which is there.
    { name: "not-to-unresolvable", severity: "error", from: {}, to: { couldNotResolve: true, pathNot: "^numfmt$" } },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "types", "default"],
      extensions: [".ts", ".tsx", ".js"],
    },
  },
};
