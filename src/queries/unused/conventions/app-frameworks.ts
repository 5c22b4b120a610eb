import { CODE, type Convention, framework } from './convention.ts';

/** Servers, build tools and all that begins with one file or a folder of parts; the first row holds everywhere. */
export const APP_FRAMEWORKS: readonly Convention[] = [
  framework(
    'default',
    [],
    [`{index,cli,main}.${CODE}`, `src/{index,cli,main}.${CODE}`],
    'https://knip.dev/explanations/entry-files#default-entry-files',
  ),
  framework(
    'nest',
    ['@nestjs/core'],
    [`src/main.${CODE}`, `apps/*/src/main.${CODE}`],
    'https://docs.nestjs.com/first-steps, https://docs.nestjs.com/cli/monorepo',
  ),
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
];
