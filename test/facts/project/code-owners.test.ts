import { describe, expect, it } from 'vitest';
import { ownerRules, readCodeOwners } from '../../../src/facts/project/code-owners.ts';
import { projectOf } from '../../builders/project.ts';

describe('owners', () => {
  it('stand behind a pattern, a line each; a pattern without any takes them away', () => {
    const text = [
      '# the shop',
      '*       @shop/everybody',
      '',
      '/orders/ @ann bob@shop.example # who bakes',
      '/orders/generated/',
      'docs/my\\ file.md @ann',
    ].join('\r\n');
    expect(ownerRules(text)).toEqual([
      { pattern: '*', owners: ['@shop/everybody'], line: 2 },
      { pattern: '/orders/', owners: ['@ann', 'bob@shop.example'], line: 4 },
      { pattern: '/orders/generated/', owners: [], line: 5 },
      { pattern: 'docs/my\\ file.md', owners: ['@ann'], line: 6 },
    ]);
  });

  it('pass over what GitHub passes over', () => {
    expect(ownerRules('!/a @ann\n[section] @ann\n/b ann\n*.[jt]s @ann\n')).toEqual([]);
  });

  it('are those of the first file that is there', () => {
    const both = projectOf({ CODEOWNERS: '* @root', '.github/CODEOWNERS': '* @github', 'docs/CODEOWNERS': '* @docs' });
    expect(readCodeOwners(both)).toMatchObject({ path: '.github/CODEOWNERS', rules: [{ owners: ['@github'] }] });
    expect(readCodeOwners(projectOf({ 'docs/CODEOWNERS': '* @docs' })).path).toBe('docs/CODEOWNERS');
    expect(readCodeOwners(projectOf({ 'docs/CODEOWNERS/a': '' }))).toEqual({ path: '', rules: [] });
  });
});
