import { expect, it } from 'vitest';
import { importsOf, placesOf } from '../../../builders/extract-from.ts';

const SOURCE = `#!/usr/bin/env node
/* Copyright — the harbour master */
/// <reference types="node" />
  /// <reference path='../phares/éclat.d.ts'/>
// an ordinary comment
/// <reference lib="es2023" />
/// <reference types="vite/client" resolution-mode="import" />
/// <amd-module name="harbour" />

import './quay';
/// <reference path="./too-late.d.ts" />
`;

it('finds references at the head of the file', () => {
  expect(importsOf(SOURCE)).toEqual([
    'triple-slash node',
    'triple-slash ../phares/éclat.d.ts',
    'triple-slash vite/client',
    'static ./quay',
  ]);
  expect(placesOf(SOURCE)).toEqual([`"node"`, `'../phares/éclat.d.ts'`, `"vite/client"`, `'./quay'`]);
});

it('finds them in a file that has nothing else', () => {
  expect(importsOf('/// <reference types="node" />', 'env.d.ts')).toEqual(['triple-slash node']);
  expect(importsOf('/* never closed? */ /* it is */', 'empty.ts')).toEqual([]);
});
