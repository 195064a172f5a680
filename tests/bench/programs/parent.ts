/** What `startProgram` was given. */
export function inputOf<Input>(): Input {
  return JSON.parse(process.argv[2] ?? '{}') as Input;
}

/** Tells the process that started this one. */
export function say(message: object): void {
  process.send?.(message);
}

// Whoever started this program also stops it; if that process is gone, nobody would.
process.once('disconnect', () => process.exit(1));
