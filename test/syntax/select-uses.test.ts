import fc from 'fast-check';
import { expect, it } from 'vitest';
import { JsonTree } from '../../bench/oracles/json-tree.ts';
import { createTapeReader } from '../../src/facts/extract/read-tree.ts';
import { kernelModule } from '../../src/session/node/kernels.ts';
import { SCOPE } from '../../src/syntax/cursor.ts';
import { FIELD } from '../../src/syntax/generated/fields.ts';
import { KIND } from '../../src/syntax/generated/kinds.ts';
import { selectionOf } from '../../src/syntax/node-selection.ts';
import { parseSource } from '../../src/syntax/parse-source.ts';

const readTape = createTapeReader(kernelModule('plain'));
const USES = selectionOf({
  taken: [KIND.ClassDeclaration],
  takenInModuleScope: [KIND.Identifier],
  leaptOver: [KIND.ImportDeclaration, KIND.TsTypeAnnotation],
});
const NAMES = selectionOf({ taken: [KIND.Identifier] });

const LONG = 'harbour_master_of_the_northern_quay';
const names = fc.constantFrom('q', 'quay', 'quays', LONG, `${LONG}s`, 'кай', 'tug', '\\u0061nchor', 'anchor');
const statements = fc.oneof(
  names.map((name) => `${name};`),
  names.map((name) => `import { ${name} } from './${name}';`),
  names.map((name) => `let crane: ${name};`),
  names.map((name) => `{ const ${name} = 1; ${name}; }`),
  names.map((name) => `class Dock { ${name} = ${name}; }`),
  names.map((name) => `export default function (${name}) { return [${name}, ship.${name}]; }`),
);

it('finds where the names that are wanted stand in the scope of the module, as the oracle does', () => {
  let found = 0;
  fc.assert(
    fc.property(fc.array(statements, { maxLength: 20 }), fc.infiniteStream(fc.boolean()), (lines, wishes) => {
      const parsed = parseSource(Buffer.from(lines.join('\n')), 'typescript');
      if (!parsed.ok) return;
      const tree = readTape(parsed.json, parsed.origin);
      const twin = new JsonTree(parsed.json, parsed.origin);
      // Of any scope: what is wanted need not be what can be found.
      const wanted = Array.from(tree?.select(NAMES) ?? []).filter(() => wishes.next().value === true);
      const uses = tree?.selectUses(USES, wanted);
      expect(uses).toEqual(twin.selectUses(USES, wanted));
      uses?.nodes.forEach((node, at) => {
        const local = wanted[(uses.said[at] ?? 0) - 1];
        expect(twin.kind(node)).toBe(local === undefined ? KIND.ClassDeclaration : KIND.Identifier);
        if (local === undefined) return;
        found++;
        expect(twin.scope(node)).toBe(SCOPE.module);
        expect(twin.text(node, FIELD.value)).toBe(twin.text(local, FIELD.value));
      });
    }),
    { numRuns: 1_000 },
  );
  expect(found).toBeGreaterThan(1_000);
});

it('finds many names among many, of every length', () => {
  const many = Array.from({ length: 3_000 }, (_, index) => `crane${'_'.repeat(index % 20)}${index % 1_000}`);
  const parsed = parseSource(Buffer.from(`var ${many.join(',')}; ${many.join(';')}`), 'typescript');
  if (!parsed.ok) throw new Error(parsed.error.message);
  const tree = readTape(parsed.json, parsed.origin);
  const twin = new JsonTree(parsed.json, parsed.origin);
  const wanted = Array.from(twin.select(NAMES).filter((_, at) => at % 3 === 0));
  expect(tree?.selectUses(USES, wanted)).toEqual(twin.selectUses(USES, wanted));
});
