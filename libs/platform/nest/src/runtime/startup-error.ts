/** Something the person who starts the program can put right. Shown as its message alone, without a stack. */
export class StartupError extends Error {
  override readonly name = 'StartupError';
}
