import {
  STATUS_BUDGET_SPENT,
  STATUS_CANCELLED,
  STATUS_OUTPUT_TOO_SMALL,
  STATUS_UNKNOWN_NODE,
} from '../../assembly/status.ts';
import { ConduitError } from '../base/errors.ts';

/** A kernel's count, or the error that its status stands for. */
export function countOrThrow(kernel: string, status: number): number {
  if (status >= 0) return status;
  switch (status) {
    case STATUS_CANCELLED:
      throw new ConduitError('CONDUIT_QUERY_TIMEOUT', `${kernel} was cancelled`);
    case STATUS_BUDGET_SPENT:
      throw new ConduitError('CONDUIT_QUERY_TIMEOUT', `${kernel} met more nodes and edges than its work budget allows`);
    case STATUS_UNKNOWN_NODE:
      throw new ConduitError('CONDUIT_QUERY_FAILED', `${kernel} was asked about a node that the graph does not have`);
    case STATUS_OUTPUT_TOO_SMALL:
      throw new ConduitError('CONDUIT_QUERY_FAILED', `${kernel} had no room for its answer`);
    default:
      throw new ConduitError('CONDUIT_QUERY_FAILED', `${kernel} returned the unknown status ${status}`);
  }
}
