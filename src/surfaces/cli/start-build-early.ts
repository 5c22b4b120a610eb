import { startEarly } from '../../session/node/build/build-process.ts';

// Imported before anything else: what the rest of the command line takes to load is what the build's process takes to load.
if (process.argv[2] === 'index') startEarly();
