/** Answers that wait to be written. */
export interface Outbox {
  /** Keeps a place for the next answer; call the function it returns when the answer is there. */
  reserve(): (text: string) => void;
  /** Takes out all that may be written now, in the order in which it is to be written. */
  take(): string[];
}

/** Answers leave in the order of their places when `ordered`, so one that is late holds up those behind it; else as they come. */
export function createOutbox(ordered: boolean): Outbox {
  if (!ordered) {
    const ready: string[] = [];
    return { reserve: () => (text) => void ready.push(text), take: () => ready.splice(0) };
  }
  const places: { text?: string }[] = [];
  return {
    reserve() {
      const place: { text?: string } = {};
      places.push(place);
      return (text) => {
        place.text = text;
      };
    },
    take() {
      const late = places.findIndex(({ text }) => text === undefined);
      return places.splice(0, late < 0 ? places.length : late).map(({ text = '' }) => text);
    },
  };
}
