import { describe, expect, it } from 'vitest';
import { importsOf } from '../../../builders/extract-from.ts';

const IMPORT = `require('./cargo')`;

describe('runs later', () => {
  it.each([
    `function load() { ${IMPORT} }`,
    `const load = function () { ${IMPORT} };`,
    `const load = () => ${IMPORT};`,
    `const ship = { load() { ${IMPORT} }, };`,
    `const ship = { get hold() { return ${IMPORT} } };`,
    `const ship = { set hold(value) { ${IMPORT} } };`,
    `class Ship { load() { ${IMPORT} } }`,
    `class Ship { #load() { ${IMPORT} } }`,
    `class Ship { constructor() { ${IMPORT} } }`,
    `class Ship { hold = ${IMPORT} }`,
    `class Ship { #hold = ${IMPORT} }`,
    `(function* () { ${IMPORT} })();`,
    `(() => { cranes.forEach(() => ${IMPORT}) })();`,
    `function outer() { return (() => ${IMPORT})(); }`,
  ])('%s', (source) => {
    expect(importsOf(source)).toEqual(['require ./cargo nested']);
  });
});

describe('runs with the module', () => {
  it.each([
    IMPORT,
    `if (stormy) { for (;;) ${IMPORT} }`,
    `(function () { ${IMPORT} })();`,
    `(function () { ${IMPORT} }).call(this);`,
    `(function () { ${IMPORT} }());`,
    `(() => ${IMPORT})();`,
    `(async () => { ${IMPORT} })();`,
    `class Ship { static hold = ${IMPORT} }`,
    `class Ship { static { ${IMPORT} } }`,
    `class Ship { [${IMPORT}]() {} }`,
    `class Ship extends ${IMPORT} { load() {} }`,
    `const load = () => {}; ${IMPORT}`,
    `class Ship { @Inject(${IMPORT}) load() {} }`,
    `namespace Fleet { ${IMPORT} }`,
  ])('%s', (source) => {
    expect(importsOf(source)).toEqual(['require ./cargo']);
  });
});
