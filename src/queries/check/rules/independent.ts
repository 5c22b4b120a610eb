import { matchText, outermostFolder } from '../../match-globs.ts';
import { kindMask } from '../kind-mask.ts';
import { type Found, forEachEdge, foundEdge, type RuleContext } from '../rule-context.ts';
import type { RuleOf } from '../rule-schema.ts';
import { badRule } from '../term-matcher.ts';

/** Every import from one of some folders to another of them. */
export function checkIndependent(context: RuleContext, rule: RuleOf<'independent'>): Found[] {
  const { image } = context;
  const { graph } = image;
  const terms = [rule.folders].flat().map((term) => {
    if (/^!?(re|package|tag):/.test(term)) throw badRule(rule.name, '`folders` are globs');
    return term.replace(/(?<=.)\/(?:\*\*)?$/, '');
  });
  const select = (wanted: readonly string[]) => (wanted.length === 0 ? () => false : matchText('folders', wanted));
  const matches = select(terms.filter((term) => !term.startsWith('!')));
  const isOut = select(terms.filter((term) => term.startsWith('!')).map((term) => term.slice(1)));
  const folderOf = outermostFolder((folder) => matches(folder) && !isOut(folder));
  const folders = Array.from({ length: graph.nodeCount }, (_, node) => folderOf(graph.idOf(node)));
  const inFolders = Uint8Array.from(folders, (folder) => Number(folder !== null));
  if (!inFolders.includes(1)) context.selectors.note(rule.name, `\`${terms.join(', ')}\` selects no folder`);
  const found: Found[] = [];
  forEachEdge(context, inFolders, rule.kinds, (source, target, edge) => {
    const other = folders[target] ?? null;
    if (other === null || other === folders[source]) return;
    const message = (from: string, to: string): string => `${from} imports ${to} of ${other}, which is independent`;
    found.push(foundEdge(context, edge, kindMask(rule.kinds), message));
  });
  return found;
}
