import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { createNotes, openNoteSlot, readNotes } from '../../../src/session/node/in-flight-notes.ts';

const notes = () => join(mkdtempSync(join(tmpdir(), 'conduit-notes-')), 'in-flight');

it('tells which files are in flight, and since when', () => {
  const path = notes();
  createNotes(path, 3);
  const before = Date.now();
  openNoteSlot(path, 0).begin(0);
  openNoteSlot(path, 2).begin(41);
  const inFlight = readNotes(path, 3);
  expect(inFlight.map(({ file }) => file)).toEqual([0, 41]);
  for (const { startedMs } of inFlight) expect(startedMs).toBeGreaterThanOrEqual(before);
});

it('forgets a file that is done', () => {
  const path = notes();
  createNotes(path, 1);
  const slot = openNoteSlot(path, 0);
  slot.begin(7);
  slot.end();
  expect(readNotes(path, 1)).toEqual([]);
});
