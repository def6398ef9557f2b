import { runProgram, UsageError } from '@job-scope/simulator-shared';
import { HELP, parseCommandLine } from './cli';
import { ItemFileError, startHeadHunterSimulator, type HeadHunterOptions } from './index';

/** Turns what is wrong with a file into a message of one line. */
async function start(options: HeadHunterOptions) {
  try {
    return await startHeadHunterSimulator(options);
  } catch (error) {
    const { code, syscall, message } = error as NodeJS.ErrnoException;
    if (error instanceof ItemFileError) throw new UsageError(`--data ${options.data}: ${message}`);
    if (syscall === 'open' || syscall === 'read')
      throw new UsageError(`--data ${options.data}: cannot be read (${code})`);
    throw error;
  }
}

void runProgram({ name: 'HeadHunter', noun: 'vacancies', help: HELP, parse: parseCommandLine, start });
