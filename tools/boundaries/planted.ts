/** The three gates, in the order in which `npm test` passes them. */
export type Gate = 'nx' | 'purity' | 'compile';

/** A violation for a domain library, and exactly the gates that see it. docs/boundaries.md lists them, a test plants them. */
export interface Planted {
  readonly title: string;
  readonly code: string;
  readonly caughtBy: readonly Gate[];
}

const planted = (title: string, code: string, ...caughtBy: Gate[]): Planted => ({ title, code, caughtBy });

export const PLANTED: readonly Planted[] = [
  // Imports that every tool knows
  planted('an outer layer', `import '@job-scope/vacancies-infrastructure/postgres';`, 'nx', 'compile'),
  planted('another context', `export type { UserId } from '@job-scope/auth-domain';`, 'nx', 'compile'),
  planted('a relative path out of the library', `export * from '../../ports/src';`, 'nx', 'compile'),
  planted(
    'an npm package',
    `import { Logger } from '@nestjs/common';\nexport const log = Logger;`,
    'nx',
    'purity',
    'compile',
  ),
  planted('a subpath of a package', `export * from 'typeorm/browser';`, 'nx', 'purity', 'compile'),
  planted('a type of a package', `import type { Pool } from 'pg';\nexport type P = Pool;`, 'nx', 'purity', 'compile'),
  planted('a dynamic import', `export const pg = async () => import('pg');`, 'nx', 'purity', 'compile'),
  planted('a require', `export const pg = require('pg');`, 'nx', 'purity', 'compile'),
  planted('a package that is not declared', `export * from 'tslib';`, 'nx', 'purity', 'compile'),
  // Imports that the Nx rule does not see
  planted('a Node built-in', `export { readFileSync } from 'fs';`, 'purity', 'compile'),
  planted('a Node built-in by its scheme', `export * from 'node:crypto';`, 'purity', 'compile'),
  planted('a type by import()', `export type P = import('pg').Pool;`, 'purity', 'compile'),
  planted('a module type by typeof import()', `export type P = typeof import('pg');`, 'purity', 'compile'),
  planted('import = require', `import pg = require('pg');\nexport const P = pg.Pool;`, 'purity', 'compile'),
  planted('a computed import', `export const load = async (name: string) => import(name);`, 'purity'),
  planted(
    'createRequire',
    `import { createRequire } from 'node:module';\nexport const load = createRequire('/');`,
    'purity',
    'compile',
  ),
  planted('a file behind an entry point', `export * from '@job-scope/kernel/src/result';`, 'nx', 'purity', 'compile'),
  planted('type definitions by reference', `/// <reference types="node" />\nexport const a = 1;`, 'purity', 'compile'),
  planted('a library by reference', `/// <reference lib="dom" />\nexport const a = 1;`, 'purity', 'compile'),
  // Ambient input
  planted('the environment', `export const home = process.env['HOME'];`, 'purity', 'compile'),
  planted('the network', `export const page = async () => fetch('http://localhost');`, 'purity', 'compile'),
  planted('a type of the host', `export const stop = (signal: AbortSignal) => signal.aborted;`, 'purity', 'compile'),
  planted('a value of the host', `export const host = (url: string) => new URL(url).host;`, 'purity', 'compile'),
  planted('a timer', `export const wait = () => setTimeout(() => 1, 1);`, 'purity', 'compile'),
  planted('the console', `export const say = () => console.log('hi');`, 'purity', 'compile'),
  planted('random bytes', `export const id = () => crypto.randomUUID();`, 'purity', 'compile'),
  planted('a buffer', `export const bytes = (text: string) => Buffer.from(text);`, 'purity', 'compile'),
  planted('the time', `export const now = () => Date.now();`, 'purity'),
  planted('the time by a constructor', `export const now = () => new Date();`, 'purity'),
  planted('the time by an alias', `const D = Date;\nexport const now = () => D.now();`, 'purity'),
  planted('the time zone', `export const hour = (at: Date) => at.getHours();`, 'purity'),
  planted('randomness', `export const dice = () => Math.random();`, 'purity'),
  planted('randomness by an alias', `const { random } = Math;\nexport const dice = () => random();`, 'purity'),
  planted('the global object', `export const all = globalThis;`, 'purity'),
  planted('code from text', `export const run = new Function('return process');`, 'purity'),
  planted('a declared global', `declare const fetch: (url: string) => void;\nexport const f = fetch;`, 'purity'),
  planted('state of the module', `export let count = 0;\nexport const next = () => ++count;`, 'purity'),
  planted('a decorator', `const Entity = (target: unknown) => void target;\n@Entity\nexport class A {}`, 'purity'),
];
