import picomatch from 'picomatch/posix.js';
import type { EntryRecord, ImageReader } from '../../image/reader.ts';
import { matchGlobs } from '../match-globs.ts';
import { moduleNodes } from '../module-nodes.ts';
import type { PackageIndex } from '../packages/package-index.ts';
import { APP_FRAMEWORKS } from './conventions/app-frameworks.ts';
import type { Convention } from './conventions/convention.ts';
import { SITE_FRAMEWORKS } from './conventions/site-frameworks.ts';
import { TOOLS } from './conventions/tools.ts';

/** A module that something other than an import starts. */
export interface EntryNode {
  /** In words: `exports of package.json`, `by the convention of next`. */
  readonly why: string;
  readonly production: boolean;
}

/** Scripts that are part of what is shipped and run; the others build, test and release. */
const PRODUCTION_SCRIPT = /^(?:start|serve|worker|migrate)(?:$|:prod)|^(?:pre|post)?install$/;

/** All entries, by node. What is both an entry of production and of development is one of production. */
export function entryNodes(
  { graph, project }: ImageReader,
  packages: PackageIndex,
  globs: readonly string[],
): Map<number, EntryNode> {
  const found = new Map<number, EntryNode>();
  const add = (node: number, why: string, production: boolean): void => {
    const known = found.get(node);
    if (!known || (production && !known.production)) found.set(node, { why, production });
  };
  for (const entry of project.entries) {
    if (entry.node !== null && entry.kind !== 'left-out') add(entry.node, wordsFor(entry), isProduction(entry));
  }
  const named = matchGlobs('entry', globs);
  const conventions = conventionsByPackage(packages);
  for (const node of moduleNodes(graph)) {
    const id = graph.idOf(node);
    if (named?.(id)) add(node, 'given as an entry', true);
    const own = packages.of(node);
    if (own === null) continue;
    const path = own.directory === '' ? id : id.slice(own.directory.length + 1);
    const { any, each } = conventions(own.number);
    // Few modules are matched at all: one expression for all conventions spares asking for each.
    if (!any.test(path)) continue;
    for (const { convention, expression } of each) {
      if (expression.test(path)) add(node, `by the convention of ${convention.name}`, convention.production);
    }
  }
  return found;
}

/** What these start becomes part of what is shipped, unless it is said for tests. */
const BUILDER =
  /^(?:vite|rollup|rolldown|webpack|rspack|rsbuild|rslib|tsup|tsdown|build|unbuild|esbuild|parcel|electron\S*|wxt|next|nuxt|astro|svelte|vue|docusaurus|ng-packagr) (?!test\b)/;

/** Of these, a target says what is made of it. */
const TARGETS = /^(?:angular|nx) (?!.*\b(?:test|e2e|lint|storybook)\b)/;

function isProduction({ kind, key }: EntryRecord): boolean {
  if (kind === 'script') return PRODUCTION_SCRIPT.test(key);
  return kind !== 'tool' || BUILDER.test(key) || TARGETS.test(key);
}

function wordsFor({ kind, key }: EntryRecord): string {
  return kind === 'script' || kind === 'tool' ? `${kind} \`${key}\`` : `\`${kind}\` of package.json`;
}

interface Conventions {
  readonly any: RegExp;
  readonly each: readonly { readonly convention: Convention; readonly expression: RegExp }[];
}

/** What is the convention in a package follows from what it declares; compiled once for all packages that declare alike. */
function conventionsByPackage(packages: PackageIndex): (number: number) => Conventions {
  const all = [...APP_FRAMEWORKS, ...SITE_FRAMEWORKS, ...TOOLS].map((convention) => ({
    convention,
    expression: anyOf(convention.files.map(expressionOf)),
  }));
  const alike = new Map<string, Conventions>();
  const known = new Map<number, Conventions>();
  return (number) => {
    let valid = known.get(number);
    if (!valid) {
      const each = all.filter(({ convention: { packages: names, around } }) => {
        return names.length === 0 || names.some((name) => packages.declares(number, name, around));
      });
      const key = each.map(({ convention }) => convention.name).join();
      valid = alike.get(key) ?? { any: anyOf(each.map(({ expression }) => expression)), each };
      alike.set(key, valid);
      known.set(number, valid);
    }
    return valid;
  };
}

const expressionOf = (glob: string): RegExp => picomatch.makeRe(glob, { dot: true });
const anyOf = (expressions: readonly RegExp[]): RegExp =>
  new RegExp(expressions.map(({ source }) => `(?:${source})`).join('|'));
