import { expect, it } from 'vitest';
import { importsOf, placesOf } from '../../../builders/extract-from.ts';

const SOURCE = `/**
 * Docks a ship — « à quai ».
 * @param {import('./ship.js').Ship} ship the ship
 * @param {{ berth: Array<import("./berth.js").Berth> }} options
 * @returns {Promise<void>}
 * @example
 * const { dock } = await import('./not-a-type.js');
 */
export function dock(ship, options) {}

/** @typedef {import('./cargo.js').Cargo} Cargo */
/** @import { Crew, Captain } from './crew.js' */
const text = "/** @type {import('./in-a-string.js').X} */";
const pattern = \`/** @type {import('./in-a-template.js').X} */\`;
/* @type {import('./plain-comment.js').X} */
// @type {import('./line-comment.js').X}
const files = 'src/**/*.js';
/* import('./no-tag.js') */
`;

it('finds the types that doc comments name', () => {
  expect(importsOf(SOURCE, 'dock.js')).toEqual([
    'jsdoc ./ship.js',
    'jsdoc ./berth.js',
    'jsdoc ./cargo.js',
    'jsdoc ./crew.js',
  ]);
  expect(placesOf(SOURCE, 'dock.js')).toEqual([`'./ship.js'`, `"./berth.js"`, `'./cargo.js'`, `'./crew.js'`]);
});

it('does so in JavaScript only: TypeScript ignores them in its own files', () => {
  expect(importsOf(SOURCE, 'dock.ts')).toEqual([]);
});
