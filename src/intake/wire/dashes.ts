const DASHES = '-\\u2010-\\u2015\\u2212\\u2E3A\\u2E3B\\uFE58\\uFE63\\uFF0D';

/** Every dash that a keyboard, a word processor or a wire has for a dash, as a class of a regular expression. */
export const DASH = `[${DASHES}]`;

/** The same, and all else that rows across a page are made of, spaces between included. */
export const ROW = `[${DASHES}#*_=~•·.⁂∗＊＃\\s]`;

/** Marks that steer the direction of text and are seen by nobody. */
export const STEERING = '[\\u200E\\u200F\\u061C\\u202A-\\u202E\\u2066-\\u2069]';
