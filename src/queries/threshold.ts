import { z } from 'zod';

/** The parameter of queries that must not say `none` while too little is known. */
export const thresholdParam = z
  .int()
  .min(0)
  .max(100)
  .default(99)
  .describe('Percent of files and imports that must be known before the verdict may be `none`.');

/** Whether so much is known that finding nothing means something. @param known from 0 to 1 @param threshold percent */
export const isEnough = (known: number, threshold: number): boolean => known * 100 >= threshold;
