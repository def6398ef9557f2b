import { runProgram } from '@job-scope/simulator-shared';
import { HELP, parseCommandLine } from './cli';
import { startTrudvsemSimulator } from './index';

void runProgram({
  name: 'Trudvsem',
  noun: 'vacancies',
  help: HELP,
  parse: parseCommandLine,
  start: startTrudvsemSimulator,
});
