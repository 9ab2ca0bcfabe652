const layer = (from, to, comment) => ({
  name: `${from.name}-arrows`,
  comment,
  severity: "error",
  from: { path: from.path },
  to: { path: "^src/", pathNot: to },
});

/** The arrows of DESIGN.md "Layout": entries → ui → app → core; app → port → core; hosts → port, core. */
module.exports = {
  forbidden: [
    {
      name: "no-circular",
      severity: "error",
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
    },
    layer({ name: "core", path: "^src/core" }, "^src/core", "core imports nothing outside itself"),
    layer({ name: "port", path: "^src/host/[^/]+\\.ts$" }, "^src/(core|host/[^/]+\\.ts$)", "the port knows core only"),
    layer(
      { name: "host-xlsx", path: "^src/host/xlsx" },
      "^src/(core|host/xlsx|host/[^/]+\\.ts$)",
      "hosts never import each other",
    ),
    layer(
      { name: "host-office", path: "^src/host/office" },
      "^src/(core|host/office|host/[^/]+\\.ts$)",
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
