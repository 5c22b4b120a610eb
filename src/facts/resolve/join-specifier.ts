import { posix } from 'node:path';

/** A segment that says nothing or leads up, somewhere in a path; a slash at its end too. */
const UNSETTLED = /(?:^|\/)\.{0,2}(?:\/|$)/;

/**
 * The path that a relative specifier means, from the root: `posix.join(posix.dirname(fromPath), specifier)`, which goes through
 * both a character at a time. Nearly every specifier only leads up at its beginning, and then a few slices do.
 */
export function joinSpecifier(fromPath: string, specifier: string): string {
  let folder = parentOf(fromPath);
  let start = specifier.startsWith('./') ? 2 : 0;
  while (folder !== '' && specifier.startsWith('../', start)) {
    folder = parentOf(folder);
    start += 3;
  }
  const rest = specifier.slice(start);
  if (UNSETTLED.test(rest)) return posix.join(posix.dirname(fromPath), specifier);
  return folder === '' ? rest : `${folder}/${rest}`;
}

function parentOf(path: string): string {
  const slash = path.lastIndexOf('/');
  return slash < 0 ? '' : path.slice(0, slash);
}
