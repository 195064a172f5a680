/** A text that calls `pwned()` in a browser that takes it for markup. */
export interface Attack {
  name: string;
  html: string;
}
