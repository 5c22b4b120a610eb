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
  /** Terms that select nothing in this project, by the rules that have them. */
  readonly idle: readonly { readonly rule: string; readonly term: string }[];
  noteIdle(rule: string, term: string): void;
}

/** What `package:` selects from: an external package is `npm:…`. */
const FILES: ReadonlySet<NodeKind> = new Set<NodeKind>(['module', 'json', 'asset']);

type Tags = CheckRules['tags'];

const MOST_TERMS = 10_000;

/** Selects nodes by the terms of rules, each term once for all rules. */
export function createSelectors(graph: GraphReader, tags: Tags): Selectors {
  const ids = Array.from({ length: graph.nodeCount }, (_, node) => graph.idOf(node));
  const known = new Map<string, Selection>();
  const idle: { rule: string; term: string }[] = [];
  const noteIdle = (rule: string, term: string): void => {
    if (!idle.some((one) => one.rule === rule && one.term === term)) idle.push({ rule, term });
  };
  const termOf = (rule: string, term: string): Selection => {
    const found = known.get(term) ?? selectTerm(graph, ids, rule, term);
    known.set(term, found);
    if (!found.includes(1)) noteIdle(rule, term);
    return found;
  };
  return {
    idle,
    noteIdle,
    select(rule, text) {
      const terms = expandTags(rule, text, tags);
      const taken = terms.filter((term) => !term.startsWith('!'));
      const left = terms.filter((term) => term.startsWith('!'));
      const selection = new Uint8Array(ids.length).fill(taken.length === 0 ? 1 : 0);
      const mark = (term: string, value: 0 | 1): void => {
        termOf(rule, term).forEach((is, node) => {
          if (is === 1) selection[node] = value;
        });
      };
      for (const term of taken) mark(term, 1);
      for (const term of left) mark(term.slice(1), 0);
      return selection;
    },
  };
}

/** The terms with what tags stand for in their place; `!tag:` takes out what the tag selects. A tag may name others. */
export function expandTags(rule: string, text: SelectorText, tags: Tags): string[] {
  const terms: string[] = [];
  const open = [...[text].flat()].reverse().map((term) => ({ term, within: [] as readonly string[] }));
  for (let next = open.pop(); next; next = open.pop()) {
    const { term, within } = next;
    const [, no = '', name] = /^(!?)tag:(.*)$/s.exec(term) ?? [];
    if (name === undefined) {
      terms.push(term);
      continue;
    }
    const selected = Object.hasOwn(tags, name) ? tags[name] : undefined;
    if (selected === undefined) throw badRule(rule, `there is no tag \`${name}\``, closest(name, Object.keys(tags)));
    // Tags that name tags twice each double with every step.
    if (terms.length + open.length > MOST_TERMS) throw badRule(rule, 'its tags come to too many globs');
    if (within.includes(name)) throw badRule(rule, `the tag \`${name}\` names itself`);
    const inner = [selected].flat();
    if (no !== '' && inner.some((one) => one.startsWith('!'))) {
      throw badRule(rule, `the tag \`${name}\` takes something out, so it cannot be taken out itself`);
    }
    open.push(...[...inner].reverse().map((one) => ({ term: `${no}${one}`, within: [...within, name] })));
  }
  return terms;
}

function selectTerm(graph: GraphReader, ids: readonly string[], rule: string, term: string): Selection {
  const matches = matcherOf(rule, term);
  if (!term.startsWith('package:')) return Uint8Array.from(ids, (id) => Number(matches(id)));
  return Uint8Array.from(ids, (_, node) => {
    const name = FILES.has(graph.kindOf(node)) ? graph.packageOf(node) : null;
    return Number(name !== null && matches(name));
  });
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
