/** Every project is found by its own jest.config.js, so that tests run without building the Nx graph first. */
export default {
  projects: ['<rootDir>/{apps,libs,tools,e2e}/**/jest.config.js'],
  passWithNoTests: true,
};
