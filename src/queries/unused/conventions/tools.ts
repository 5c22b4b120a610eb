import { CODE, type Convention, PAGE, tool } from './convention.ts';

/** What is started for development: tests and what they need, stories, configurations. */
export const TOOLS: readonly Convention[] = [
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
  tool('ladle', [], [`**/.ladle/{config,components}.${CODE}`], 'https://ladle.dev/docs/config'),
  tool('turbo', [], [`**/turbo/generators/config.${CODE}`], 'https://turborepo.com/docs/guides/generating-code'),
  tool(
    'configurations',
    [],
    [
      `**/{,.}*.{config,conf,setup}.${CODE}`,
      `**/{,.}*.config.*.${CODE}`,
      `**/.*rc.${CODE}`,
      `**/{gulpfile,Gruntfile,gruntfile,karma.conf,vitest.workspace,jest.preset,medusa-config,babel,plopfile,dangerfile,knip,integration-tests-globals,jest.setup,setupTests,setup-tests}.${CODE}`,
    ],
    'https://knip.dev/reference/plugins',
  ),
];
