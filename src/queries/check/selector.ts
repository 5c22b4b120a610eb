import { closest } from '../../base/closest.ts';
import type { NodeKind } from '../../base/node-kinds.ts';
import type { GraphReader } from '../../image/reader.ts';
import type { CheckRules } from './rule-schema.ts';
import type { SelectorText } from './rule-terms.ts';
import { badRule, matcherOf } from './term-matcher.ts';

/** 1 for every node that is selected. Shared by all who ask for the same: never written to. */
export type Selection = Uint8Array;

export interface Selectors {
  /** @throws ConduitError CONDUIT_BAD_CONFIG for a term that means nothing */
  select(rule: string, text: SelectorText): Selection;
  /** What is odd about rules and no mistake: terms that select nothing. */
  readonly notes: readonly { readonly rule: string; readonly message: string }[];
  note(rule: string, message: string): void;
}

/** What `package:` selects from: an external package is `npm:…`. */
const FILES: ReadonlySet<NodeKind> = new Set<NodeKind>(['module', 'json', 'asset']);

type Tags = CheckRules['tags'];

/** Tags may name tags, so far and no farther: what follows them is a call of its own. */
const DEEPEST_TAG = 20;

/** That a package, a builtin or a lost import is not there is what a rule about it asks for. */
const OUTSIDE = /^(npm|node|\?|re:\^(npm|node|\\\?)):/;

/** Selects nodes by the terms of rules, each term once for all rules. */
export function createSelectors(graph: GraphReader, tags: Tags): Selectors {
  const known = new Map<string, Selection>();
  const notes = new Map<string, { rule: string; message: string }>();
  const note = (rule: string, message: string): void => void notes.set(`${rule}\0${message}`, { rule, message });
  const termOf = (rule: string, term: string, within: readonly string[], isWanted: boolean): Selection => {
    const tag = /^tag:(.*)$/s.exec(term)?.[1];
    const found =
      known.get(term) ??
      (tag === undefined
        ? selectTerm(graph, rule, term)
        : selectAll(rule, tagged(rule, tag, within), [...within, tag]));
    known.set(term, found);
    if (isWanted && !found.includes(1) && !OUTSIDE.test(term)) note(rule, `\`${term}\` selects nothing`);
    return found;
  };
  const tagged = (rule: string, name: string, within: readonly string[]): SelectorText => {
    const text = Object.hasOwn(tags, name) ? tags[name] : undefined;
    if (text === undefined) throw badRule(rule, `there is no tag \`${name}\``, closest(name, Object.keys(tags)));
    if (within.includes(name)) throw badRule(rule, `the tag \`${name}\` names itself`);
    if (within.length >= DEEPEST_TAG) throw badRule(rule, `more than ${DEEPEST_TAG} tags name one another`);
    return text;
  };
  const selectAll = (rule: string, text: SelectorText, within: readonly string[]): Selection => {
    const terms = [text].flat();
    const wanted = terms.filter((term) => !term.startsWith('!')).map((term) => termOf(rule, term, within, true));
    const [only] = wanted;
    if (only !== undefined && terms.length === 1) return only;
    const unwanted = terms
      .filter((term) => term.startsWith('!'))
      .map((term) => termOf(rule, term.slice(1), within, false));
    const selection = new Uint8Array(graph.nodeCount);
    for (let node = 0; node < selection.length; node++) {
      const isTaken = only === undefined ? graph.kindOf(node) !== 'unresolved' : wanted.some((one) => one[node] === 1);
      if (isTaken && !unwanted.some((one) => one[node] === 1)) selection[node] = 1;
    }
    return selection;
  };
  return {
    get notes() {
      return [...notes.values()];
    },
    note,
    select: (rule, text) => selectAll(rule, text, []),
  };
}

function selectTerm(graph: GraphReader, rule: string, term: string): Selection {
  const matches = matcherOf(rule, term);
  const isPackage = term.startsWith('package:');
  const withUnresolved = namesUnresolved(term);
  const selection = new Uint8Array(graph.nodeCount);
  for (let node = 0; node < selection.length; node++) {
    const kind = graph.kindOf(node);
    if (isPackage) {
      const name = FILES.has(kind) ? graph.packageOf(node) : null;
      if (name !== null && matches(name)) selection[node] = 1;
    } else if ((kind !== 'unresolved' || withUnresolved) && matches(graph.idOf(node))) selection[node] = 1;
  }
  return selection;
}

/** Where an import leads that leads nowhere is not known: only a term that says `?:` means it. */
function namesUnresolved(term: string): boolean {
  return /^(\?:|re:\^\\\?:)/.test(term);
}
