import { FIELD } from '../../src/syntax/generated/fields.ts';
import { KIND } from '../../src/syntax/generated/kinds.ts';
import { decodeJsonString } from '../../src/syntax/json-text.ts';
import { TAPE_RECORD_WORDS, type TapeRecords } from '../../src/wasm/tape-builder.ts';

/** What one record says, with ranges of leaves replaced by what stands there. */
export interface TwinRecord {
  kind: number;
  field: number;
  start: number;
  end: number;
  parent: number;
  next: number;
  scope: number;
  leaf: string | number | null;
}

const NONE = 0xffffffff;

/** The naive twin of assembly/tape.ts: the same records out of `JSON.parse`. */
export function tapeTwin(json: string): TwinRecord[] {
  const parsed = JSON.parse(json) as Record<string, unknown>;
  const records: TwinRecord[] = [];
  visit('program' in parsed && Object.keys(parsed)[0] === 'program' ? parsed.program : parsed, FIELD.root, NONE, true);
  return records;

  function visit(value: unknown, field: number, parent: number, inArray: boolean): void {
    if (value === false || (value === null && !inArray)) return;
    if (Array.isArray(value)) {
      for (const item of value) visit(item, field, parent, true);
      return;
    }
    const number = records.length;
    const record: TwinRecord = { kind: 0, field, start: 0, end: 0, parent, next: 0, scope: 0, leaf: null };
    records.push(record);
    if (value === null) record.kind = KIND.hole;
    else if (value === true) record.kind = KIND.true;
    else if (typeof value === 'string' || typeof value === 'number') {
      record.kind = typeof value === 'string' ? KIND.string : KIND.number;
      record.leaf = value;
    } else visitObject(value as Record<string, unknown>, record, number);
    record.next = records.length;
  }

  function visitObject(node: Record<string, unknown>, record: TwinRecord, number: number): void {
    const keys = Object.keys(node);
    const typed = keys[0] === 'type' && typeof node.type === 'string';
    record.kind = typed ? ((KIND as Record<string, number>)[node.type as string] ?? KIND.unknown) : KIND.group;
    for (const key of typed ? keys.slice(1) : keys) {
      const value = node[key];
      if (key === 'span' && typeof value === 'object' && value !== null) {
        const span = value as { start: number; end: number };
        record.start = span.start;
        record.end = span.end;
      } else if (key === 'ctxt') record.scope = (value as number) + 1;
      else visit(value, (FIELD as Record<string, number>)[key] ?? FIELD.unknown, number, false);
    }
  }
}

/** The tape’s records in the twin’s form. */
export function readTape({ count, words, text }: TapeRecords): TwinRecord[] {
  return Array.from({ length: count }, (_, number) => {
    const [kindAndField = 0, from = 0, to = 0, parent = 0, next = 0, scope = 0] = words.subarray(
      number * TAPE_RECORD_WORDS,
      (number + 1) * TAPE_RECORD_WORDS,
    );
    const kind = kindAndField & 0xffff;
    const isLeaf = kind === KIND.string || kind === KIND.number;
    const leaf = isLeaf ? decodeJsonString(text, from, to) : null;
    return {
      kind,
      field: kindAndField >>> 16,
      start: isLeaf ? 0 : from,
      end: isLeaf ? 0 : to,
      parent,
      next,
      scope,
      leaf: kind === KIND.number ? Number(leaf) : leaf,
    };
  });
}
