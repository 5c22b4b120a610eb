import {
  EXPORT,
  EXPORT_DECLARATION,
  EXPORT_IMPORT,
  EXPORT_SITE,
  IMPORTED,
  NO_SYMBOL,
  TERM,
  TERM_OPS,
} from '../../../symbol-records.ts';
import type { Children } from '../children.ts';
import { isTypeKind, isValueKind } from '../meanings.ts';
import { ExportEntries, type Linked } from './export-entries.ts';

/** A name means nothing that is known. Below it are terms, see {@link ExportMeanings.termOf}; from 0 on, symbols. */
export const NO_MEANING = -1;

const FIRST_TERM = -2;
const [DECLARED, OBJECT, BOUND] = (['declared', 'object', 'imported'] as const).map((op) => TERM_OPS.indexOf(op));

/**
 * What names that modules export mean, as values and in types: re-exports are followed to the declaration. Each pair of module and name is searched for
 * once, without recursion; a circle that leads to no declaration means nothing.
 */
export class ExportMeanings {
  readonly entries: ExportEntries;
  private readonly linked: Linked;
  private readonly children: Children;
  private readonly values: number[] = [];
  private readonly types: number[] = [];
  /** 0 not looked at, 1 being searched, 2 known. */
  private readonly states: number[] = [];
  private readonly fixed = new Map<number, number>();
  private readonly behindAssignment = new Map<number, Map<number, number>>();
  /** Pairs of module and term. */
  private readonly terms: number[] = [];
  private readonly named: { readonly star: number; readonly equals: number; readonly byDefault: number };

  constructor(linked: Linked, children: Children) {
    this.linked = linked;
    this.children = children;
    this.entries = new ExportEntries(linked.symbols, linked.sites);
    const { names } = linked.symbols;
    this.named = { star: names.numberOf('*'), equals: names.numberOf('='), byDefault: names.numberOf('default') };
  }

  /** The entry for a name (a number) of what a site leads to; -1 if nothing is known there. */
  entryAtSite(module: number, site: number, name: number): number {
    const { sites, externals } = this.linked;
    const target = sites.moduleAt(module, site);
    if (target >= 0) return this.entryOf(target, name);
    const node = sites.packageAt(module, site);
    return node < 0 ? -1 : this.fixedTo(externals.symbolOf(node, name));
  }

  /** The entry for a name of a module, `*` and `=` included; -1 if it has none. */
  entryOf(module: number, name: number): number {
    const { star, equals, byDefault } = this.named;
    const table = this.entries.tables[module];
    const assigned = table?.get(equals);
    if (name === star || name === equals) return assigned ?? this.fixedTo(this.moduleSymbol(module));
    const entry = table?.get(name);
    if (entry !== undefined) return entry;
    if (assigned !== undefined) return name === byDefault ? assigned : this.memberOfAssigned(module, name);
    // Of a script that is CommonJS, the default import is all that it exports.
    if (name === byDefault) return this.isScript(module) ? this.fixedTo(this.moduleSymbol(module)) : -1;
    const node = this.entries.packageBehind(module);
    return node < 0 ? -1 : this.fixedTo(this.linked.externals.symbolOf(node, name));
  }

  /** @returns a symbol, {@link NO_MEANING}, or less for a term */
  valueOf(entry: number): number {
    if (this.states[entry] !== 2) this.search(entry);
    return this.values[entry] ?? NO_MEANING;
  }

  /** @returns as {@link valueOf} */
  typeOf(entry: number): number {
    if (this.states[entry] !== 2) this.search(entry);
    return this.types[entry] ?? NO_MEANING;
  }

  /** The term that a meaning below NO_MEANING stands for, and the module that it is of. */
  termOf(meaning: number): readonly [module: number, term: number] {
    const at = FIRST_TERM - meaning;
    return [this.terms[2 * at] ?? 0, this.terms[2 * at + 1] ?? 0];
  }

  private moduleSymbol(module: number): number {
    return this.linked.symbols.moduleSymbols[module] ?? 0;
  }

  private isScript(module: number): boolean {
    return /\.c?jsx?$/.test(this.linked.symbols.files[module]?.path ?? '');
  }

  private fixedTo(symbol: number): number {
    let entry = this.fixed.get(symbol);
    if (entry === undefined) {
      entry = this.entries.add(0, this.named.star);
      this.settle(entry, symbol, symbol);
      this.fixed.set(symbol, entry);
    }
    return entry;
  }

  private memberOfAssigned(module: number, name: number): number {
    const own = this.behindAssignment.get(module) ?? new Map<number, number>();
    this.behindAssignment.set(module, own);
    let entry = own.get(name);
    if (entry === undefined) {
      entry = this.entries.add(module, name);
      own.set(name, entry);
    }
    return entry;
  }

  private settle(entry: number, value: number, type: number): void {
    this.values[entry] = value;
    this.types[entry] = type;
    this.states[entry] = 2;
  }

  private search(wanted: number): void {
    const pending = [wanted];
    for (let entry = pending.at(-1); entry !== undefined; entry = pending.at(-1)) {
      if (this.states[entry] === undefined) {
        this.states[entry] = 1;
        const open = this.sourcesOf(entry).filter((source) => this.states[source] === undefined);
        for (const source of open) pending.push(source);
        if (open.length > 0) continue;
      }
      pending.pop();
      if (this.states[entry] !== 2) this.decide(entry);
    }
  }

  /** The entries that one rests on. */
  private sourcesOf(entry: number): number[] {
    const rows = this.entries.rows[entry] ?? [];
    const candidates = this.entries.candidates[entry] ?? [];
    if (rows.length === 0 && candidates.length === 0) return [this.assignedIn(entry)];
    return [...rows.map((row) => this.referenceOf(entry, row)).filter((source) => source >= 0), ...candidates];
  }

