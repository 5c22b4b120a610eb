import { FixedQueue, queueOptionsSymbol, type TaskQueue } from 'piscina';

type Task = Parameters<TaskQueue['push']>[0];

/** Makes a task go before others in an {@link UrgentFirstQueue}; under a symbol, which no message to a thread carries. */
export const URGENT: { readonly [queueOptionsSymbol]: object } = { [queueOptionsSymbol]: {} };

/** First in, first out, but what is {@link URGENT} before all else. */
export class UrgentFirstQueue implements TaskQueue {
  readonly #urgent = new FixedQueue();
  readonly #others = new FixedQueue();

  get size(): number {
    return this.#urgent.size + this.#others.size;
  }

  shift(): Task | null {
    return this.#urgent.shift() ?? this.#others.shift();
  }

  push(task: Task): void {
    this.#queueOf(task).push(task);
  }

  remove(task: Task): void {
    this.#queueOf(task).remove(task);
  }

  #queueOf(task: Task): TaskQueue {
    return task[queueOptionsSymbol] === null ? this.#others : this.#urgent;
  }
}
