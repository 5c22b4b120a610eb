import { expect, it } from 'vitest';
import { printable, wellFormed } from '../../src/base/text.ts';

it('shows what would drive a terminal, and leaves everything else as it is', () => {
  expect(printable('src/\u001b]0;owned\u0007\ncart.ts')).toBe('src/\\u001b]0;owned\\u0007\\u000acart.ts');
  expect(printable('src/\u009b2Jcart.ts')).toBe('src/\\u009b2Jcart.ts');
  expect(printable('src/\u202est.trac')).toBe('src/\\u202est.trac');
  expect(printable('src/Übersicht/漢字 🚢.ts')).toBe('src/Übersicht/漢字 🚢.ts');
});

it('replaces halves of surrogate pairs, and no pair', () => {
  expect(wellFormed('a\ud83d')).toBe('a\ufffd');
  expect(wellFormed('\udea2a')).toBe('\ufffda');
  expect(wellFormed('🚢')).toBe('🚢');
});
