import { collectAll, emptyTables } from '../collecting/collect';
import { startSimulator, type Stack } from '../stack';
import { watchPeakMemory } from './peak-memory';

/** The peak resident memory of a new worker that collects so many vacancies under a cap of its heap, in bytes. */
export async function measurePeakMemory(stack: Stack, vacancies: number, heapMegabytes: number): Promise<number> {
  await emptyTables(stack);
  const simulator = await startSimulator(vacancies);
  const worker = await stack.startWorker({ sourceUrl: simulator.url, heapMegabytes });
  const memory = watchPeakMemory(worker.pid);
  try {
    await collectAll(stack, worker, vacancies);
    return await memory.read();
  } finally {
    memory.stop();
    await worker.stop();
    await simulator.stop();
  }
}
