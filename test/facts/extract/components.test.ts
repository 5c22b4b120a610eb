import { describe, expect, it } from 'vitest';
import { SITE } from '../../../src/facts/records.ts';
import { extractFrom, importsOf, placesOf } from '../../builders/extract-from.ts';

/** `\r\n`, a byte order mark and wide characters before the code, on its first line too. */
const VUE = [
  '\ufeff<!-- 🚢 émigré -->\r',
  '<template><p>漢字 {{ tide }}</p></template>\r',
  '<i18n src="./buoy.json"></i18n>\r',
  `<i title="é🚢"/><script lang="ts">import tide from './tide'; export default {};\r`,
  '</script>\r',
  `<script setup lang="ts">\r`,
  `const chart = /* 漢 */ () => import("./chart.vue"); import type { Quay } from './quay';\r`,
  '</script>\r',
  '<style src="./buoy.css"></style>\r',
].join('\n');

describe('the script blocks of a component', () => {
  it('have their sites where they stand in the whole file', () => {
    expect(importsOf(VUE, 'Buoy.vue')).toEqual([
      'asset ./buoy.json',
      'static ./tide',
      'dynamic ./chart.vue nested',
      'type ./quay',
      'asset ./buoy.css',
    ]);
    expect(placesOf(VUE, 'Buoy.vue')).toEqual([
      '"./buoy.json"',
      `'./tide'`,
      '"./chart.vue"',
      `'./quay'`,
      '"./buoy.css"',
    ]);
    const { sites, lines } = extractFrom(VUE, 'Buoy.vue');
    expect([...sites.subarray(SITE.WORDS + SITE.LINE, SITE.WORDS + SITE.END_COLUMN + 1)]).toEqual([4, 52, 4, 60]);
    expect(lines).toBe(9);
  });

  it('each know only their own requires, and keep their neighbours’ sites', () => {
    const source = `<script module>
      import './a'; import { createRequire } from 'node:module';
      const require = createRequire(import.meta.url); require('./b');
    </script>
    <script>const load = createRequire; load('./c'); import './d';</script>`;
    expect(importsOf(source, 'Buoy.svelte')).toEqual(['static ./a', 'static node:module', 'require ./b', 'static ./d']);
  });

  it('have doc comments and references at their places too', () => {
    const source = `<p>é</p>\n<script>\n/// <reference types="node" />\n/** @type {import('./quay').Quay} */ let quay;\n</script>`;
    expect(placesOf(source, 'Buoy.svelte')).toEqual(['"node"', `'./quay'`]);
  });

  it('have values in what only their markup can use, and types in what says so', () => {
    const source = `<script setup lang="ts">import Quay from './Quay.vue'; import { type Tide } from './tide';</script><template><Quay/></template>`;
    expect(importsOf(source, 'Buoy.vue')).toEqual(['static ./Quay.vue', 'type ./tide']);
    expect(extractFrom(source, 'Buoy.vue')).not.toHaveProperty('erasure');
  });

  it('may return from frontmatter, which also imports and awaits', () => {
    const source = `---
      import { tide } from './tide';
      if (!tide) return Astro.redirect('/ebb');
      if (!tide.high) return;
      const iterator = { return: 1 }.return;
      const quay = await import('./quay');
      return await quay.default(() => { return tide; })
    ---
    <p>{quay}</p><script>import './beacon';</script><script src="./fog.ts"></script>`;
    expect(importsOf(source, 'Buoy.astro')).toEqual([
      'static ./tide',
      'dynamic ./quay',
      'static ./beacon',
      'static ./fog.ts',
    ]);
    expect(placesOf(source, 'Buoy.astro')).toEqual([`'./tide'`, `'./quay'`, `'./beacon'`, '"./fog.ts"']);
  });
});

describe('a block that cannot be read', () => {
  it('is told with its place in the file, and costs nothing but itself', () => {
    const { status, strings, diagnostics } = extractFrom(
      `<i title="é"/><script>let = ;</script>\n<script setup>\nimport './tide';\n</script>`,
      'Buoy.vue',
    );
    expect({ status, strings }).toEqual({ status: 'failed', strings: ['./tide'] });
    expect(diagnostics).toMatchObject([{ code: 'syntax-error', line: 1, column: 29 }]);
    const later = extractFrom('<script>\n</script>\n<script>\nlet tide;\n  const = 1;\n</script>', 'Buoy.svelte');
    expect(later.diagnostics).toMatchObject([{ code: 'syntax-error', line: 5, column: 9 }]);
  });

  it('is no failure when it is in a language that nobody said we read', () => {
    const { status, diagnostics } = extractFrom('\n<script lang="coffee">tide = -> 1</script>', 'Buoy.vue');
    expect(status).toBe('parsed');
    expect(diagnostics).toEqual([
      { path: 'Buoy.vue', code: 'unknown-script-language', message: '', line: 2, column: 23 },
    ]);
  });

  it('is no failure when there is none', () => {
    expect(extractFrom('<template><p/></template>', 'Buoy.vue')).toMatchObject({ status: 'parsed', strings: [] });
    expect(extractFrom('', 'Buoy.astro')).toMatchObject({ status: 'parsed', lines: 0 });
  });
});
