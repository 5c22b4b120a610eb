import { CODE, type Convention, framework, PAGE } from './convention.ts';

/** Frameworks whose folders are routes. Where one lets its folders be configured, these are the defaults. */
export const SITE_FRAMEWORKS: readonly Convention[] = [
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
  framework(
    'static files',
    [],
    [`{public,static}/**/*.${CODE}`],
    'https://vite.dev/guide/assets#the-public-directory, https://nextjs.org/docs/app/api-reference/file-conventions/public-folder',
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
];
