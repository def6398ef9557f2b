/** How much is measured, and how often. */
export interface Sizes {
  readonly load: { readonly rounds: number; readonly connections: number; readonly seconds: number };
  readonly logins: {
    readonly rounds: number;
    readonly clients: number;
    readonly readsPerSecond: number;
    readonly seconds: number;
  };
  readonly collecting: { readonly rounds: number; readonly vacancies: number };
  readonly unchanged: { readonly vacancies: number };
  readonly search: {
    readonly vacancies: number;
    readonly collected: number;
    readonly rounds: number;
    /** Few: more of them only wait for each other on two cores, in the engine as well. */
    readonly connections: number;
    readonly seconds: number;
  };
  readonly memory: { readonly few: number; readonly many: number };
}

export const FULL: Sizes = {
  load: { rounds: 5, connections: 32, seconds: 8 },
  logins: { rounds: 5, clients: 8, readsPerSecond: 500, seconds: 10 },
  collecting: { rounds: 5, vacancies: 10_000 },
  unchanged: { vacancies: 10_000 },
  search: { vacancies: 100_000, collected: 10_000, rounds: 5, connections: 8, seconds: 8 },
  memory: { few: 10_000, many: 200_000 },
};

/** Shows that a part works; its figures say little. */
export const QUICK: Sizes = {
  load: { rounds: 1, connections: 32, seconds: 2 },
  logins: { rounds: 1, clients: 8, readsPerSecond: 500, seconds: 2 },
  collecting: { rounds: 1, vacancies: 1_000 },
  unchanged: { vacancies: 1_000 },
  search: { vacancies: 4_000, collected: 1_000, rounds: 1, connections: 8, seconds: 2 },
  memory: { few: 1_000, many: 5_000 },
};
