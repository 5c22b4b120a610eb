import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkSchema } from '../../../../src/queries/check/rule-schema.ts';
import { readConfiguration } from '../../../../src/session/node/check/dependency-cruiser/read-configuration.ts';
import { translate } from '../../../../src/session/node/check/dependency-cruiser/translate.ts';
import { projectOf } from '../../../builders/project.ts';

const KINDS = ['static', 'export-from', 'dynamic', 'require', 'import-equals'];

/** The one rule that a rule of `forbidden` becomes; it must be one of ours. */
function forbidden(rule: object, options: object = {}): Record<string, unknown> {
  const { check, problems } = translate({
    forbidden: [{ name: 'one', severity: 'error', from: {}, ...rule }],
    options,
  });
  expect(problems).toEqual([]);
  expect(checkSchema.safeParse(check).error).toBeUndefined();
  const { name: _, severity: __, ...rest } = check.rules[0] ?? {};
  return rest;
}

describe('a rule that is forbidden', () => {
  it.each<[string, object, object]>([
    [
      'between paths, with groups',
      { from: { path: '^src/([^/]+)/' }, to: { path: '^src/', pathNot: ['^src/$1/', 'shared'] } },
      { type: 'forbidden', from: ['re:^src/([^/]+)/'], to: ['re:^src/', '!re:^src/$1/', '!re:shared'], kinds: KINDS },
    ],
    [
      'to packages and builtins',
      { to: { path: ['node_modules/(lodash|moment)/', '^fs$'] } },
      {
        type: 'forbidden',
        from: ['**'],
        to: ['re:^npm:(lodash|moment)(?:/|$)', 're:^fs$', 're:^node:fs$'],
        kinds: KINDS,
      },
    ],
    [
      'to builtins by their type',
      { to: { dependencyTypes: ['core'], path: ['^punycode$'] } },
      { type: 'forbidden', from: ['**'], to: ['re:^node:punycode$'], kinds: KINDS },
    ],
    [
      'to what is not there',
      { to: { couldNotResolve: true } },
      { type: 'forbidden', from: ['**'], to: ['?:*'], kinds: KINDS },
    ],
    ['of a kind', { to: { dynamic: true } }, { type: 'forbidden', from: ['**'], to: ['**'], kinds: ['dynamic'] }],
    [
      'by declaration',
      { from: { path: '^src' }, to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] } },
      { type: 'dependencies', from: ['re:^src'], to: ['**'], not: ['undeclared'], kinds: KINDS },
    ],
    [
      'by reach',
      { from: { path: 'ui' }, to: { path: 'db', reachable: true } },
      { type: 'must-not-reach', from: ['re:ui'], to: ['re:db'], kinds: KINDS },
    ],
    [
      'by no reach',
      { from: { path: 'ui' }, to: { path: 'db', reachable: false } },
      { type: 'must-be-reached', from: ['re:ui'], to: ['re:db'], kinds: KINDS },
    ],
    ['circles', { to: { circular: true } }, { type: 'no-cycles', class: 'deferred' }],
    [
      'orphans',
      { from: { orphan: true, pathNot: '[.]d[.]ts$' }, to: {} },
      { type: 'no-orphans', modules: ['**', '!re:[.]d[.]ts$'], kinds: KINDS },
    ],
  ])('%s', (_, rule, expected) => {
    expect(forbidden(rule)).toEqual(expected);
  });

  it('sees types only when the options say so', () => {
    const options = { tsPreCompilationDeps: true };
    expect(forbidden({ to: { circular: true } }, options)).toMatchObject({ class: 'type-only' });
    expect(forbidden({ to: { path: 'a' } }, options).kinds).toEqual([...KINDS, 'type', 'triple-slash']);
    expect(forbidden({ to: { path: 'a', dependencyTypesNot: ['type-only'] } }, options).kinds).not.toContain('type');
  });

  it('knows nothing of what the options leave out', () => {
    const options = { exclude: { path: '^dist/' }, includeOnly: '^(src|test)' };
    const left = ['!re:^dist/', '!re:^(?!(?:(src|test)))'];
    expect(forbidden({ to: { path: 'a' } }, options)).toMatchObject({ from: ['**', ...left], to: ['re:a', ...left] });
  });
});

