import { USE_KINDS, type UseKind } from '../../../base/symbol-kinds.ts';
import { IMPORTED, TARGET_DECLARATION, TARGET_IMPORT, TARGET_MEMBER, TARGET_SITE, USE } from '../../symbol-records.ts';
import { type Meanings, NO_MEANING } from './exports/declared-meanings.ts';
import { ELSEWHERE, type Found, NOT_KNOWN } from './types/found-members.ts';
import type { TermTypes } from './types/term-types.ts';
import type { TypeContext } from './types/type-context.ts';
import { FOREIGN, isSymbolValue, symbolOfType, UNKNOWN } from './types/type-table.ts';

const kindsOf = (...kinds: UseKind[]): number => kinds.reduce((mask, kind) => mask | (1 << USE_KINDS.indexOf(kind)), 0);
const IN_TYPES = kindsOf('implements', 'accepts', 'returns', 'injects', 'type');
/** A clause names all that a name means. */
const IN_CLAUSES = kindsOf('import', 'export');
/** As a value, in a type, in a clause. */
const MEANT_WAYS = 3;
const NOT_YET = 0x7fffffff;

/** What a use of a file means: a symbol, or several; where it is not found, whether it is elsewhere or not known. */
export class TargetFinder {
  private readonly context: TypeContext;
  private readonly types: TermTypes;
  /** What names mean that imports bind, MEANT_WAYS each: most are used several times. NOT_YET before it is asked for. */
  private readonly bound: Int32Array;

  constructor(context: TypeContext, types: TermTypes) {
    this.context = context;
    this.types = types;
    this.bound = new Int32Array(context.imports.count * MEANT_WAYS).fill(NOT_YET);
  }

  /** @param word where the use begins in `uses`, those of the module */
  find(module: number, uses: Uint32Array, word: number): Found {
    const what = uses[word + USE.WHAT] ?? 0;
    const kind = 1 << (uses[word + USE.KIND] ?? 0);
    switch (uses[word + USE.TARGET]) {
      case TARGET_DECLARATION:
        return this.types.symbolAt(module, what);
      case TARGET_IMPORT:
        return this.imported(module, what, kind);
      case TARGET_SITE: {
        const { exports, sites } = this.context;
        const entry = exports.lookup.atSite(module, what, this.nameOf(module, uses, word));
        if (entry < 0) return sites.isLeafAt(module, what) ? ELSEWHERE : NOT_KNOWN;
        return this.meant(exports.of(entry), kind);
      }
      case TARGET_MEMBER:
        return this.member(module, uses, word, (kind & IN_TYPES) !== 0);
      default:
        return NOT_KNOWN;
    }
  }

  /** The name under which what is not found is counted: of an import that of the export. */
  nameOf(module: number, uses: Uint32Array, word: number): number {
    const { names, facts } = this.context.symbols;
    if (uses[word + USE.TARGET] !== TARGET_IMPORT) return names.of(module, uses[word + USE.NAME] ?? 0);
    const row = (uses[word + USE.WHAT] ?? 0) * IMPORTED.WORDS;
    return names.of(module, facts[module]?.imports[row + IMPORTED.NAME] ?? 0);
  }

  private imported(module: number, binding: number, kind: number): Found {
    const way = (kind & IN_CLAUSES) !== 0 ? 2 : (kind & IN_TYPES) !== 0 ? 1 : 0;
    const at = this.context.imports.at(module, binding) * MEANT_WAYS + way;
    const known = this.bound[at] ?? NOT_YET;
    if (known !== NOT_YET) return known;
    const found = this.findImported(module, binding, kind);
    this.bound[at] = found;
    return found;
  }

  private findImported(module: number, binding: number, kind: number): Found {
    const { imports, symbols, sites } = this.context;
    const found = this.meant(imports.of(module, binding), kind);
    if (found !== NOT_KNOWN) return found;
    const site = symbols.facts[module]?.imports[binding * IMPORTED.WORDS + IMPORTED.SITE] ?? 0;
    return sites.isLeafAt(module, site) ? ELSEWHERE : NOT_KNOWN;
  }

  /** By index: to take a pair apart makes objects of its own, at every use. */
  private meant(meanings: Meanings, kind: number): Found {
    const asValue = this.symbolOf(meanings[0]);
    const asType = this.symbolOf(meanings[1]);
    if ((kind & IN_CLAUSES) !== 0 && asValue >= 0 && asType >= 0) return this.types.members.lists.of([asValue, asType]);
    const wanted = (kind & IN_TYPES) !== 0 ? asType : asValue;
    // What a file says is taken for what it can mean: `typeof value` stands in a type, a namespace in front of one too.
    return wanted >= 0 ? wanted : Math.max(asValue, asType, NOT_KNOWN);
  }

  /** @returns NOT_KNOWN where a meaning is no symbol */
  symbolOf(meaning: number): number {
    if (meaning >= 0) return meaning;
    const type = meaning === NO_MEANING ? 0 : this.types.meaning(meaning);
    return isSymbolValue(type) ? symbolOfType(type) : NOT_KNOWN;
  }

  private member(module: number, uses: Uint32Array, word: number, asType: boolean): Found {
    const receiver = this.types.of(module, uses[word + USE.WHAT] ?? 0);
    // Most are members of the language or of other packages: their names need no number.
    if (receiver === FOREIGN) return ELSEWHERE;
    if (receiver === UNKNOWN) return NOT_KNOWN;
    const name = this.nameOf(module, uses, word);
    const found = this.types.members.find(receiver, name, asType);
    return found === -1 && asType ? this.types.members.find(receiver, name, false) : found;
  }
}
