import { runProgram } from '@job-scope/simulator-shared';
import { HELP, parseCommandLine } from './cli';
import { startGreenhouseSimulator } from './index';

void runProgram({
  name: 'Greenhouse',
  noun: 'jobs',
  help: HELP,
  parse: parseCommandLine,
  start: startGreenhouseSimulator,
});
