/**
 * Commands that packages bring whose names do not follow from the package's own, by the `bin` of their manifests. Installed packages are not looked at:
 * an answer must not depend on what is installed.
 */
const COMMANDS: Readonly<Record<string, readonly string[]>> = {
  typescript: ['tsc', 'tsserver'],
  '@typescript/native': ['tsc', 'tsgo'],
  '@typescript/native-preview': ['tsgo'],
  'vue-tsc': ['vue-tsc'],
  '@angular/cli': ['ng'],
  '@nestjs/cli': ['nest'],
  '@vue/cli-service': ['vue-cli-service'],
  '@babel/node': ['babel-node'],
  '@microsoft/api-extractor': ['api-extractor'],
  '@arethetypeswrong/cli': ['attw'],
  '@playwright/test': ['playwright'],
  '@swc/cli': ['swc', 'swcx', 'spack'],
  '@graphql-codegen/cli': ['graphql-codegen', 'gql-gen', 'graphql-code-generator'],
  '@apollo/rover': ['rover'],
  '@aws-amplify/cli': ['amplify'],
  '@medusajs/cli': ['medusa'],
  '@medusajs/medusa': ['medusa'],
  '@mikro-orm/cli': ['mikro-orm', 'mikro-orm-esm'],
  '@openapitools/openapi-generator-cli': ['openapi-generator-cli'],
  '@react-router/dev': ['react-router'],
  '@remix-run/dev': ['remix'],
  '@sveltejs/kit': ['svelte-kit'],
  'all-contributors-cli': ['all-contributors'],
  'aws-cdk': ['cdk'],
  'npm-check-updates': ['ncu', 'npm-check-updates'],
  'npm-run-all': ['npm-run-all', 'run-s', 'run-p'],
  'npm-run-all2': ['npm-run-all', 'run-s', 'run-p'],
  'react-scripts': ['react-scripts'],
  'source-map-explorer': ['sme'],
  'ts-node-dev': ['tsnd', 'ts-node-dev'],
  'ts-node': ['ts-node', 'ts-node-esm', 'ts-script'],
  'ts-patch': ['tspc', 'ts-patch'],
  ttypescript: ['ttsc'],
  '@vscode/vsce': ['vsce'],
  'web-ext': ['web-ext'],
  '@yao-pkg/pkg': ['pkg'],
  'dotenv-cli': ['dotenv'],
  'env-cmd': ['env-cmd'],
  mocha: ['_mocha', 'mocha'],
  'karma-cli': ['karma'],
  nuxt: ['nuxt', 'nuxi'],
  'json-schema-to-typescript': ['json2ts'],
  'wait-on': ['wait-on'],
  lerna: ['lerna'],
  'cross-env': ['cross-env', 'cross-env-shell'],
  concurrently: ['concurrently', 'conc'],
};

/** Commands that a package of that name brings, as far as the name or {@link COMMANDS} tells. */
export function commandsOf(name: string): readonly string[] {
  const [, scope = '', plain = name] = /^@([^/]+)\/(.+)$/.exec(name) ?? [];
  const guessed = [plain, plain.replace(/-cli$/, ''), ...(plain === 'cli' || plain === 'core' ? [scope] : [])];
  return [...(COMMANDS[name] ?? []), ...guessed];
}
