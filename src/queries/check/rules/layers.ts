import { kindMask } from '../kind-mask.ts';
import { type Found, forEachEdge, foundEdge, type RuleContext } from '../rule-context.ts';
import type { RuleOf } from '../rule-schema.ts';
import { badRule } from '../term-matcher.ts';

/** Every import that leads to a layer above, or, where they are strict, past the next one. What is in no layer may import and be imported. */
export function checkLayers(context: RuleContext, rule: RuleOf<'layers'>): Found[] {
  const { layerOf, inLayers } = placeInLayers(context, rule);
  const nameOf = (layer: number): string => rule.layers[layer - 1]?.name ?? '';
  const found: Found[] = [];
  forEachEdge(context, inLayers, rule.kinds, (source, target, edge) => {
    const [above, below] = [layerOf[source] ?? 0, layerOf[target] ?? 0];
    if (below === 0 || above === below) return;
    const isUp = below < above;
    if (!isUp && !(rule.strict && below > above + 1)) return;
    const why = isUp ? 'is above it' : 'is not the next below it';
    const message = (from: string, to: string): string =>
      `${from} of layer ${nameOf(above)} imports ${to} of layer ${nameOf(below)}, which ${why}`;
    found.push(foundEdge(context, edge, kindMask(rule.kinds), message));
  });
  return found;
}

/** Layers by node, counted from 1; 0 for what is in none. @throws ConduitError CONDUIT_BAD_CONFIG for a node in two */
function placeInLayers(context: RuleContext, rule: RuleOf<'layers'>) {
  const { graph } = context.image;
  const layerOf = new Uint32Array(graph.nodeCount);
  const inLayers = new Uint8Array(graph.nodeCount);
  rule.layers.forEach(({ name, modules }, at) => {
    const selection = context.selectors.select(rule.name, modules);
    for (let node = 0; node < selection.length; node++) {
      if (selection[node] === 0) continue;
      const other = rule.layers[(layerOf[node] ?? 0) - 1];
      if (other) {
        throw badRule(rule.name, `\`${graph.idOf(node)}\` is in two layers, \`${other.name}\` and \`${name}\``);
      }
      layerOf[node] = at + 1;
      inLayers[node] = 1;
    }
  });
  return { layerOf, inLayers };
}
