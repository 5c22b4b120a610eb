import { builtinModules } from 'node:module';
import { isTamePattern } from '../../../../base/tame-pattern.ts';

/** What could not be translated, in words; thrown within a rule and caught around it. */
export class Untranslatable extends Error {}

const BUILTINS = builtinModules.filter((name) => !name.startsWith('_'));

/** `path` or `pathNot`: one expression or several alternatives. @throws Untranslatable */
export function patternsOf(value: unknown, name: string): string[] {
  if (value === undefined) return [];
  const list = Array.isArray(value) ? value : [value];
  if (!list.every((one): one is string => typeof one === 'string')) throw new Untranslatable(`\`${name}\` is no text`);
  for (const pattern of list) check(pattern, name);
  return list;
}

function check(pattern: string, name: string): void {
  try {
    new RegExp(pattern);
  } catch {
    throw new Untranslatable(`\`${name}\` is no regular expression: ${pattern}`);
  }
  // References to groups stand for text.
  if (!isTamePattern(pattern.replace(/\$\d/g, 'x'))) {
    throw new Untranslatable(`\`${name}\` could take for ever to match: ${pattern}`);
  }
}

/**
 * An expression over dependency-cruiser's paths as terms over ids. It calls a package `node_modules/<name>/…` and a builtin `fs`, where an id
 * is `npm:<name>` and `node:fs`.
 * @throws Untranslatable
 */
export function termsOf(pattern: string): string[] {
  if (pattern.includes('node_modules')) return [packageTerm(pattern)];
  const rest = /^\^(.*)$/s.exec(pattern)?.[1];
  const isAboutBuiltins =
    rest !== undefined && BUILTINS.some((name) => new RegExp(pattern.replace(/\$\d/g, 'x')).test(name));
  return isAboutBuiltins ? [`re:${pattern}`, builtinTerm(pattern)] : [`re:${pattern}`];
}

/** @throws Untranslatable for an expression that is not bound to the beginning of the name */
export function builtinTerm(pattern: string): string {
  const rest = /^\^(.*)$/s.exec(pattern)?.[1];
  if (rest === undefined || hasChoice(rest))
    throw new Untranslatable(`what \`${pattern}\` means of builtins is not clear`);
  return `re:^node:${rest}`;
}

function packageTerm(pattern: string): string {
  const rest =
    /^(?:\^|\(\^\|\/\)|\(\?:\^\|\/\)|\/)?node_modules(?:\/(.*))?$/s.exec(pattern)?.[1] ??
    (/^\^?node_modules$/.test(pattern) ? '' : null);
  if (rest === null || hasChoice(rest)) throw new Untranslatable(`what \`${pattern}\` means of packages is not clear`);
  const name = rest.replace(/\/?(?:\.[*+])?\$?$/, '');
  if (name === '') return 're:^npm:';
  // Deeper paths into a package are no ids.
  if (!/^(?:@?[\w.\\-]+|@?\((?:\?:)?[@\w.|/\\-]+\))(?:\/(?:[\w.\\-]+|\((?:\?:)?[\w.|\\-]+\)))?$/.test(name)) {
    throw new Untranslatable(`what \`${pattern}\` means of packages is not clear`);
  }
  return `re:^npm:${name}(?:/|$)`;
}

/** Whether there is a `|` outside of groups. */
function hasChoice(pattern: string): boolean {
  let depth = 0;
  for (const character of pattern.replace(/\\.|\[(?:\\.|[^\]])*\]/g, '')) {
    if (character === '(') depth++;
    else if (character === ')') depth--;
    else if (character === '|' && depth === 0) return true;
  }
  return false;
}
