/** The elements that are open at a place, innermost last; looking for one costs nothing when there is none of that name. */
export class OpenElements {
  private readonly names: string[] = [];
  private readonly counts = new Map<string, number>();

  get innermost(): string | undefined {
    return this.names.at(-1);
  }

  open(name: string): void {
    this.names.push(name);
    this.counts.set(name, (this.counts.get(name) ?? 0) + 1);
  }

  /** Closes the innermost element of that name with all that is open inside of it; nothing when there is none. */
  close(name: string): void {
    if (!this.counts.get(name)) return;
    for (;;) {
      const last = this.names.pop() ?? name;
      this.counts.set(last, (this.counts.get(last) ?? 0) - 1);
      if (last === name) return;
    }
  }
}
