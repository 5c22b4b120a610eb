// `npm run bench -- [name …] [root] [--smoke]`: runs the benches in bench/, all by default. A name that is none of them is the
// project to measure on.
import { readdirSync } from 'node:fs';

const folder = new URL('../dist/bench/', import.meta.url);
const names = readdirSync(folder).flatMap((file) => /^(.+)\.bench\.js$/.exec(file)?.[1] ?? []);
const words = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const wanted = words.filter((word) => names.includes(word));
const [root] = words.filter((word) => !names.includes(word));
const smoke = process.argv.includes('--smoke');

for (const name of wanted.length > 0 ? wanted : names) {
  const { run } = await import(new URL(`${name}.bench.js`, folder));
  await run({ root, smoke });
}
