import { join } from 'node:path';
import type { OwnerRule, ProjectRecords } from '../project-records.ts';
import { redact } from '../redact/redact.ts';
import { CODE_OWNERS_PATHS } from '../scan/source-paths.ts';
import { readText } from './read-text.ts';

/** GitHub does not load a larger one. */
const LARGEST = 3 * 2 ** 20;

/**
 * Who owns which files, of the first CODEOWNERS that is there, in the order in which GitHub looks: `.github/`, the root, `docs/`.
 * https://docs.github.com/en/repositories/managing-your-repositorys-settings-and-features/customizing-your-repository/about-code-owners
 */
export function readCodeOwners(root: string): ProjectRecords['owners'] {
  for (const path of CODE_OWNERS_PATHS) {
    const text = readText(join(root, path), LARGEST);
    if (text !== null) return { path, rules: ownerRules(text) };
  }
  return { path: '', rules: [] };
}

/**
 * The rules of a CODEOWNERS file: a pattern and its owners a line, `#` begins a comment. Lines that GitHub would pass over (an owner that is
 * none, `!` in front of a pattern, `[ ]` in it) are passed over.
 */
export function ownerRules(text: string): OwnerRule[] {
  return text.split(/\r?\n/).flatMap((written, index) => {
    // A blank within a pattern is written `\ `.
    const [pattern, ...owners] = written.replace(/(^|\s)#.*$/, '').match(/(?:\\.|\S)+/g) ?? [];
    if (pattern === undefined || /^!|[[\]]/.test(pattern) || !owners.every(isOwner)) return [];
    return [{ pattern: redact(pattern), owners: owners.map((owner) => redact(owner)), line: index + 1 }];
  });
}

const isOwner = (word: string): boolean => /^@[\w-]+(?:\/[\w.-]+)?$|^[^@\s]+@[^@\s]+$/.test(word);
