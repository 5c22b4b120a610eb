import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Finds where in a file of `root` a name stands in quotes, at the end of what is quoted: the place of an import that a tool told of without
 * saying where. Line from 1; 0 when it stands nowhere or the file cannot be read.
 */
export function findLine(root: string): (path: string, name: string) => number {
  return (path, name) => {
    let text: string;
    try {
      text = readFileSync(join(root, path), 'utf8');
    } catch {
      return 0;
    }
    const lines = text.split('\n');
    const ending = (tail: string): number =>
      lines.findIndex((line) => ["'", '"', '`'].some((quote) => line.includes(`${name}${tail}${quote}`)));
    const plain = ending('');
    return 1 + (plain >= 0 ? plain : ending('.js'));
  };
}
