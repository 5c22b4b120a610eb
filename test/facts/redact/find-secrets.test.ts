import { rules } from '@secretlint/secretlint-rule-preset-recommend';
import { describe, expect, it } from 'vitest';
import { findSecrets, SECRET_RULES, suspectedRules } from '../../../src/facts/redact/find-secrets.ts';
import { UNUSED } from '../../../src/facts/redact/listed-rules.ts';
import { LISTED_SAMPLES, OWN_SAMPLES, SECRET_SAMPLES } from '../../builders/secret-samples.ts';

describe('the rules', () => {
  it.each(SECRET_RULES)('$name finds a sample of its own, which its marks let through', (rule) => {
    const samples = SECRET_SAMPLES.filter((sample) => sample.rule === rule.name);
    expect(samples.length).toBeGreaterThan(0);
    for (const { code, secret } of samples) {
      const found = [...rule.find(code)];
      expect(found.map(({ start, end }) => code.slice(start, end)).join()).toContain(secret);
      expect(rule.marks.some((mark) => new RegExp(mark, rule.ignoresCase ? 'i' : '').test(code))).toBe(true);
      expect(suspectedRules(code)).not.toEqual([]);
    }
  });

  it('are those of the kept list, but two, and our own', () => {
    const listed = rules.map(({ meta }: { meta: { id: string } }) => meta.id.replace(/^.*rule-/, ''));
    const names = SECRET_RULES.map(({ name }) => name);
    expect(listed.filter((name: string) => !names.includes(name))).toEqual([...UNUSED]);
    const sampled = new Set([...OWN_SAMPLES, ...LISTED_SAMPLES].map(({ rule }) => rule));
    expect(names.filter((name) => !sampled.has(name))).toEqual([]);
  });
});

describe('findSecrets', () => {
  it('says nothing of a text without marks', () => {
    expect(suspectedRules('export const answer = 42;')).toEqual([]);
    expect(findSecrets('export const answer = 42;')).toEqual([]);
  });

  it('gives places in order, none touching another', () => {
    const text = SECRET_SAMPLES.map(({ code }) => code).join('\n');
    const found = findSecrets(text);
    expect(found.length).toBeGreaterThan(SECRET_SAMPLES.length / 2);
    found.forEach(({ start, end }, place) => {
      expect(end).toBeGreaterThan(start);
      expect(start).toBeGreaterThan(found[place - 1]?.end ?? -1);
    });
  });
});
