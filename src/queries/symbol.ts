import { z } from 'zod';
import { SYMBOL_FLAGS } from '../base/symbol-flags.ts';
import { SYMBOL_KINDS } from '../base/symbol-kinds.ts';
import type { ImageReader } from '../image/reader.ts';
import { defineQuery } from './define.ts';
import { locationSchema } from './schemas.ts';
import { resolveSymbol } from './symbols/resolve-symbol.ts';
import { symbolParam } from './symbols/site-answer.ts';

const kind = z.enum(SYMBOL_KINDS);
const signature = z
  .string()
  .nullable()
  .describe('On one line, without a body; null for what is not declared in the project.');

const result = z.strictObject({
  symbol: z.strictObject({
    id: z.string(),
    name: z.string(),
    kind,
    module: z.string().describe('The file that declares it, or the external package.'),
    package: z.string().nullable(),
    parent: z.string().nullable().describe('What it is a member of; null at the top level.'),
    flags: z.array(z.enum(SYMBOL_FLAGS)),
    signature,
    doc: z.string().nullable().describe('The doc comment without its stars; null where there is none.'),
    declarations: z
      .array(z.strictObject({ location: locationSchema, name: locationSchema, signature: z.string() }))
      .describe('In source order: overloads, and what is merged, have several. `name` is where the name stands.'),
    exportedAs: z
      .array(z.strictObject({ module: z.string(), name: z.string() }))
      .describe('The names under which modules give it to others.'),
    members: z.array(z.strictObject({ id: z.string(), kind, signature })).describe('Its own, in source order.'),
  }),
  excerpt: z
    .strictObject({
      text: z.string().describe('Without secrets, and without the indentation that its lines share.'),
      startLine: z.int(),
      omittedLines: z.int().describe('Lines of the declaration behind the text; 0 when the text is all of it.'),
    })
    .nullable()
    .describe('The source of its first declaration; null for modules and for what is not declared in the project.'),
});

export type SymbolResult = z.infer<typeof result>;

/** What is declared under a name: kind, signature, doc comment, places, members, and the names that it has elsewhere. */
export const symbol = defineQuery({
  name: 'symbol',
  summary: 'What a symbol is: declaration, signature, doc comment, members, exported names.',
  examples: ['introspect symbol src/cart.ts#Cart', 'introspect symbol Cart.total --json'],
  params: z.strictObject({ symbol: symbolParam }),
  positional: ['symbol'],
  result,
  sections: ['strings', 'graph', 'diagnostics', 'symbols', 'symbol-texts', 'excerpts'],
  run({ image }, params) {
    const number = resolveSymbol(image, params.symbol);
    return { result: { symbol: describeSymbol(image, number), excerpt: image.excerpts.excerptOf(number) } };
  },
});

function describeSymbol({ symbols, symbolTexts, graph }: ImageReader, number: number): SymbolResult['symbol'] {
  const declarations = symbols.declarationsOf(number);
  const [first] = declarations;
  const parent = symbols.parentOf(number);
  const node = symbols.nodeOf(number);
  // A class that is merged with an interface, or a function with overloads, may have its comment at any of them.
  const doc = declarations.map((declaration) => symbolTexts.docOf(declaration.number)).find((text) => text !== '');
  return {
    id: symbols.idOf(number),
    name: symbols.nameOf(number),
    kind: symbols.kindOf(number),
    module: graph.idOf(node),
    package: graph.packageOf(node),
    parent: parent === null || symbols.kindOf(parent) === 'module' ? null : symbols.idOf(parent),
    flags: symbols.flagsOf(number),
    signature: first ? symbolTexts.signatureOf(first.number) : null,
    doc: doc ?? null,
    declarations: declarations.map((declaration) => ({
      location: declaration.location,
      name: declaration.name,
      signature: symbolTexts.signatureOf(declaration.number),
    })),
    exportedAs: symbols.exportedAs(number).map(({ module, name }) => ({ module: symbols.idOf(module), name })),
    members: symbols.membersOf(number).map((member) => {
      const [declared] = symbols.declarationsOf(member);
      return {
        id: symbols.idOf(member),
        kind: symbols.kindOf(member),
        signature: declared ? symbolTexts.signatureOf(declared.number) : null,
      };
    }),
  };
}
