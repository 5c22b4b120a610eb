import { ConduitError } from '../../base/errors.ts';
import type { SymbolsReader } from '../../image/reader.ts';
import type { Confidence, SymbolFinding } from './finding-schemas.ts';

/** How sure a finding is, and why it is one. */
export interface Judgement {
  readonly confidence: Confidence;
  readonly reason: string;
}

/** A finding that is judged and not put into words yet: of most only the number is asked for, since an answer comes in pages. */
export interface Draft<Finding> {
  /** Of the file that it is about. */
  readonly path: string;
  readonly confidence: Confidence;
  finish(): Finding;
}

/** @param nameOf what others call it; the symbol has a declaration */
export function symbolDraft(
  symbols: SymbolsReader,
  symbol: number,
  path: string,
  nameOf: () => string,
  judgement: Judgement,
): Draft<SymbolFinding> {
  return {
    path,
    confidence: judgement.confidence,
    finish() {
      const [place] = symbols.declarationsOf(symbol);
      if (!place) throw new ConduitError('CONDUIT_QUERY_FAILED', `symbol ${symbol} is declared nowhere`);
      return {
        id: symbols.idOf(symbol),
        name: nameOf(),
        kind: symbols.kindOf(symbol),
        location: place.name,
        ...judgement,
      };
    },
  };
}

/** A finding that had to be made to be judged. */
export const finished = <Finding extends Judgement>(path: string, finding: Finding): Draft<Finding> => ({
  path,
  confidence: finding.confidence,
  finish: () => finding,
});
