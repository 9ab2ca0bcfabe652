/** Pack files are parsed where they are imported: by webpack.config.js in the builds, test/support/jest-text.cjs in tests. */
declare module "*.yaml" {
  const parsed: unknown;
  export default parsed;
}
