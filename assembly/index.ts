// The one list of what the kernel modules export. They import nothing but their memory.
export { checksum } from './checksum';
export { allBelow, ascendsTo } from './checks';
export { reach } from './reach';
export { stronglyConnected } from './strongly-connected';
export { tape } from './tape';
