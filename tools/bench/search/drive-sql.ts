import { readFile } from 'node:fs/promises';
import { Client } from 'pg';
import { quantile } from '../statistics';
import type { SqlQuestion } from './record-sql';

/**
 * A process of its own: `drive-sql.ts <database> <file of statements> <connections> <seconds>`. Each connection asks for the
 * same again and again; it prints a `Throughput`.
 */
async function main([databaseUrl = '', file = '', connections = '', seconds = '']: readonly string[]): Promise<void> {
  const questions = JSON.parse(await readFile(file, 'utf8')) as readonly SqlQuestion[];
  const latencies: number[] = [];
  const began = performance.now();
  const end = began + Number(seconds) * 1_000;
  const drive = async () => {
    const client = new Client(databaseUrl);
    await client.connect();
    while (performance.now() < end) {
      const asked = performance.now();
      for (const { text, values } of questions) await client.query(text, [...values]);
      latencies.push(performance.now() - asked);
    }
    await client.end();
  };
  await Promise.all(Array.from({ length: Number(connections) }, drive));
  const requestsPerSecond = latencies.length / ((performance.now() - began) / 1_000);
  const latency = { p50: quantile(latencies, 0.5), p99: quantile(latencies, 0.99) };
  process.stdout.write(JSON.stringify({ requestsPerSecond, latency }));
}

void main(process.argv.slice(2));
