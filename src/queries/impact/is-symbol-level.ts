/** Whether symbols are asked about. Parameters as they came may be one text in place of a list. */
export const isSymbolLevel = ({ targets, level }: { readonly targets?: unknown; readonly level?: unknown }): boolean =>
  level === undefined ? [targets].flat().some((target) => String(target).includes('#')) : level === 'symbol';
