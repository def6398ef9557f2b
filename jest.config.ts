/** Every project is found by its own jest.config.js, so that tests run without building the Nx graph first. */
export default {
  projects: ['<rootDir>/{apps,libs,tools,e2e}/**/jest.config.js'],
  // Real servers are shared by all spec files of a run and started when the first of them asks.
  globalSetup: '<rootDir>/libs/platform/testing/src/jest-global-setup.ts',
  globalTeardown: '<rootDir>/libs/platform/testing/src/jest-global-teardown.ts',
  passWithNoTests: true,
};
