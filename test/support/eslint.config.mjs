import path from "node:path";
import js from "@eslint/js";
import globals from "globals";
import tseslint from "typescript-eslint";
import officeAddins from "eslint-plugin-office-addins";
import reactHooks from "eslint-plugin-react-hooks";
import jsxA11y from "eslint-plugin-jsx-a11y";
import prettier from "eslint-config-prettier";

export default tseslint.config(
  { ignores: ["dist/**", "node_modules/**", ".tsc/**", "out/**", ".stryker-tmp/**", "test-results/**"] },
  js.configs.recommended,
  {
    files: ["src/**/*.{ts,tsx}", "test/**/*.{ts,tsx}"],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: {
      // this file is not at the root, so the root must be named (it is inferred from the config's place otherwise)
      parserOptions: { projectService: true, tsconfigRootDir: path.resolve(import.meta.dirname, "../..") },
      globals: globals.browser,
    },
    rules: {
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      "@typescript-eslint/no-confusing-void-expression": ["error", { ignoreArrowShorthand: true }],
      "@typescript-eslint/no-misused-promises": ["error", { checksVoidReturn: { arguments: false } }],
    },
  },
  {
    files: ["src/**/*.{ts,tsx}"],
    plugins: { "office-addins": officeAddins },
    languageOptions: { globals: { Office: "readonly", Excel: "readonly", OfficeExtension: "readonly" } },
    rules: Object.fromEntries(Object.keys(officeAddins.rules).map((r) => [`office-addins/${r}`, "error"])),
  },
  { files: ["src/**/*.tsx"], extends: [reactHooks.configs.flat.recommended, jsxA11y.flatConfigs.strict] },
  {
    files: ["src/**"],
    rules: {
      "no-eval": "error",
      "no-implied-eval": "error",
      "no-new-func": "error",
      "no-restricted-properties": ["error", { property: "innerHTML" }, { property: "dangerouslySetInnerHTML" }],
    },
  },
  { files: ["**/*.{js,mjs,cjs}"], languageOptions: { globals: { ...globals.node, ...globals.browser } } },
  {
    files: ["test/**/*.{ts,tsx}"],
    languageOptions: { globals: globals.jest },
    rules: { "@typescript-eslint/no-unsafe-class-instance-assignment": "off" },
  },
  prettier,
);
