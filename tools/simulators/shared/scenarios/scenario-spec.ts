import type { Catalogue, ParameterRule, Scenario, ScenarioParameters, World } from './scenario';

/** What the control door takes: a scenario by name, when it acts, and its own parameters. */
export interface ScenarioSpec {
  name: string;
  /** Acts on this many matching requests, then ends; without it, until it is switched off. */
  count?: number;
  /** Lets this many matching requests pass first. */
  after?: number;
  /** Acts on paths that begin like this. A trailing `?` means exactly this path. */
  path?: string;
  /** Acts only on requests without a bearer token. */
  anonymous?: boolean;
  [parameter: string]: unknown;
}

/** A spec that the control door refuses; the message names the field. */
export class ScenarioError extends Error {}

export interface CheckedSpec<W extends World> {
  readonly scenario: Scenario<W>;
  readonly parameters: ScenarioParameters;
}

const COMMON = ['name', 'count', 'after', 'path', 'anonymous'];

/** @throws ScenarioError */
export function checkSpec<W extends World>(spec: ScenarioSpec, catalogue: Catalogue<W>): CheckedSpec<W> {
  if (typeof spec !== 'object' || spec === null) throw new ScenarioError('the body must be an object with a name');
  const scenario =
    typeof spec.name === 'string' && Object.hasOwn(catalogue, spec.name) ? catalogue[spec.name] : undefined;
  if (!scenario) throw new ScenarioError(`name must be one of: ${Object.keys(catalogue).join(', ')}`);
  const rules = scenario.parameters ?? {};
  const unknown = Object.keys(spec).find((key) => !COMMON.includes(key) && !Object.hasOwn(rules, key));
  if (unknown)
    throw new ScenarioError(
      `${spec.name} does not know ${unknown}; it knows: ${[...COMMON, ...Object.keys(rules)].join(', ')}`,
    );
  checkCommon(spec);
  const parameters = Object.entries(rules).map(([key, rule]) => [key, readParameter(spec, key, rule)]);
  return { scenario, parameters: Object.fromEntries(parameters) };
}

function checkCommon({ count, after, path, anonymous }: ScenarioSpec): void {
  if (count !== undefined && (!Number.isInteger(count) || count < 1))
    throw new ScenarioError('count must be an integer from 1');
  if (after !== undefined && (!Number.isInteger(after) || after < 0))
    throw new ScenarioError('after must be an integer from 0');
  if (path !== undefined && (typeof path !== 'string' || !path.startsWith('/')))
    throw new ScenarioError('path must begin with /');
  if (anonymous !== undefined && typeof anonymous !== 'boolean')
    throw new ScenarioError('anonymous must be true or false');
}

function readParameter(spec: ScenarioSpec, key: string, rule: ParameterRule): number | string[] | undefined {
  const value = spec[key] ?? rule.fallback;
  if (value === undefined) {
    if (rule.required) throw new ScenarioError(`${spec.name} needs ${key}`);
    return undefined;
  }
  if (rule.kind === 'integer' && Number.isInteger(value) && (value as number) >= 0) return value as number;
  if (rule.kind === 'ids' && Array.isArray(value) && value.every((id) => typeof id === 'string')) return value;
  throw new ScenarioError(
    `${key} must be ${rule.kind === 'integer' ? 'an integer from 0' : 'a list of ids as strings'}`,
  );
}
