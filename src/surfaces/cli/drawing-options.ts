import { type Command, InvalidArgumentError, Option } from 'commander';

/** A picture of fewer boxes has no room for what is inside and outside of the project. */
const FEWEST_NODES = 5;

export interface DrawingOptions {
  readonly maxNodes?: number;
  /** False under `--no-collapse`. */
  readonly collapseDrawing?: boolean;
}

/** The options of drawings: how much of an answer is drawn. */
export function addDrawingOptions(command: Command): void {
  command.addOption(
    new Option(
      '--max-nodes <n>',
      'Draw at most so many nodes: folders stand for what is in them. Default: 60.',
    ).argParser(readLimit),
  );
  const whole = new Option('--no-collapse', 'Draw every node, however many there are.');
  // The query has a parameter `collapse`, which this neither is nor may switch off.
  whole.attributeName = () => 'collapseDrawing';
  command.addOption(whole);
}

/** How many nodes a drawing may have; undefined for as many as can be read. */
export function maxNodesOf({ maxNodes, collapseDrawing }: DrawingOptions): number | undefined {
  return collapseDrawing === false ? Number.POSITIVE_INFINITY : maxNodes;
}

function readLimit(text: string): number {
  const limit = Number(text);
  if (/^\d+$/.test(text) && limit >= FEWEST_NODES) return limit;
  throw new InvalidArgumentError(`It takes a whole number of at least ${FEWEST_NODES}.`);
}
