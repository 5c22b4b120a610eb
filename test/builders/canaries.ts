import type { ProjectFiles } from './project.ts';
import { SECRET_SAMPLES, type SecretSample } from './secret-samples.ts';

/** Texts that must not be found in anything that leaves a build or an answer. */
export const CANARIES: readonly string[] = [...new Set(SECRET_SAMPLES.map(({ secret }) => secret))];

const secretOf = (rule: string): string => SECRET_SAMPLES.find((sample) => sample.rule === rule)?.secret ?? '';

/** A project with a secret of every rule in every place that anything of ours reads, and in some that nothing should. */
export const CANARY_PROJECT: ProjectFiles = {
  'package.json': {
    name: 'harbour',
    description: CANARIES.join(' '),
    scripts: Object.fromEntries(CANARIES.map((secret, at) => [`deploy${at}`, `TOKEN=${secret} deploy`])),
    dependencies: {
      pilots: `git+https://deploy:${secretOf('github')}@github.com/harbour/pilots.git`,
      tides: `git+https://${secretOf('gitlab')}:x-oauth-basic@github.com/harbour/tides.git`,
    },
    config: { password: secretOf('assigned-secret') },
  },
  '.env': CANARIES.map((secret, at) => `SECRET_${at}="${secret}"`).join('\n'),
  'tsconfig.json': `{ "compilerOptions": { /* ${secretOf('stripe')} */ "baseUrl": "." "${secretOf('google')}" } }`,
  'vite.config.ts': `export default {
  resolve: { alias: { '@tide': 'https://tide:${secretOf('url-password')}@cdn.example.org/tide.js' } },
};
`,
  'src/main.ts': [
    ...SECRET_SAMPLES.map((_, at) => `export * from './canary-${at}.ts';`),
    "import { pilot } from 'pilots';",
    "import tides from 'tides';",
    "import '@tide/high.js';",
    `import 'https://deploy:${secretOf('url-password')}@cdn.example.org/tide.js';`,
    `import('./tide.js?key=${secretOf('stripe')}');`,
    `require(\`${secretOf('slack')}/\${tides}\`);`,
    'pilot(tides);',
  ].join('\n'),
  'src/broken.ts': `const a = '${secretOf('stripe')}' ${secretOf('github')} '${secretOf('github')}';`,
  'src/Buoy.vue': `<script>
export const buoy = '${secretOf('slack')}';
</script>
<template>${secretOf('slack')}</template>
`,
  ...Object.fromEntries(SECRET_SAMPLES.map((sample, at) => [`src/canary-${at}.ts`, sourceWith(sample, at)])),
};

/** One sample in code, in comments of every kind, as default value, type, key, member and argument, and once more where nothing is kept. */
function sourceWith({ code, secret }: SecretSample, at: number): string {
  const literal = JSON.stringify(secret);
  const lines = code.split('\n');
  return `// ${secret}
export const given${at} = ${literal};

/**
 * Sails with ${secret}.
 * @example
 * ${lines.join('\n * ')}
 */
export function sail${at}(token = ${literal}, { apiKey = ${literal} } = {}) {
  ${code.replace(/^export /, '')}
  return login(${literal}); // ${secret}
}

/** ${lines.join(' ')} */
@moor(${literal})
export class Ship${at} {
  #password: string = ${literal};
  static readonly ${literal} = 1;
  cast(rope: ${literal} = ${literal}): ${literal} {
    return rope;
  }
}
export type Flag${at} = ${literal} | 'none';
export enum Signal${at} {
  Distress = ${literal},
}
export const codes${at} = { ${literal}: ${literal}, list: [${literal}] };
export const text${at} = \`${secret}\${given${at}}\`;
codes${at}[${literal}] = '';
sail${at}(${literal});
`;
}
