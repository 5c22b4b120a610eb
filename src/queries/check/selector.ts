import { closest } from '../../base/closest.ts';
import { ConduitError } from '../../base/errors.ts';
import type { NodeKind } from '../../base/node-kinds.ts';
import { isTameGlob } from '../../base/tame-glob.ts';
import { isTamePattern } from '../../base/tame-pattern.ts';
import type { GraphReader } from '../../image/reader.ts';
import { matchGlobs } from '../match-globs.ts';
import type { CheckRules, SelectorText } from './rule-schema.ts';

/** 1 for every node that is selected. */
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
  const ids = Array.from({ length: graph.nodeCount }, (_, node) => graph.idOf(node));
  const known = new Map<string, Selection>();
  const notes = new Map<string, { rule: string; message: string }>();
  const note = (rule: string, message: string): void => void notes.set(`${rule}\0${message}`, { rule, message });
  const termOf = (rule: string, term: string, within: readonly string[], isWanted: boolean): Selection => {
    const tag = /^tag:(.*)$/s.exec(term)?.[1];
    const found =
      known.get(term) ??
      (tag === undefined
        ? selectTerm(graph, ids, rule, term)
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
    const isAll = terms.every((term) => term.startsWith('!'));
    const selection = Uint8Array.from(ids, (_, node) => Number(isAll && graph.kindOf(node) !== 'unresolved'));
    const mark = (term: string, value: 0 | 1): void => {
      termOf(rule, term, within, value === 1).forEach((is, node) => {
        if (is === 1) selection[node] = value;
      });
    };
    for (const term of terms) if (!term.startsWith('!')) mark(term, 1);
    for (const term of terms) if (term.startsWith('!')) mark(term.slice(1), 0);
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

function selectTerm(graph: GraphReader, ids: readonly string[], rule: string, term: string): Selection {
  const matches = matcherOf(rule, term);
  if (!term.startsWith('package:')) {
    const isMeant = (node: number): boolean => graph.kindOf(node) !== 'unresolved' || namesUnresolved(term);
    return Uint8Array.from(ids, (id, node) => Number(isMeant(node) && matches(id)));
  }
  return Uint8Array.from(ids, (_, node) => {
    const name = FILES.has(graph.kindOf(node)) ? graph.packageOf(node) : null;
    return Number(name !== null && matches(name));
  });
}

/** Where an import leads that leads nowhere is not known: only a term that says `?:` means it. */
function namesUnresolved(term: string): boolean {
  return /^(\?:|re:\^\\\?:)/.test(term);
}

/** Whether a text (an id, or of `package:` the name of a package) is what a term says. */
export function matcherOf(rule: string, term: string): (text: string) => boolean {
  if (term.startsWith('re:')) {
    const expression = patternOf(rule, term.slice('re:'.length));
    return (text) => expression.test(text);
  }
  const glob = term.replace(/^package:/, '');
  const literal = /^[^*?[\]{}()!\\|]+$/.exec(glob.replace(/(?<=.)\/(?:\*\*)?$/, ''))?.[0];
  // Most terms are a folder, and so need no expression.
  if (literal !== undefined) return (text) => text === literal || text.startsWith(`${literal}/`);
  if (!isTameGlob(glob)) throw badRule(rule, `\`${glob}\` has too many wildcards`);
  try {
    return matchGlobs('glob', [glob]) ?? (() => false);
  } catch {
    throw badRule(rule, `\`${glob}\` is not a glob: is a bracket missing?`);
  }
}

/** @throws ConduitError CONDUIT_BAD_CONFIG for what is no regular expression, or one that could take for ever */
export function patternOf(rule: string, pattern: string): RegExp {
  if (!isTamePattern(pattern)) throw badRule(rule, `the expression \`${pattern}\` could take for ever`);
  try {
    return new RegExp(pattern);
  } catch {
    throw badRule(rule, `\`${pattern}\` is not a regular expression`);
  }
}

export function badRule(rule: string, what: string, candidates?: readonly string[]): ConduitError {
  return new ConduitError('CONDUIT_BAD_CONFIG', `introspect.config.json: check: rule \`${rule}\`: ${what}`, candidates);
}
