import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { bundleOf, writeLauncher } from '../../scripts/launcher.mjs';

const root = join(import.meta.dirname, '../..');

/** Says what it was built as, whether code was kept now, and what it was started with. */
const bundleSaying = (word: string, isComplete = 'true'): string =>
  `"use strict";const say=()=>{console.log(${JSON.stringify(word)},keepCode(${isComplete}),require('node:path').basename(__filename))};say();`;

async function folderWith(source: string): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'conduit-launch-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  await write(folder, source);
  return folder;
}

async function write(folder: string, source: string): Promise<void> {
  const started = join(folder, 'tool.cjs');
  writeFileSync(bundleOf(started), source);
  const imports = source.includes('import(') ? [{ path: './beside.mjs', kind: 'dynamic-import' as const }] : [];
  await writeLauncher(root, started, imports);
}

const start = (folder: string, ...flags: string[]): string =>
  execFileSync(process.execPath, [...flags, join(folder, 'tool.cjs')], { encoding: 'utf8' }).trim();

describe('a launcher', () => {
  it('keeps compiled code in its first run and runs from it in the second', async () => {
    const folder = await folderWith(bundleSaying('spoon'));
    expect(start(folder)).toBe('spoon true tool-bundle.cjs');
    expect(readdirSync(join(folder, 'compiled'))).toHaveLength(1);
    expect(start(folder)).toBe('spoon false tool-bundle.cjs');
  });

  it('does not run the code of another bundle, even of one that is as long', async () => {
    const folder = await folderWith(bundleSaying('spoon'));
    start(folder);
    await write(folder, bundleSaying('knife'));
    expect(start(folder)).toBe('knife true tool-bundle.cjs');
    expect(start(folder)).toBe('knife false tool-bundle.cjs');
  });

  it('replaces what an incomplete run has kept when a complete one comes', async () => {
    const folder = await folderWith(bundleSaying('cup', 'process.env.COMPLETE === "1"'));
    expect(start(folder)).toBe('cup true tool-bundle.cjs');
    expect(start(folder)).toBe('cup false tool-bundle.cjs');
    process.env.COMPLETE = '1';
    onTestFinished(() => {
      delete process.env.COMPLETE;
    });
    expect(start(folder)).toBe('cup true tool-bundle.cjs');
    expect(start(folder)).toBe('cup false tool-bundle.cjs');
  });

  it.each([
    ['cut short', (bytes: Buffer) => bytes.subarray(0, 40)],
    [
      'left with an empty block',
      (bytes: Buffer) => Buffer.from(bytes).fill(0, bytes.length >> 1, (bytes.length >> 1) + 64),
    ],
    [
      'of one other bit',
      (bytes: Buffer) => Buffer.from(bytes.map((byte, at) => (at === bytes.length - 9 ? byte ^ 4 : byte))),
    ],
    ['empty', () => Buffer.alloc(0)],
    ['of another V8', (bytes: Buffer) => Buffer.concat([bytes.subarray(0, 32), Buffer.alloc(bytes.length - 32, 7)])],
  ])('runs without compiled code that is %s, and keeps it anew', async (_, damage) => {
    const folder = await folderWith(bundleSaying('plate'));
    start(folder);
    const [file = ''] = readdirSync(join(folder, 'compiled'));
    const path = join(folder, 'compiled', file);
    writeFileSync(path, damage(readFileSync(path)));
    expect(start(folder)).toBe('plate true tool-bundle.cjs');
    expect(start(folder)).toBe('plate false tool-bundle.cjs');
  });

  it('keeps code apart that was compiled under other flags of V8', async () => {
    const folder = await folderWith(bundleSaying('fork'));
    start(folder);
    expect(start(folder, '--no-lazy-feedback-allocation')).toBe('fork true tool-bundle.cjs');
    expect(readdirSync(join(folder, 'compiled'))).toHaveLength(2);
  });

  it('works where nothing can be kept', async () => {
    const folder = await folderWith(bundleSaying('bowl'));
    // A file in the place of the folder stops everybody; its permissions would not stop root.
    writeFileSync(join(folder, 'compiled'), '');
    expect(start(folder)).toBe('bowl false tool-bundle.cjs');
    expect(start(folder)).toBe('bowl false tool-bundle.cjs');
  });

  it('imports modules beside it, from compiled code too', async () => {
    const folder = await folderWith(
      `(async()=>{const{colour}=await import("./beside.mjs");console.log(colour,keepCode(true))})();`,
    );
    writeFileSync(join(folder, 'beside.mjs'), "export const colour = 'red';");
    expect(start(folder)).toBe('red true');
    expect(start(folder)).toBe('red false');
  });
});
