/**
 * Compares our answer to "who refers to this" with TypeScript's `findReferences`, and calls with its call hierarchy, for symbols drawn
 * by chance from TypeScript's own trees:
 *
 *     npm run oracle-refs -- <root> [--sample 170] [--seed 1] [--json FILE]
 *
 * Half of them are declared at the top level, half are members of classes and interfaces. Prints precision and recall of each group and every difference.
 */
import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { buildImage } from '../src/session/node/build/build-image.ts';
import { loadInProcess } from '../src/session/node/load-in-process.ts';
import { imageModules } from './oracles/image-edges.ts';
import { compareReferences, type SymbolComparison } from './oracles/symbols/compare-references.ts';
import { type DeclaredPlace, declaredPlaces } from './oracles/symbols/declared-places.ts';
import { imageReferences } from './oracles/symbols/image-references.ts';
import { moduleTargets } from './oracles/symbols/module-targets.ts';
import { comparisonReport } from './oracles/symbols/print-references.ts';
import { symbolsByPlace } from './oracles/symbols/symbols-by-place.ts';
import { typescriptCalls, typescriptReferences } from './oracles/symbols/typescript-references.ts';
import { createTypescriptService } from './oracles/symbols/typescript-service.ts';
import { seededRandom } from './random.ts';

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    sample: { type: 'string', default: '170' },
    seed: { type: 'string', default: '1' },
    json: { type: 'string' },
  },
});
const root = realpathSync(positionals[0] ?? '.');
const imageDirectory = mkdtempSync(join(tmpdir(), 'introspect-oracle-image-'));
try {
  await compareProject();
} finally {
  rmSync(imageDirectory, { recursive: true, force: true });
}

async function compareProject(): Promise<void> {
  const { image } = await buildImage(root, { imageDirectory });
  const context = loadInProcess(image);
  const paths = imageModules(context.image);
  const program = createTypescriptService(root, paths, moduleTargets(context.image));
  const declared = paths.flatMap((path) => {
    const source = program.sourceFile(path);
    // What was built or written by hand for others to check against is nobody's code.
    return source && !source.isDeclarationFile ? declaredPlaces(path, source) : [];
  });
  const random = seededRandom(Number(values.seed));
  const half = Math.ceil(Number(values.sample) / 2);
  const drawn = (['top level', 'member'] as const).flatMap((group) =>
    draw(
      declared.filter((place) => place.group === group),
      half,
      random,
    ),
  );
  const idAt = symbolsByPlace(context.image);
  const references: SymbolComparison[] = [];
  const calls: SymbolComparison[] = [];
  for (const place of drawn) {
    const id = idAt(`${place.path}:${place.line}:${place.column}`);
    const ours = id === null ? null : imageReferences(context, 'refs', id);
    references.push(compareReferences(place, ours, typescriptReferences(program, place)));
    if (!place.isCallable) continue;
    const callers = id === null ? null : imageReferences(context, 'callers', id);
    calls.push(compareReferences(place, callers, typescriptCalls(program, place)));
  }
  console.log(`${paths.length} sources, ${declared.length} declarations, seed ${values.seed}`);
  console.log(comparisonReport(references, calls));
  if (values.json) writeFileSync(values.json, `${JSON.stringify({ references, calls }, null, 2)}\n`);
}

/** As many of them as asked for, each with the same chance, in the order in which they were drawn. */
function draw(places: readonly DeclaredPlace[], count: number, random: () => number): DeclaredPlace[] {
  const left = [...places];
  const drawn: DeclaredPlace[] = [];
  while (drawn.length < count && left.length > 0) {
    const at = Math.floor(random() * left.length);
    drawn.push(...left.splice(at, 1));
  }
  return drawn;
}
