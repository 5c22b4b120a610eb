// biome-ignore-all lint/suspicious/noTemplateCurlyInString: these are sources, not templates
import { describe, expect, it } from 'vitest';
import { findBlocks } from '../../../src/syntax/markup/find-blocks.ts';

/** The blocks in words: `typescript: import a` for a script, `src "./a.ts"` and `asset "./a.css"` for what lies elsewhere. */
function blocksOf(path: string, text: string): string[] {
  const source = Buffer.from(text);
  const { scripts = [], sources = [] } = findBlocks(path, source) ?? {};
  const slice = (range: { start: number; end: number }) => source.toString('utf8', range.start, range.end).trim();
  return [
    ...scripts.map((block) => `${block.language ?? 'unread'}: ${slice(block)}`),
    ...sources.map((block) => `${block.isScript ? 'src' : 'asset'} ${slice(block)}`),
  ];
}

it('has nothing to say of what is code throughout', () => {
  expect(findBlocks('harbour/pilot.ts', Buffer.from('<script>quay</script>'))).toBeNull();
});

describe('a Vue component', () => {
  const cases: readonly (readonly [what: string, text: string, blocks: readonly string[]])[] = [
    ['a script', '<script>\nquay\n</script>', ['javascript: quay']],
    [
      'two scripts',
      '<script lang="ts">a</script><script setup lang=\'ts\'>b</script>',
      ['typescript: a', 'typescript: b'],
    ],
    ['every language', '<script lang=tsx>a</script><script lang="jsx">b</script>', ['tsx: a', 'javascript: b']],
    ['one that we do not read', '<script lang="coffee">a</script>', ['unread: a']],
    ['generics with a bracket', '<script setup lang="ts" generic="T extends A<B>">a</script>', ['typescript: a']],
    ['no empty ones', '<script>\n \n</script><script/>', []],
    [
      'code that names tags',
      "<script>a = '<script>'; b = '</scripts>' </script >",
      ["javascript: a = '<script>'; b = '</scripts>'"],
    ],
    ['any case', '<script>a</SCRIPT><p/>', ['javascript: a']],
    ['none in a comment', '<!-- <script>a</script> --><!--><script>b</script>', ['javascript: b']],
    ['none in a template', '<template><div><script>a</script></div></template><script>b</script>', ['javascript: b']],
    [
      'templates in templates',
      '<template><template #a><b/></template><script>a</script></template><script>b</script>',
      ['javascript: b'],
    ],
    [
      'no end in an interpolation',
      '<template>{{ "</template><script>a</script>" }}</template><script>b</script>',
      ['javascript: b'],
    ],
    [
      'no end in an attribute',
      '<template><a :b="\'</template><script>\'"/></template><script>b</script>',
      ['javascript: b'],
    ],
    [
      'no end in a comment',
      '<template><!-- </template><script>a</script> --></template><script>b</script>',
      ['javascript: b'],
    ],
    ['a template in Pug', '<template lang="pug">\np </b> {{ "\n</template>\n<script>b</script>', ['javascript: b']],
    ['blocks of its own', '<docs>Use <script>a</script></docs><script>b</script>', ['javascript: b']],
    [
      'what lies elsewhere',
      '<script src="./a.ts"></script><style src="./a.css"/><template src=./a.html></template>',
      ['src "./a.ts"', 'asset "./a.css"', 'asset ./a.html'],
    ],
    ['one that never ends', '<script>a', ['javascript: a']],
    ['stray brackets', 'a < b <3 </p> <script>a</script>', ['javascript: a']],
  ];
  it.each(cases)('has %s', (_, text, blocks) => {
    expect(blocksOf('Buoy.vue', text)).toEqual(blocks);
  });
});

