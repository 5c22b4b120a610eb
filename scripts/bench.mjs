// `npm run bench -- [name …] [word …] [--smoke]`: runs the benches in bench/, all by default. Words that are none of them are the bench's:
// the project to measure on for most, sizes for `growth`.
import { readdirSync } from 'node:fs';

const folder = new URL('../dist/bench/', import.meta.url);
const names = readdirSync(folder).flatMap((file) => /^(.+)\.bench\.js$/.exec(file)?.[1] ?? []);
const words = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const wanted = words.filter((word) => names.includes(word));
const rest = words.filter((word) => !names.includes(word));
const smoke = process.argv.includes('--smoke');

for (const name of wanted.length > 0 ? wanted : names) {
  const { run } = await import(new URL(`${name}.bench.js`, folder));
  await run({ root: rest[0], words: rest, smoke });
}
