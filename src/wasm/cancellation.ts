/**
 * Stopping a long kernel without ending its worker. Every query of a memory has a ticket: a number from 1 that no other
 * query has that runs or might still be cancelled. The worker notes the ticket that it runs; whoever cancels writes it
 * into that worker's cancel word, at which the kernels look every 1,024 nodes. A ticket that ended meanwhile matches
 * nothing, so a late cancel cannot hit the worker's next query.
 */
import { HEADER_WORKERS, LINE_CANCELLED, LINE_RUNNING } from '../../assembly/layout.ts';
import { type ControlBlock, lineOf } from './control-block.ts';

/** In the worker, before a query: what runs from now on has this ticket. */
export function beginTicket(control: ControlBlock, worker: number, ticket: number): void {
  const line = lineOf(control, worker);
  // Tickets may be used again in the long run, so a cancel that an earlier query had must not be left here.
  Atomics.store(control, line + LINE_CANCELLED, 0);
  Atomics.store(control, line + LINE_RUNNING, ticket);
}

/** In the worker, after a query. */
export function endTicket(control: ControlBlock, worker: number): void {
  Atomics.store(control, lineOf(control, worker) + LINE_RUNNING, 0);
}

/** From any thread: asks the worker that runs the ticket to stop. False when no worker runs it (yet, or any more). */
export function cancelTicket(control: ControlBlock, ticket: number): boolean {
  const workers = Atomics.load(control, HEADER_WORKERS);
  for (let worker = 0; worker < workers; worker++) {
    const line = lineOf(control, worker);
    if (Atomics.load(control, line + LINE_RUNNING) !== ticket) continue;
    Atomics.store(control, line + LINE_CANCELLED, ticket);
    return true;
  }
  return false;
}
