import { describe, expect, it } from 'vitest';
import { EDGE_KINDS } from '../../../src/base/edge-kinds.ts';
import { ConduitError } from '../../../src/base/errors.ts';
import { validateConfig } from '../../../src/session/core/config.ts';

const refusalOf = (data: unknown): ConduitError => {
  try {
    validateConfig(data);
  } catch (error) {
    if (error instanceof ConduitError) return error;
  }
  throw new Error('was accepted');
};

const rule = (kinds: readonly string[]) => ({ name: 'no shop', type: 'forbidden', from: 'src', to: 'shop', kinds });

describe('the configuration', () => {
  it('may be empty', () => {
    expect(validateConfig({})).toEqual({
      introspection: { enabled: true },
      include: [],
      exclude: [],
      limits: { fileBytes: 2097152 },
      parse: { hangSeconds: 30 },
      index: { dotDirectories: false, minified: false },
    });
  });

  it('keeps what is said and fills in the rest', () => {
    const config = validateConfig({ exclude: ['vendor/**'], parse: { workers: 2 } });
    expect(config.exclude).toEqual(['vendor/**']);
    expect(config.parse).toEqual({ hangSeconds: 30, workers: 2 });
  });

  it('gives every reader lists and groups of its own', () => {
    expect(validateConfig({}).exclude).not.toBe(validateConfig({}).exclude);
  });
});

it('may name kinds, and kinds to leave out', () => {
  for (const kinds of [['static'], ['!type'], ['static', 'require', '!require']]) {
    expect(() => validateConfig({ check: { rules: [rule(kinds)] } })).not.toThrow();
  }
});

describe('a mistake in it', () => {
  it.each([
    [{ exlude: [] }, '`exlude`', ['exclude']],
    [{ limits: { filebytes: 1 } }, '`limits.filebytes`', ['fileBytes']],
    [{ parse: { hangSeconds: 0 } }, '`parse.hangSeconds`', undefined],
    [{ include: 'src' }, '`include`', undefined],
    [{ exclude: ['src', 3] }, '`exclude.1`', undefined],
    [[], 'the file', undefined],
    [{ check: { rules: [rule(['static', '!static'])] } }, '`check.rules.0.kinds`', undefined],
    [{ check: { rules: [rule(EDGE_KINDS.map((kind) => `!${kind}`))] } }, '`check.rules.0.kinds`', undefined],
  ])('%j is named', (data, named, candidates) => {
    const { code, message, candidates: found } = refusalOf(data);
    expect(code).toBe('CONDUIT_BAD_CONFIG');
    expect(message).toContain(named);
    expect(found).toEqual(candidates);
  });
});
