/** Pack files are imported as text: webpack's asset/source in the builds, test/support/jest-text.cjs in tests. */
declare module "*.yaml" {
  const text: string;
  export default text;
}
