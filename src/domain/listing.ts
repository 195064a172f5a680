const SHOWN = 8;

/** Values as an editor reads them in a sentence; a long list ends in how many more there are. */
export function listing(values: readonly string[]): string {
  if (values.length <= SHOWN) return values.join(', ');
  return `${values.slice(0, SHOWN).join(', ')} and ${values.length - SHOWN} more`;
}
