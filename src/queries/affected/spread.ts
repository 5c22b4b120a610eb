import type { ImageReader } from '../../image/reader.ts';
import { addBelow } from './add-below.ts';
import type { AffectedSet } from './affected-set.ts';
import { isRunningConfig } from './input-kinds.ts';
import { runnerInputs } from './runner-inputs.ts';
import type { IsFollowed } from './steering-modules.ts';
import type { SymbolSpread } from './symbol-spread.ts';

/**
 * Goes on from what changed to all that it affects. A module that is affected as a whole affects whoever imports it, in any way; a symbol whoever uses it.
 * O(nodes + edges of both graphs).
 * @param set what changed is in it; what is affected will be
 * @param bySymbols null when symbols are not looked at: then there are none in the set
 */
export function spread(
  image: ImageReader,
  set: AffectedSet,
  bySymbols: SymbolSpread | null,
  isFollowed: IsFollowed,
): void {
  const { graph } = image;
  const inputs = runnerInputs(image);
  const { offsets, targets, masks } = graph.reverse;
  for (let next = set.take(); next; next = set.take()) {
    const { node, symbol } = next;
    // What a configuration imports, or names to be run with the tests, is as much an input of the modules below it.
    const id = graph.idOf(node);
    if (isRunningConfig(id)) addBelow(graph, id.slice(0, id.lastIndexOf('/') + 1), node, set);
    const [, storyFolder] = STORYBOOK.exec(id) ?? [];
    if (storyFolder !== undefined) addBelow(graph, storyFolder, node, set, STORY);
    for (const folder of inputs.get(node) ?? []) addBelow(graph, folder, node, set);
    if (symbol >= 0) bySymbols?.goOn(node, symbol, set);
    else {
      for (let entry = offsets[node] ?? 0; entry < (offsets[node + 1] ?? 0); entry++) {
        if (isFollowed(targets[entry] ?? 0, masks[entry] ?? 0)) set.addModule(targets[entry] ?? 0, node);
      }
    }
  }
}

/** `.storybook/preview.ts` says with what the stories beside that folder are rendered. */
const STORYBOOK = /^((?:.*\/)?)\.storybook\/[^/]+$/;
const STORY = /\.stor(?:y|ies)\.\w+$/;
