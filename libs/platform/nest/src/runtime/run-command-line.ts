/** Runs a command to its end: its code is the program's, and what it throws is said in one line. */
export const runCommandLine = (main: () => Promise<number>): void => {
  void main().then(
    (code) => {
      process.exitCode = code;
    },
    (error: unknown) => {
      process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
      process.exitCode = 1;
    },
  );
};
