/** Where the stages look for it; queries meet globs too, from whoever asks. */
export { isTameGlob } from '../../base/tame-glob.ts';
