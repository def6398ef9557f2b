/** A reason to stop that the reader can act on; shown without a stack. */
export class BootstrapError extends Error {
  name = 'BootstrapError';
}

const FILE_SYSTEM = {
  EACCES: 'there is no permission to write it',
  EPERM: 'there is no permission to write it',
  EROFS: 'the file system is read-only',
  ENOSPC: 'the disk is full',
};

/** What to print for an error: only a fault of the program itself gets its stack. */
export function explain(error) {
  if (error instanceof BootstrapError) return error.message;
  const reason = FILE_SYSTEM[error.code];
  return reason && error.path ? `${error.path}: ${reason} (${error.code}).` : error.stack;
}
