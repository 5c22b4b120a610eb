/** Files that something other than an import starts, by the documentation of what starts them. */
export interface Convention {
  readonly name: string;
  /** Only in packages that declare one of these; none means everywhere. */
  readonly packages: readonly string[];
  /** Whether a declaration in a package around counts too: tools for development are often declared once, at the root. */
  readonly around: boolean;
  /** Globs from the package's folder. */
  readonly files: readonly string[];
  /** Whether what is started is part of what is shipped. */
  readonly production: boolean;
  readonly source: string;
}

const CODE = '{ts,tsx,mts,cts,js,jsx,mjs,cjs}';
const PAGE = '{ts,tsx,js,jsx,mdx,vue,svelte,astro}';

const framework = (
  name: string,
  packages: readonly string[],
  files: readonly string[],
  source: string,
): Convention => ({
  name,
  packages,
  around: false,
  files,
  production: true,
  source,
});

const tool = (name: string, packages: readonly string[], files: readonly string[], source: string): Convention => ({
  name,
  packages,
  around: true,
  files,
  production: false,
  source,
});

/** One row a framework or tool. Where a framework lets its folders be configured, these are the defaults. */
export const CONVENTIONS: readonly Convention[] = [
  framework(
    'default',
    [],
    [`{index,cli,main}.${CODE}`, `src/{index,cli,main}.${CODE}`],
    'https://knip.dev/explanations/entry-files#default-entry-files',
  ),
  framework(
    'next',
    ['next'],
    [
      `{,src/}app/**/{page,layout,route,loading,error,not-found,template,default,global-error,forbidden,unauthorized}.${PAGE}`,
      `{,src/}app/**/{icon,apple-icon,opengraph-image,twitter-image,sitemap,robots,manifest}{,[0-9]}.${CODE}`,
      `{,src/}pages/**/*.${PAGE}`,
      `{,src/}{middleware,proxy,instrumentation,instrumentation-client,mdx-components}.${CODE}`,
    ],
    'https://nextjs.org/docs/app/getting-started/project-structure',
  ),
  framework(
    'remix',
    ['@remix-run/dev', '@remix-run/react', '@react-router/dev'],
    [`app/{root,entry.client,entry.server,routes}.${CODE}`, `app/routes/**/*.${CODE}`, `{server,app/server}.${CODE}`],
    'https://reactrouter.com/explanation/special-files',
  ),
  framework(
    'nuxt',
    ['nuxt', 'nuxt3'],
    [
      '{,app/}{app,error}.{vue,ts,js}',
      `{,app/}{pages,layouts,middleware,plugins,components,composables,utils}/**/*.${PAGE}`,
      `{server,modules,shared}/**/*.${CODE}`,
      '{,app/}app.config.ts',
    ],
    'https://nuxt.com/docs/guide/directory-structure/app',
  ),
  framework(
    'astro',
    ['astro'],
    [`src/pages/**/*.${PAGE}`, `src/{content/config,content.config,middleware,actions/index}.${CODE}`],
    'https://docs.astro.build/en/basics/project-structure/',
  ),
  framework(
    'sveltekit',
    ['@sveltejs/kit'],
    [
      `src/routes/**/+*.${PAGE}`,
      `src/{hooks,hooks.client,hooks.server,service-worker}.${CODE}`,
      `src/params/*.${CODE}`,
    ],
    'https://svelte.dev/docs/kit/project-structure',
  ),
  framework(
    'gatsby',
    ['gatsby'],
    [`src/pages/**/*.${CODE}`, `src/{templates,api}/**/*.${CODE}`, `gatsby-*.${CODE}`],
    'https://www.gatsbyjs.com/docs/reference/gatsby-project-structure/',
  ),
  framework('expo', ['expo-router'], [`{,src/}app/**/*.${CODE}`], 'https://docs.expo.dev/router/basics/notation/'),
  framework(
    'docusaurus',
    ['@docusaurus/core'],
    [`src/{pages,theme}/**/*.${PAGE}`, `sidebars.${CODE}`],
    'https://docusaurus.io/docs/installation#project-structure',
  ),
  framework('nest', ['@nestjs/core'], [`src/main.${CODE}`], 'https://docs.nestjs.com/first-steps'),
  framework(
    'angular',
    ['@angular/core'],
    [`**/{main,main.server,polyfills,server}.ts`, '**/environments/environment*.ts'],
    'https://angular.dev/reference/configs/file-structure',
  ),
  framework(
    'react-scripts',
    ['react-scripts'],
    [`src/{index,setupTests,setupProxy}.${CODE}`],
    'https://create-react-app.dev/docs/folder-structure/',
  ),
  framework('vue-cli', ['@vue/cli-service'], [`src/main.${CODE}`], 'https://cli.vuejs.org/config/#pages'),
  framework(
    'vite',
    ['vite'],
    [`{,src/}{main,index,entry-client,entry-server}.${CODE}`, `**/main.{tsx,jsx,ts,js}`],
    'https://vite.dev/guide/#index-html-and-project-root',
  ),
  framework(
    'medusa',
    ['@medusajs/medusa', '@medusajs/framework'],
    [
      `src/api/**/{route,middlewares}.${CODE}`,
      `src/{jobs,subscribers,workflows,links,scripts,migration-scripts}/**/*.${CODE}`,
      `src/admin/{widgets,routes}/**/*.${CODE}`,
      `src/modules/*/{index,loaders/*}.${CODE}`,
      `medusa-config.${CODE}`,
    ],
    'https://docs.medusajs.com/learn/fundamentals/medusa-container',
  ),
  framework(
    'migrations',
    [],
    [`**/{migrations,migration,seeders,seeds}/**/!(*.test|*.spec|*.e2e|*.e2e-spec).${CODE}`],
    'https://typeorm.io/docs/migrations/why',
  ),
  framework(
    'tsoa and workers',
    ['wrangler'],
    [`src/{index,worker}.${CODE}`],
    'https://developers.cloudflare.com/workers/wrangler/configuration/',
  ),
  tool(
    'tests',
    [],
    [
      `**/*.{test,spec,e2e,e2e-spec,test-d,spec-d,bench,benchmark,cy,pw}.${CODE}`,
      `**/{__tests__,__test__}/**/*.${CODE}`,
    ],
    'https://vitest.dev/config/include, https://jestjs.io/docs/configuration#testmatch-arraystring',
  ),
  tool('mocks', [], [`**/__mocks__/**/*.${CODE}`], 'https://jestjs.io/docs/manual-mocks'),
  framework(
    'static files',
    [],
    [`{public,static}/**/*.${CODE}`],
    'https://vite.dev/guide/assets#the-public-directory, https://nextjs.org/docs/app/api-reference/file-conventions/public-folder',
  ),
  tool(
    'declarations',
    [],
    ['**/*.d.{ts,mts,cts}'],
    'https://www.typescriptlang.org/tsconfig/#include: TypeScript reads them, imported or not',
  ),
  tool(
    'fixtures',
    [],
    [`**/{__fixtures__,fixtures,__testfixtures__}/**/*.${CODE}`],
    'https://github.com/facebook/jscodeshift#unit-testing',
  ),
  tool('mocha', ['mocha'], [`{,src/}test{,s}/**/*.${CODE}`], 'https://mochajs.org/#the-test-directory'),
  tool(
    'node:test',
    [],
    [`**/{test-*,*-test,*_test,test}.{js,cjs,mjs,ts}`],
    'https://nodejs.org/api/test.html#running-tests-from-the-command-line',
  ),
  tool(
    'playwright',
    ['@playwright/test'],
    [`{tests,e2e,playwright}/**/*.${CODE}`],
    'https://playwright.dev/docs/test-configuration',
  ),
  tool(
    'cypress',
    ['cypress'],
    [`cypress/**/*.${CODE}`],
    'https://docs.cypress.io/app/core-concepts/writing-and-organizing-tests',
  ),
  tool(
    'storybook',
    [],
    [`**/*.{stories,story}.${PAGE}`, `**/.storybook/*.${PAGE}`],
    'https://storybook.js.org/docs/configure',
  ),
  framework(
    'vitepress',
    [],
    [`**/.vitepress/**/*.${PAGE}`],
    'https://vitepress.dev/guide/using-vue: pages import components, and Markdown is not read',
  ),
  framework(
    'vitepress data',
    ['vitepress'],
    ['**/*.data.{ts,js,mts,mjs}'],
    'https://vitepress.dev/guide/data-loading: imported by pages',
  ),
  tool('ladle', [], [`**/.ladle/{config,components}.${CODE}`], 'https://ladle.dev/docs/config'),
  tool(
    'configurations',
    [],
    [
      `**/{,.}*.{config,conf,setup}.${CODE}`,
      `**/{,.}*.config.*.${CODE}`,
      `**/.*rc.${CODE}`,
      `**/{gulpfile,Gruntfile,gruntfile,karma.conf,vitest.workspace,jest.preset,medusa-config,babel,plopfile,dangerfile,integration-tests-globals,jest.setup,setupTests,setup-tests}.${CODE}`,
    ],
    'https://knip.dev/reference/plugins',
  ),
];
