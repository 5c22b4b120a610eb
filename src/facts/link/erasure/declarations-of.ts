/** Where the declarations of a JavaScript module lie, which TypeScript reads in its place: `shape.d.ts` for `shape.js`. Other paths stay. */
export function declarationsOf(path: string): string {
  return path.replace(/\.([mc]?)jsx?$/, '.d.$1ts');
}
