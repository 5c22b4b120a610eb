/** How a tool makes the name of a package from what its settings say: under which keys, and what stands in front. */
interface Shorthand {
  readonly tool: string;
  readonly key: RegExp;
  /** `eslint-plugin`: `react` is `eslint-plugin-react`, `@shop` is `@shop/eslint-plugin`, `@shop/rules` is `@shop/eslint-plugin-rules`. */
  readonly prefix: string;
}

const SHORTHANDS: readonly Shorthand[] = [
  // https://eslint.org/docs/v8.x/use/configure/plugins#naming-convention
  { tool: 'eslint', key: /(?:^|\.)(?:plugins|extends)$/, prefix: 'eslint-plugin' },
  { tool: 'eslint', key: /(?:^|\.)extends$/, prefix: 'eslint-config' },
  // https://babeljs.io/docs/options#name-normalization
  { tool: 'babel', key: /(?:^|\.)presets$/, prefix: 'babel-preset' },
  { tool: 'babel', key: /(?:^|\.)presets$/, prefix: 'preset' },
  { tool: 'babel', key: /(?:^|\.)plugins$/, prefix: 'babel-plugin' },
  { tool: 'babel', key: /(?:^|\.)plugins$/, prefix: 'plugin' },
  // https://commitlint.js.org/concepts/shareable-config.html
  { tool: 'commitlint', key: /(?:^|\.)extends$/, prefix: 'commitlint-config' },
  // https://jestjs.io/docs/configuration
  { tool: 'jest', key: /(?:^|\.)testEnvironment$/, prefix: 'jest-environment' },
  { tool: 'jest', key: /(?:^|\.)runner$/, prefix: 'jest-runner' },
  { tool: 'jest', key: /(?:^|\.)watchPlugins$/, prefix: 'jest-watch' },
  // https://semantic-release.gitbook.io/semantic-release/usage/configuration, by its conventional-changelog plugins
  { tool: 'release', key: /(?:^|\.)preset$/, prefix: 'conventional-changelog' },
  // https://www.typescriptlang.org/tsconfig/#types
  { tool: 'tsconfig', key: /(?:^|\.)types$/, prefix: '@types' },
  // https://the-guild.dev/graphql/codegen/docs/config-reference/codegen-config
  { tool: 'graphql-codegen', key: /(?:^|\.)plugins$/, prefix: '@graphql-codegen' },
];

/**
 * Packages that a setting names without spelling them out.
 * @param setting its key with the tool in front: `eslint overrides.plugins`
 */
export function packagesMeant(setting: string, value: string): string[] {
  const blank = setting.indexOf(' ');
  const [tool, key] = [setting.slice(0, blank), setting.slice(blank + 1)];
  return SHORTHANDS.filter((one) => one.tool === tool && one.key.test(key)).flatMap(({ prefix }) => {
    // `plugin:react/recommended` is a configuration that a plugin brings, `module:x` a package by its whole name.
    const name = value.replace(/^[a-z]+:/, '');
    if (!/^@?[a-z0-9][\w./-]*$/i.test(name)) return [];
    return prefix.startsWith('@') ? [typesIn(prefix, name)] : expanded(prefix, name);
  });
}

/** `@types` and `vitest/globals`: `@types/vitest`; `@shop/cart`: `@types/shop__cart`. */
function typesIn(scope: string, name: string): string {
  const [first = '', second = ''] = name.split('/');
  return first.startsWith('@') ? `${scope}/${first.slice(1)}__${second}` : `${scope}/${first}`;
}

function expanded(prefix: string, name: string): string[] {
  const [first = '', second] = name.split('/');
  if (!first.startsWith('@')) return [`${prefix}-${first}`];
  // `plugin:@shop/recommended` is of `@shop/eslint-plugin`, `@shop/rules` may be of `@shop/eslint-plugin-rules`.
  return second === undefined ? [`${first}/${prefix}`] : [`${first}/${prefix}`, `${first}/${prefix}-${second}`];
}
