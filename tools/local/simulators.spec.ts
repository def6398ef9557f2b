import { simulatorsFor } from './simulators';

const sourcesFor = (env: Readonly<Record<string, string>>) => simulatorsFor(env).map(({ source }) => source);

describe('the simulators that npm start runs', () => {
  it('are those of all sources', () => expect(sourcesFor({})).toEqual(['headhunter', 'trudvsem', 'greenhouse']));

  it.each([
    ['HEADHUNTER_BASE_URL', ['trudvsem', 'greenhouse']],
    ['TRUDVSEM_BASE_URL', ['headhunter', 'greenhouse']],
    ['GREENHOUSE_BASE_URL', ['headhunter', 'trudvsem']],
  ])('leave a source alone whose real one is set by %s', (variable, sources) => {
    expect(sourcesFor({ [variable]: 'https://example.com' })).toEqual(sources);
  });
});
