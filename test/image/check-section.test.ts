import { Builder } from 'flatbuffers';
import { describe, expect, it } from 'vitest';
import { checkSection } from '../../src/image/check-section.ts';
import { DiagnosticsSection } from '../../src/image/generated/diagnostics-section.ts';
import { alignedVector, finishSection } from '../../src/image/section-builder.ts';

const FIELDS = ['uint', 'uint', 'uint', 'uint', 'vector', 'vector', 'vector'] as const;

function section(): Uint8Array<ArrayBuffer> {
  const builder = new Builder(1);
  const vectors = [3, 0, 17].map((length) => alignedVector(builder, new Uint8Array(length).fill(length)));
  const [counts = 0, entries = 0, sites = 0] = vectors;
  DiagnosticsSection.startDiagnosticsSection(builder);
  DiagnosticsSection.addFiles(builder, 7);
  DiagnosticsSection.addUnresolvedCounts(builder, counts);
  DiagnosticsSection.addEntries(builder, entries);
  DiagnosticsSection.addUnresolvedSites(builder, sites);
  return finishSection(builder, DiagnosticsSection.endDiagnosticsSection(builder)).slice();
}

/** Where things lie, found as the FlatBuffers format says. */
function places(bytes: Uint8Array<ArrayBuffer>) {
  const view = new DataView(bytes.buffer);
  const root = view.getUint32(0, true);
  const vtable = root - view.getInt32(root, true);
  const field = root + view.getUint16(vtable + 4 + 4 * 2, true);
  return { view, root, vtable, field, vector: field + view.getUint32(field, true) };
}

describe('the check of a section', () => {
  it('passes what FlatBuffers wrote: numbers that are 0 left out, an empty vector, a builder that had to grow', () => {
    checkSection('diagnostics', section(), FIELDS);
  });

  it('passes fields that a later version added, and refuses to miss a vector', () => {
    checkSection('diagnostics', section(), FIELDS.slice(0, 5));
    expect(() => checkSection('diagnostics', section(), [...FIELDS, 'vector'])).toThrow(/field 7 is missing/);
  });

  const BEYOND = [0x7ffffff0, 0x80000000, 0xfffffff0];
  it.each<[string, (at: ReturnType<typeof places>, value: number) => void, number[]]>([
    ['wrong identifier', ({ view }) => view.setUint8(5, 0), [0]],
    ['table out of bounds', ({ view }, value) => view.setUint32(0, value, true), [0, 4, 9, ...BEYOND]],
    [
      'vtable out of bounds',
      ({ view, root }, value) => view.setUint32(root, value, true),
      [1, 999_998, 0x7ffffff0, 0x80000000],
    ],
    [
      'vtable of a wrong size',
      ({ view, vtable }, value) => view.setUint16(vtable, value, true),
      [0, 2, 7, 0x8000, 0xfffe],
    ],
    ['table of a wrong size', ({ view, vtable }, value) => view.setUint16(vtable + 2, value, true), [0xffff]],
    [
      'field 4 out of bounds',
      ({ view, vtable }, value) => view.setUint16(vtable + 12, value, true),
      [1, 2, 0x100, 0xfffc],
    ],
    [
      'vector 4 out of bounds',
      ({ view, field }, value) => view.setUint32(field, value, true),
      [0, 1, 0x1000, ...BEYOND],
    ],
    [
      'vector 4 out of bounds',
      ({ view, vector }, value) => view.setUint32(vector, value, true),
      [0x1000, 0xffffffff, ...BEYOND],
    ],
  ])('refuses: %s', (message, change, values) => {
    for (const value of values) {
      const bytes = section();
      change(places(bytes), value);
      const damaged = expect.objectContaining({
        code: 'CONDUIT_IMAGE_DAMAGED',
        message: expect.stringContaining(message),
      });
      expect(() => checkSection('diagnostics', bytes, FIELDS), `value ${value}`).toThrow(damaged);
    }
  });

  it('refuses any part of a section, down to the last vector', () => {
    const whole = section();
    const padding = 16 - 3;
    for (let length = 0; length < whole.length - padding; length++) {
      const part = whole.slice(0, length);
      expect(() => checkSection('diagnostics', part, FIELDS), `cut to ${length}`).toThrow(/the image is damaged/);
    }
  });
});
