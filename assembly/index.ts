// The one list of what the kernel modules export. They import nothing but their memory.
export { checksum } from './checksum';
export { allBelow, ascendsTo } from './checks';
export { compress, learnDictionary } from './compress';
export { deepest } from './deepest';
export { firstNamed } from './first-named';
export { marks } from './marks';
export { pageRank } from './page-rank';
export { reach } from './reach';
export { select } from './select';
export { stronglyConnected } from './strongly-connected';
export { survey } from './survey';
export { tape } from './tape';