  private assignedIn(entry: number): number {
    return this.entryOf(this.entries.modules[entry] ?? 0, this.named.equals);
  }

  /** The entry that an export leads on to, or -1 for one that is of this module. */
  private referenceOf(entry: number, row: number): number {
    const module = this.entries.modules[entry] ?? 0;
    const { names, facts } = this.linked.symbols;
    const { exports = EMPTY, terms = EMPTY } = facts[module] ?? {};
    const a = exports[row + EXPORT.A] ?? 0;
    switch (exports[row + EXPORT.FROM]) {
      case EXPORT_SITE:
        return this.entryAtSite(module, a, names.of(module, exports[row + EXPORT.B] ?? 0));
      case EXPORT_IMPORT:
        return this.entryOfImport(module, a);
      case EXPORT_DECLARATION:
        return -1;
      default: {
        const term = a * TERM.WORDS;
        return terms[term + TERM.OP] === BOUND ? this.entryOfImport(module, terms[term + TERM.A] ?? 0) : -1;
      }
    }
  }

  /** The entry for what an import binds; -1 if it leads to nothing known. */
  entryOfImport(module: number, binding: number): number {
    const { names, facts } = this.linked.symbols;
    const imports = facts[module]?.imports ?? EMPTY;
    const row = binding * IMPORTED.WORDS;
    const name = names.of(module, imports[row + IMPORTED.NAME] ?? 0);
    return this.entryAtSite(module, imports[row + IMPORTED.SITE] ?? 0, name);
  }

  private decide(entry: number): void {
    const rows = this.entries.rows[entry] ?? [];
    const candidates = this.entries.candidates[entry] ?? [];
    if (rows.length > 0) this.decideOwn(entry, rows);
    else if (candidates.length > 0) this.decideStarred(entry, candidates);
    else this.decideAssigned(entry);
  }

  private decideOwn(entry: number, rows: readonly number[]): void {
    let value = NO_MEANING;
    let type = NO_MEANING;
    for (const row of rows) {
      const source = this.referenceOf(entry, row);
      const [ownValue, ownType] = source < 0 ? this.declaredBy(entry, row) : this.known(source);
      if (value === NO_MEANING) value = ownValue;
      if (type === NO_MEANING) type = ownType;
    }
    this.settle(entry, value, type);
  }

  private known(entry: number): readonly [value: number, type: number] {
    return this.states[entry] === 2 ? [this.values[entry] ?? NO_MEANING, this.types[entry] ?? NO_MEANING] : NOTHING;
  }

  private declaredBy(entry: number, row: number): readonly [value: number, type: number] {
    const { facts, declarationBases, symbolOfDeclaration } = this.linked.symbols;
    const module = this.entries.modules[entry] ?? 0;
    const { exports = EMPTY, terms = EMPTY } = facts[module] ?? {};
    const from = exports[row + EXPORT.FROM];
    if (from === EXPORT_SITE || from === EXPORT_IMPORT) return NOTHING;
    const a = exports[row + EXPORT.A] ?? 0;
    const op = from === EXPORT_DECLARATION ? DECLARED : terms[a * TERM.WORDS + TERM.OP];
    if (op !== DECLARED && op !== OBJECT) return op === BOUND ? NOTHING : [this.meaningOfTerm(module, a), NO_MEANING];
    const declaration = from === EXPORT_DECLARATION ? a : (terms[a * TERM.WORDS + TERM.A] ?? 0);
    return this.meaningsOf(symbolOfDeclaration[(declarationBases[module] ?? 0) + declaration] ?? NO_SYMBOL);
  }

  private meaningOfTerm(module: number, term: number): number {
    return FIRST_TERM - (this.terms.push(module, term) / 2 - 1);
  }

  /** A symbol and, where it is only one of both, the value or type of its name beside it. */
  meaningsOf(symbol: number): readonly [value: number, type: number] {
    const { kinds, parents, nameNumbers } = this.linked.symbols;
    const kind = kinds[symbol] ?? 0;
    const parent = parents[symbol] ?? NO_SYMBOL;
    const name = nameNumbers[symbol] ?? 0;
    if (parent === NO_SYMBOL) return [symbol, symbol];
    return [
      isValueKind(kind) ? symbol : meaning(this.children.value(parent, name)),
      isTypeKind(kind) ? symbol : meaning(this.children.type(parent, name)),
    ];
  }

  /** A name that several stars bring means nothing, unless all lead to the same. */
  private decideStarred(entry: number, candidates: readonly number[]): void {
    let found: readonly [value: number, type: number] = NOTHING;
    for (const candidate of candidates) {
      const other = this.known(candidate);
      if (other[0] === NO_MEANING && other[1] === NO_MEANING) continue;
      if (found !== NOTHING && (found[0] !== other[0] || found[1] !== other[1])) {
        found = NOTHING;
        break;
      }
      found = other;
    }
    this.settle(entry, ...found);
  }

  /** A name of a module with `export =`: a property of what that is. */
  private decideAssigned(entry: number): void {
    const [value] = this.known(this.assignedIn(entry));
    const name = this.entries.names[entry] ?? 0;
    const { externals } = this.linked;
    if (value < 0) this.settle(entry, NO_MEANING, NO_MEANING);
    else if (externals.has(value)) {
      const member = externals.memberOf(value, name);
      this.settle(entry, member, member);
    } else this.settle(entry, meaning(this.children.value(value, name)), meaning(this.children.type(value, name)));
  }
}

const EMPTY = new Uint32Array();
const NOTHING: readonly [number, number] = [NO_MEANING, NO_MEANING];

function meaning(symbol: number): number {
  return symbol === NO_SYMBOL ? NO_MEANING : symbol;
}
