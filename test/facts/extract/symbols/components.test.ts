import { expect, it } from 'vitest';
import { symbolsOf } from '../../../builders/describe-symbols.ts';
import { extractFrom } from '../../../builders/extract-from.ts';

it('counts places in the file, not in the script', () => {
  const source = `<template><p>{{ depth }}</p></template>
<script setup lang="ts">
import { tide } from './tide';
const depth = tide();
</script>`;
  const { declarations, places, imports } = symbolsOf(source, 'Depth.vue');
  expect(symbolsOf(source, 'Depth.vue').uses(true)).toEqual([
    'module import tide of ./tide at 3:10+4',
    'depth call import tide at 4:15+4',
  ]);
  expect({ declarations, places, imports }).toEqual({
    declarations: ['constant depth = call(tide)'],
    places: ['depth 4:1-4:22 name 4:7+5'],
    imports: ['tide <- tide of ./tide'],
  });
});

it('says nothing of a component with several scripts, nor of what does not parse', () => {
  const two = '<script lang="ts">export const a = 1;</script>\n<script setup lang="ts">const b = a;</script>';
  expect(extractFrom(two, 'Two.vue').symbols).toBeUndefined();
  expect(extractFrom('const = ;').symbols).toBeUndefined();
  expect(extractFrom('export {};').symbols?.declarations).toHaveLength(0);
});

it('reads declaration files that only the rescue can read, in their own places', () => {
  const { declarations, places, exports } = symbolsOf(
    'export const depth: number;\nexport function tide(): Depth;',
    'tide.d.ts',
  );
  expect({ declarations, places, exports }).toEqual({
    declarations: ['constant depth [ambient]', 'function tide [ambient]'],
    places: ['depth 1:1-1:28 name 1:14+5', 'tide 2:1-2:31 name 2:17+4'],
    exports: ['depth = declaration depth', 'tide = declaration tide'],
  });
});
