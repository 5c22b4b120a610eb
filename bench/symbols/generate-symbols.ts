import type { CsrVectors } from '../../src/base/csr.ts';
import { USE_KINDS, type UseKind, useKindBit } from '../../src/base/symbol-kinds.ts';
import { compareCodeUnits } from '../../src/base/text.ts';
import { SYMBOL_SITE, type SymbolRecords } from '../../src/facts/symbol-records.ts';
import { seededRandom } from '../random.ts';
import {
  declareSymbols,
  EXPORTED_COMMON,
  MEMBER_WORDS,
  memberedKind,
  memberName,
  moduleSymbols,
  PACKAGE_MODULES,
  PASSED_ON,
} from './declare-symbols.ts';

/** A place that uses a symbol: the user counted from its module, what it uses, and where. */
type Use = readonly [from: number, to: number, kind: UseKind, line: number, column: number, length: number];

/**
 * Symbols of a generated graph: eight declarations a module, and uses along its imports. An import names one thing that the other module exports, the first ones more
 * often than the last, and a declaration uses it; of classes and enums a member too. One import of fifty is of a namespace.
 */
export function generateSymbols(nodeIds: readonly string[], graph: CsrVectors, seed: number): SymbolRecords {
  const random = seededRandom(seed);
  const below = (limit: number): number => Math.floor(random() * limit);
  const first = moduleSymbols(nodeIds.length);
  const offsets = new Uint32Array((first[nodeIds.length] ?? 0) + 1);
  const rows = { targets: [] as number[], masks: [] as number[], siteOffsets: [0], sites: [] as number[] };
  for (let node = 0; node < nodeIds.length; node++) {
    const module = first[node] ?? 0;
    const uses = usesOf(node);
    uses.sort((a, b) => a[0] - b[0] || a[1] - b[1] || a[3] - b[3] || a[4] - b[4]);
    let before: Use | undefined;
    for (const use of uses) {
      const [from, to, kind, line, column, length] = use;
      const isSame = before?.[0] === from && before[1] === to;
      if (!isSame) {
        rows.targets.push(to);
        rows.masks.push(0);
        rows.siteOffsets.push(0);
        offsets[module + from + 1] = rows.targets.length;
      }
      const edge = rows.targets.length - 1;
      rows.masks[edge] = (rows.masks[edge] ?? 0) | useKindBit(kind);
      rows.sites.push(USE_KINDS.indexOf(kind), line, column, length);
      rows.siteOffsets[edge + 1] = rows.sites.length / SYMBOL_SITE.WORDS;
      before = use;
    }
  }
  for (let symbol = 0; symbol + 1 < offsets.length; symbol++) {
    offsets[symbol + 1] = Math.max(offsets[symbol + 1] ?? 0, offsets[symbol] ?? 0);
  }
  return {
    ids: [],
    irregularIds: new Map(),
    ...declareSymbols(nodeIds, first, seed),
    offsets,
    targets: Uint32Array.from(rows.targets),
    masks: Uint32Array.from(rows.masks),
    siteOffsets: Uint32Array.from(rows.siteOffsets),
    sites: Uint32Array.from(rows.sites),
    ...unknownMembers(),
  };

  function usesOf(node: number): Use[] {
    let line = 100;
    const uses: Use[] = [
      [2, (first[node] ?? 0) + 5, 'call', line++, 3, 8],
      [1, (first[node] ?? 0) + 3, 'read', line++, 3, 8],
    ];
    for (let edge = graph.offsets[node] ?? 0; edge < (graph.offsets[node + 1] ?? 0); edge++) {
      const to = graph.targets[edge] ?? 0;
      if (to === node) continue;
      const there = first[to] ?? 0;
      const user = 1 + below(5);
      const hasMembers = memberedKind(to) !== null && random() < 0.2;
      const used = there + (hasMembers ? 6 : 1 + Math.floor(random() ** 2 * EXPORTED_COMMON));
      line += 2;
      if (random() < 0.02) {
        uses.push([user, there, 'read', line, 3, 2], [user, used, 'call', line, 6, 8]);
        continue;
      }
      uses.push([0, used, 'import', line, 10, 8], [user, used, used === there + 4 ? 'type' : 'call', line + 1, 3, 8]);
      if (hasMembers) uses.push([user, there + 7 + below(3), 'read', line + 1, 12, 8]);
    }
    if (node % PACKAGE_MODULES !== 0) return uses;
    for (let passed = node + 1; passed <= Math.min(node + PASSED_ON, nodeIds.length - 1); passed++) {
      for (let one = 1; one <= EXPORTED_COMMON; one++)
        uses.push([0, (first[passed] ?? 0) + one, 'export', line++, 10, 8]);
    }
    return uses;
  }
}

/** Every third word of members is used somewhere on something of unknown type. */
function unknownMembers(): Pick<SymbolRecords, 'unknownMembers' | 'unknownCounts'> {
  const names = Array.from({ length: MEMBER_WORDS }, (_, word) => memberName(word, 7 + (word % 2)))
    .filter((_, word) => word % 3 === 0)
    .sort(compareCodeUnits);
  return { unknownMembers: names, unknownCounts: new Uint32Array(names.length).fill(2) };
}
