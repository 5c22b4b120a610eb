/** Whether so much is known that finding nothing means something. @param threshold percent */
export const isEnough = (known: number, threshold: number): boolean => known * 100 >= threshold;
