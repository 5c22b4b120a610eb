import { compareCodeUnits } from '../../base/text.ts';

/** A package of the project, or (without a folder) an external one. */
export interface OwningPackage {
  readonly name: string;
  readonly directory: string | null;
}

/**
 * Gives every package a number, in the order of names. A project may have two packages of one name, and one that is called like an
 * external package that it uses: those are as many packages, told apart by their folders.
 * @param given in any order, with repetitions
 */
export function numberPackages(given: readonly (OwningPackage | null)[]): {
  readonly packages: readonly OwningPackage[];
  numberOfPackage(one: OwningPackage): number;
} {
  const distinct = new Map<string, OwningPackage>();
  for (const one of given) if (one) distinct.set(keyOf(one), one);
  const packages = [...distinct.values()].sort(
    (a, b) =>
      compareCodeUnits(a.name, b.name) ||
      Number(a.directory === null) - Number(b.directory === null) ||
      compareCodeUnits(a.directory ?? '', b.directory ?? ''),
  );
  const numbers = new Map(packages.map((one, number) => [keyOf(one), number]));
  return { packages, numberOfPackage: (one) => numbers.get(keyOf(one)) ?? 0 };
}

/** A folder holds one package of the project; neither can be mistaken for the other, whatever names and folders are called. */
function keyOf({ name, directory }: OwningPackage): string {
  return directory === null ? `npm:${name}` : `/${directory}`;
}
