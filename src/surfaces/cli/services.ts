import { type BuildOptions, buildImage } from '../../session/node/build/build-image.ts';
import type { BuildSummary } from '../../session/node/build/messages.ts';
import type { DoctorReport } from '../../session/node/doctor.ts';
import { type OpenOptions, open, type Session } from '../../session/node/open.ts';

/** What commands need of the session's room; tests hand in their own. */
export interface Services {
  open(options: OpenOptions): Promise<Session>;
  buildImage(root: string, options: BuildOptions): Promise<BuildSummary>;
  doctor(root: string, imageDirectory: string | undefined): Promise<DoctorReport>;
}

/**
 * The real ones. `open` is part of the bundled command line; what a warm answer does not need is imported when it is
 * used, and stays outside the bundle (see scripts/cli-bundle.mjs).
 */
export const sessionServices: Services = {
  open,
  buildImage,
  async doctor(root, imageDirectory) {
    const { doctor } = await import('../../session/node/doctor.ts');
    return doctor(root, imageDirectory);
  },
};
