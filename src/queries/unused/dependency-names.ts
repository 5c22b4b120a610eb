import type { PackageIndex } from '../packages/package-index.ts';

/** Their types are there without an import. */
export const AMBIENT_TYPES: ReadonlySet<string> = new Set([
  '@types/node',
  '@types/jest',
  '@types/mocha',
  '@types/jasmine',
  '@types/react',
  '@types/react-dom',
  '@types/bun',
  '@types/web',
  '@types/serviceworker',
]);

/** Named in settings that are no sources (of linters, compilers, bundlers), or needed by what is. */
export const PLUGIN: RegExp =
  /^(?:@[\w.-]+\/)?(?:eslint|prettier|stylelint|babel|postcss|rollup|vite|webpack|tailwindcss|remark|rehype|commitlint|semantic-release|jest|vitest|cypress|storybook|tsconfig|browserslist|esbuild|swc|cspell|autoprefixer|lint-staged|husky)(?:$|[-/])|(?:plugin|preset|loader|config|transformer|reporter|environment|polyfill)s?(?:$|-)|^@(?:babel|storybook|commitlint|semantic-release|tsconfig|eslint|swc|tailwindcss|rollup|vitejs|vitest|graphql-codegen)\//;

/** Brought by whoever uses what loads them by name: drivers of databases, run times of compilers and frameworks. */
export const BROUGHT: RegExp =
  /^(?:pg|pg-native|mysql2?|sqlite3|better-sqlite3|tedious|oracledb|mongodb|ioredis|redis|tslib|regenerator-runtime|core-js|reflect-metadata|zone\.js|react-dom|react-native-web|graphql|rxjs|sass|less|stylus|sharp|encoding|bufferutil|utf-8-validate|jsdom|happy-dom|ts-node|tsx|esbuild|class-transformer|class-validator|source-map-support|prop-types|react|react-is|sql\.js|jasmine-core|karma|ng-packagr|@angular(?:-eslint)?\/.*)$|(?:^|[-/.])css(?:$|-)/;

/** Markdown with imports is no source. */
const DOCUMENT_READERS: readonly string[] = [
  ...['@mdx-js/loader', '@mdx-js/react', '@next/mdx', 'next-mdx-remote', 'contentlayer', 'nextra', '@docusaurus/core'],
  ...['fumadocs-mdx', '@astrojs/mdx', 'vitepress'],
];

/** What a package declares that reads Markdown with imports; null when it declares none. */
export function documentReader(packages: PackageIndex, number: number): string | null {
  return DOCUMENT_READERS.find((name) => packages.declares(number, name, false)) ?? null;
}
