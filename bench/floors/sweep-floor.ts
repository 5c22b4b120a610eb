/**
 * The floor under every look at a whole project: readdir and stat of each of its folders and files, synchronously, node_modules
 * and dot-folders left out; no ignore file is read and nothing is kept.
 *
 *     node dist/bench/floors/sweep-floor.js <root>     prints one JSON line { folders, files, milliseconds }
 */
import { readdirSync, statSync } from 'node:fs';

const root = process.argv[2] ?? '.';
const started = performance.now();
let folders = 0;
let files = 0;
const pending = [root];
for (let folder = pending.pop(); folder !== undefined; folder = pending.pop()) {
  folders++;
  statSync(folder);
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) {
      if (entry.name !== 'node_modules' && !entry.name.startsWith('.')) pending.push(path);
    } else if (entry.isFile()) {
      statSync(path);
      files++;
    }
  }
}
console.log(JSON.stringify({ folders, files, milliseconds: Math.round(performance.now() - started) }));
