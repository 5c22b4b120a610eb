import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodeImage } from '../../src/image/encode.ts';
import { anyRecords } from '../builders/any-records.ts';
import { recordsOf, shop } from '../builders/image-records.ts';
import { openBytes } from '../builders/open-bytes.ts';
import { vectorChecks } from '../oracles/vector-checks.ts';

const open = (records = shop) => openBytes(encodeImage(records, vectorChecks).bytes).diagnostics;

describe('the diagnostics of an image', () => {
  it('say what their records said', () => {
    fc.assert(
      fc.property(anyRecords, (records) => {
        const diagnostics = open(records);
        const { entries, unresolvedSites, lines, files, parsed, failed, unresolved } = records.diagnostics;
        expect(diagnostics.entries()).toEqual(entries);
        expect(diagnostics.unresolvedSites()).toEqual(unresolvedSites);
        expect(diagnostics.lines).toBe(lines);
        expect(diagnostics.coverage).toMatchObject({ files, parsed, failed, unresolved });
      }),
    );
  });

  it('call coverage complete only when every file was read and every import leads somewhere', () => {
    const order = 'src/order.ts';
    const failure = { path: order, code: 'not-utf8', message: '', line: 0, column: 0 } as const;
    expect(open(recordsOf({ modules: [order] })).coverage.status).toBe('complete');
    expect(open(recordsOf({ edges: [[order, '?:./customer']] })).coverage.status).toBe('partial');
    expect(open(recordsOf({ modules: [order], diagnostics: [failure] })).coverage.status).toBe('partial');
  });

  it('call coverage partial when a folder could not be read, which is no file that failed', () => {
    const folder = { path: 'src/locked', code: 'unreadable', message: '', line: 0, column: 0 } as const;
    const diagnostics = { ...shop.diagnostics, failed: 0, unresolved: {}, unresolvedSites: [], entries: [folder] };
    expect(open({ ...shop, diagnostics }).coverage).toMatchObject({ status: 'partial', failed: 0 });
  });

  it('list reasons in the order of their code units', () => {
    const unresolved = { 'not-exported': 2, excluded: 1, 'file-not-found': 3 };
    const { coverage } = open({ ...shop, diagnostics: { ...shop.diagnostics, unresolved } });
    expect(Object.entries(coverage.unresolved)).toEqual([
      ['excluded', 1],
      ['file-not-found', 3],
      ['not-exported', 2],
    ]);
  });
});