describe('a Svelte component', () => {
  const cases: readonly (readonly [what: string, text: string, blocks: readonly string[]])[] = [
    ['both scripts', '<script context="module">a</script><script>b</script>', ['javascript: a', 'javascript: b']],
    ['one language', '<script module>a</script>\n<script lang="ts">b</script>', ['typescript: a', 'typescript: b']],
    ['a type', '<script type="text/typescript">a</script>', ['typescript: a']],
    ['one that we do not read', '<script lang="coffee">a</script>', ['unread: a']],
    ['none in an element', '<div><script>a</script></div><script>b</script>', ['javascript: b']],
    ['none in a condition', '{#if a}<script>a</script>{/if}<script>b</script>', ['javascript: b']],
    ['none in an expression', '{@html `<script>${"}"}</script>`}{"<script>"}<script>b</script>', ['javascript: b']],
    ['none in a comment', '<!-- <script>a</script> --><script>b</script>', ['javascript: b']],
    [
      'attributes with brackets',
      '<a on:b={() => c > d && "}"} e="{f > "g"}" {...h}/><script>b</script>',
      ['javascript: b'],
    ],
    ['text with quotes', "<p>don't {a} }</p><script>b</script>", ['javascript: b']],
    ['elements that do not close', '<br><img src="a"><script>b</script>', ['javascript: b']],
    ['an expression that never ends', '<p>{ a</p><script>b</script>', ['javascript: b']],
    ['blocks on one line', '{#if a}{:else}{/if} / {#each b as {c}}{/each}<script>b</script>', ['javascript: b']],
    ['what lies elsewhere', '<script src="./a.ts"></script><style src="./a.css"></style>', ['src "./a.ts"']],
  ];
  it.each(cases)('has %s', (_, text, blocks) => {
    expect(blocksOf('Buoy.svelte', text)).toEqual(blocks);
  });
});

describe('an Astro component', () => {
  const cases: readonly (readonly [what: string, text: string, blocks: readonly string[]])[] = [
    ['frontmatter', '---\nimport a\n---\n<p/>', ['frontmatter: import a']],
    ['a comment before it', '<!-- a -->\n---\nimport a\n---\n<p/>', ['frontmatter: import a']],
    ['none after markup', '<p>\n---\nimport a\n---\n</p>', []],
    [
      'fences in strings and comments',
      '---\na = `\n---\n${b}` // ---\n/* --- */ c = "---"\n---\n',
      ['frontmatter: a = `\n---\n${b}` // ---\n/* --- */ c = "---"'],
    ],
    ['a quote in a regular expression', "---\na = /['\"`]/;\n---\n<p>don't</p>\n---", ['frontmatter: a = /[\'"`]/;']],
    ['a quote in a comment', "---\n// don't\nb\n---\n", ["frontmatter: // don't\nb"]],
    [
      'bundled scripts anywhere',
      "{a && <p>don't <script>a</script></p>}<script>b</script>",
      ['typescript: a', 'typescript: b'],
    ],
    [
      'no others',
      '<script is:inline>a</script><script type="module">b</script><script define:vars={{ a }}>c</script>',
      [],
    ],
    [
      'none in strings',
      '{"<script>a</script>"}{`<script>b</script>`}{/* <script>c</script> */}<script>d</script>',
      ['typescript: d'],
    ],
    ['none in comments', '<!-- <script>a</script> --><script>b</script>', ['typescript: b']],
    [
      'none in raw text',
      '<code is:raw>{<script>a</script></code><title><script>b</script></title><script>c</script>',
      ['typescript: c'],
    ],
    [
      'code in code',
      "{a.map((b) => { return <li>it's {b < c ? `${'}'}` : <b>}</b>}</li> })}<script>d</script>",
      ['typescript: d'],
    ],
    ['comparisons', "{a < b && c<d && e<f>() && 'g'}<script>h</script>", ['typescript: h']],
    [
      'what lies elsewhere',
      '<script src="../a.ts"></script><script is:inline src="/b.js"></script>',
      ['src "../a.ts"'],
    ],
    ['fragments', "<>don't {a}</><script>b</script>", ['typescript: b']],
  ];
  it.each(cases)('has %s', (_, text, blocks) => {
    expect(blocksOf('Buoy.astro', text)).toEqual(blocks);
  });
});

describe('hostile input', () => {
  const pieces = [
    '<script>;</script>',
    '<a ',
    '{',
    '{{',
    '`${',
    '<!--',
    '(/[',
    "'",
    '</a',
    '<a b="',
    '<template>',
    '{#if}',
    '<p>',
    '---',
    '<a {',
    '/*',
    '{/',
    '<>',
  ];
  it.each(pieces)('%j, over and over, takes no longer than its length asks for', (piece) => {
    const start = performance.now();
    for (const extension of ['vue', 'svelte', 'astro']) {
      findBlocks(`Wreck.${extension}`, Buffer.from(piece.repeat(Math.ceil(400_000 / piece.length))));
      findBlocks(`Wreck.${extension}`, Buffer.from(`---\n---\n<a>{${piece.repeat(Math.ceil(400_000 / piece.length))}`));
    }
    // Linear is a tenth of a second; quadratic would be minutes.
    expect(performance.now() - start).toBeLessThan(10_000);
  });
});
