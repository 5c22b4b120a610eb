import type { Agreement } from './compare-graphs.ts';
import type { Cost } from './summarise-cost.ts';

/** Why a tool has no result; never guessed. */
export interface NoResult {
  readonly state: 'absent' | 'failed' | 'over limit' | 'unreadable';
  /** The tool's own words, shortened. */
  readonly message: string;
}

export type RivalResult = NoResult | { readonly state: 'ok'; readonly cost: Cost; readonly agreement: Agreement };