it('translates what is required and what alone is allowed', () => {
  const { check, problems } = translate({
    required: [{ name: 'base', module: { path: 'controller' }, to: { path: '^src/base' } }],
    allowed: [{ from: { path: '^src' }, to: { path: '^src' } }],
    allowedSeverity: 'error',
  });
  expect([problems, checkSchema.safeParse(check).error]).toEqual([[], undefined]);
  expect(check.rules).toEqual([
    {
      name: 'base',
      severity: 'warning',
      type: 'required',
      from: ['re:controller'],
      to: ['re:^src/base'],
      kinds: KINDS,
    },
    {
      ...{ name: 'not-in-allowed', severity: 'error', type: 'allowed', kinds: KINDS },
      imports: [{ from: ['re:^src'], to: ['re:^src'], kinds: KINDS }],
    },
  ]);
});

it('leaves out what is switched off, and gives every rule a name of its own', () => {
  const rule = { from: {}, to: { path: 'a' } };
  const { check } = translate({ forbidden: [rule, { ...rule, severity: 'ignore' }, { ...rule, name: 'a,b' }, rule] });
  expect(check.rules.map(({ name }) => name)).toEqual(['forbidden', 'a b', 'forbidden 3']);
});

it.each([
  [{ scope: 'folder', to: { path: 'a' } }, 'folders'],
  [{ to: { license: 'MIT' } }, 'license'],
  [{ to: { moreUnstable: true } }, 'moreUnstable'],
  [{ to: { dependencyTypes: ['deprecated'] } }, 'deprecated'],
  [{ to: { dependencyTypes: ['core', 'npm-dev'] } }, 'core, npm-dev'],
  [{ to: { circular: true, via: { path: 'a' } } }, 'via'],
  [{ to: { path: '(a+)+$' } }, 'for ever'],
  [{ to: { path: '(' } }, 'no regular expression'],
  [{ to: { path: 'node_modules/.*/lib/.*[.]js' } }, 'not clear'],
  [{ to: { path: 7 } }, 'no text'],
  [{ module: { numberOfDependentsLessThan: 2 }, to: {} }, 'module'],
])('%j cannot be translated, and is listed', (rule, reason) => {
  const { check, problems } = translate({ forbidden: [{ name: 'odd', from: {}, ...rule }] });
  expect(check.rules).toEqual([]);
  expect(problems).toEqual([expect.stringMatching(new RegExp(`^odd: .*${reason}`))]);
});

describe('a configuration that is a program', () => {
  const read = (files: Record<string, string>, name = '.dependency-cruiser.cjs') =>
    readConfiguration(join(projectOf(files), name));

  it('is told from its text and those of the files that it imports', () => {
    const files = {
      '.dependency-cruiser.cjs':
        "const { layers } = require('./rules.js');\nconst paths = ['a', 'b'].map((name) => '^src/' + name);\n" +
        "module.exports = { forbidden: [...layers, { name: 'x', from: { path: paths }, to: { path: '^x' } }] };\n",
      'rules.js': "exports.layers = [{ name: 'up', from: {}, to: { path: '^up' } }];\n",
    };
    expect(read(files)).toEqual({
      forbidden: [
        { name: 'up', from: {}, to: { path: '^up' } },
        { name: 'x', from: { path: ['^src/a', '^src/b'] }, to: { path: '^x' } },
      ],
    });
  });

  it('is never run', () => {
    const program = 'globalThis.wasRun = true;\nmodule.exports = { forbidden: [] };\n';
    expect(read({ '.dependency-cruiser.cjs': program })).toEqual({ forbidden: [] });
    expect('wasRun' in globalThis).toBe(false);
  });

  it.each([
    ["module.exports = { forbidden: require('shared-rules') };", 'module.exports.forbidden'],
    [
      'module.exports = { forbidden: [], options: { exclude: process.env.EXCLUDE } };',
      'module.exports.options.exclude',
    ],
    ['module.exports = 7;', 'exports no configuration'],
  ])('says where it cannot be told: %s', (program, place) => {
    expect(() => read({ '.dependency-cruiser.cjs': program })).toThrow(place);
  });
});
