/** What a step answers that did nothing. */
export const REFUSED = Symbol('nothing was done');
